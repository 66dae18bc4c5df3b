import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Household } from './wordpress-processes.ts';

/**
 * Starts a message bus of its own in a household, on which nothing starts by itself.
 * @returns the environment of programs that are to use it
 */
export async function startBus(household: Household): Promise<NodeJS.ProcessEnv> {
  const { directory } = household;
  const address = `unix:path=${join(directory, 'bus')}`;
  const config = join(directory, 'bus.conf');
  writeFileSync(
    config,
    `<busconfig><type>session</type><listen>${address}</listen><auth>EXTERNAL</auth><policy context="default">
<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>`,
  );
  await household.launch(
    'dbus-daemon',
    [`--config-file=${config}`, '--nofork', '--nopidfile', '--print-address=2'],
    /unix:path=/,
  );
  return {
    PATH: process.env['PATH'],
    HOME: directory,
    XDG_RUNTIME_DIR: directory,
    DBUS_SESSION_BUS_ADDRESS: address,
    LC_ALL: 'C.UTF-8',
  };
}

/** Of the throw-away database. */
export const PASSWORD = 'throw-away';

/**
 * Starts KeePassXC, without a screen, as the Secret Service of a bus, with one open database.
 * @returns the path of the database
 */
export async function startKeePassXC(household: Household, env: NodeJS.ProcessEnv): Promise<string> {
  const folder = join(household.directory, 'keepassxc');
  const [database, settings, local] = ['own.kdbx', 'settings.ini', 'local.ini'].map((name) =>
    join(folder, name),
  );
  const group = randomUUID();
  const id = (uuid: string): string => Buffer.from(uuid.replaceAll('-', ''), 'hex').toString('base64');
  writeFileSync(
    join(folder, 'empty.xml'),
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<KeePassFile><Meta><DatabaseName>Throw-away</DatabaseName><CustomData><Item><Key>FDO_SECRETS_EXPOSED_GROUP</Key><Value>{${group}}</Value></Item></CustomData></Meta>
<Root><Group><UUID>${id(randomUUID())}</UUID><Name>Root</Name><Group><UUID>${id(group)}</UUID><Name>App passwords</Name></Group></Group></Root></KeePassFile>`,
  );
  const importing = ['import', '-q', '-p', '-t', '100', join(folder, 'empty.xml'), database!];
  execFileSync('keepassxc-cli', importing, { env, input: `${PASSWORD}\n${PASSWORD}\n`, stdio: 'pipe' });
  writeFileSync(
    settings!,
    `[General]
ConfigVersion=2
UpdateCheckMessageShown=true
[FdoSecrets]
Enabled=true
ConfirmAccessItem=false
ShowNotification=false
[GUI]
CheckForUpdates=false
`,
  );
  writeFileSync(local!, '');
  const options = `--config "${settings}" --localconfig "${local}" --pw-stdin "${database}"`;
  const start = `echo started >&2; echo ${PASSWORD} | exec keepassxc ${options}`;
  await household.launch('sh', ['-c', start], /started/, { ...env, QT_QPA_PLATFORM: 'offscreen' });
  return database!;
}
