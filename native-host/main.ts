import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findBrowsers, listBrowsers } from './browsers';
import { describeFinding, examineBrowsers, examineStores } from './doctor';
import { addIds, isBrowserStart } from './extension-ids';
import { help } from './help';
import { carryOut, describeStep } from './install';
import { type Machine, readMachine } from './machine';
import { findCopy, findStarter, planInstall, planUninstall } from './plan';
import { endPrograms } from './run';
import { serve } from './serve';
import { stores } from './stores/all';
import { VERSION } from './version';

const OTHER_ID = '--extension-id=';
const program = realpathSync(fileURLToPath(import.meta.url));

/** The command that started us, as `doctor` repeats it. */
function nameSelf(machine: Machine): string {
  if (process.env['npm_lifecycle_event'] === 'bridge') return 'npm run bridge --';
  const quote = (path: string): string => (/\s/.test(path) ? `"${path}"` : path);
  return program === findCopy(machine) ? quote(findStarter(machine)) : `node ${quote(program)}`;
}

/** Started by a browser; our starter puts the ids of other extensions first. */
async function serveBrowser(parameters: readonly string[], others: readonly string[]): Promise<number> {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => {
      endPrograms();
      process.exit(1);
    });
  }
  // A program that looks up files beside itself must not find any in the folder from which the browser was started.
  process.chdir('/');
  const ids = addIds(others) ?? { chromium: [], firefox: [] };
  const code = await serve(process.stdin, process.stdout, parameters, ids);
  process.stdin.destroy();
  return code;
}

async function obey(parameters: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: parameters,
    allowPositionals: true,
    options: {
      browser: { type: 'string', multiple: true, default: [] },
      'extension-id': { type: 'string', multiple: true, default: [] },
      print: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
      version: { type: 'boolean', default: false },
    },
  });
  const [command, ...rest] = positionals;
  if (values.version) return say(VERSION);
  if (values.help || command === undefined) return say(help);
  if (rest.length > 0) throw new Error(`Remove “${rest[0]}”: ${command} takes options only.`);
  const others = values['extension-id'];
  const ids = addIds(others);
  if (ids === undefined)
    throw new Error('--extension-id needs the id of a Chromium extension or a Firefox add-on.');
  const machine = readMachine(program);
  if (machine.environment['SUDO_USER'] !== undefined && command !== 'doctor') {
    throw new Error('Run this command without sudo. It sets up the bridge for your own user.');
  }
  const stranger = values.browser.find((name) => !listBrowsers(machine).some(({ id }) => id === name));
  if (stranger !== undefined) {
    throw new Error(
      `“${stranger}” is not a supported browser. Use one of these: ${listBrowsers(machine)
        .map(({ id }) => id)
        .join(', ')}.`,
    );
  }
  const isChosen = ({ id }: { id: string }): boolean =>
    values.browser.length === 0 || values.browser.includes(id);

  if (command === 'doctor') {
    const findings = [
      ...(await examineBrowsers(machine, ids, nameSelf(machine))),
      ...(await examineStores(stores)),
    ];
    say(`spare-key-bridge ${VERSION}\n\n${findings.map(describeFinding).join('\n')}`);
    return findings.some(({ mark }) => mark === 'wrong') ? 1 : 0;
  }
  if (command === 'uninstall') {
    const browsers = listBrowsers(machine).filter(isChosen);
    const all = values.browser.length === 0;
    const steps = planUninstall(machine, browsers, all);
    if (values.print) return say(steps.map(describeStep).join('\n'));
    const names = browsers.map(({ name }) => name).join(', ');
    return say(
      [
        ...carryOut(machine, steps),
        all ? 'The bridge is removed.' : `The bridge is removed from ${names}.`,
      ].join('\n'),
    );
  }
  if (command !== 'install')
    throw new Error(`“${command}” is not a command. Use install, uninstall or doctor.`);
  const browsers = findBrowsers(machine).filter(isChosen);
  if (browsers.length === 0) {
    throw new Error(
      'No such browser has been used on this computer. Start it once, then run this command again.',
    );
  }
  const steps = planInstall(machine, browsers, ids, others);
  if (values.print) return say(steps.map(describeStep).join('\n'));
  const names = browsers.map(({ name }) => name).join(', ');
  return say(
    [
      ...carryOut(machine, steps),
      `The bridge is ready for ${names}. Check it with: ${nameSelf(machine)} doctor`,
    ].join('\n'),
  );
}

function say(text: string): 0 {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
  return 0;
}

async function start(): Promise<number> {
  const parameters = process.argv.slice(2);
  const first = parameters.findIndex((one) => !one.startsWith(OTHER_ID));
  const caller = first < 0 ? [] : parameters.slice(first);
  if (isBrowserStart(caller)) {
    return serveBrowser(
      caller,
      parameters.slice(0, first).map((one) => one.slice(OTHER_ID.length)),
    );
  }
  try {
    return await obey(parameters);
  } catch (error) {
    console.error(
      error instanceof Error ? error.message : 'Something unexpected went wrong. Run the command again.',
    );
    return 2;
  }
}

process.exitCode = await start();
