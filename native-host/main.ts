import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Browser, findBrowsers, listBrowsers } from './browsers';
import { describeFinding, examineBrowsers, examineStores } from './doctor';
import { addIds, type ExtensionIds, isBrowserStart } from './extension-ids';
import { help } from './help';
import { carryOut, describeStep } from './install';
import { type Machine, readMachine } from './machine';
import { findCopy, findStarter, planInstall, planUninstall, type Step } from './plan';
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

/** What was asked for, as the commands need it. */
interface Asked {
  machine: Machine;
  ids: ExtensionIds;
  /** Ids of other extensions, as they were given. */
  others: readonly string[];
  /** Browsers that were named; all, when none was. */
  named: readonly string[];
  /** Only say what would be done. */
  print: boolean;
}

const commands: Readonly<Record<string, (asked: Asked) => number | Promise<number>>> = {
  async doctor({ machine, ids }) {
    const findings = [
      ...(await examineBrowsers(machine, ids, nameSelf(machine))),
      ...(await examineStores(stores)),
    ];
    say(`spare-key-bridge ${VERSION}\n\n${findings.map(describeFinding).join('\n')}`);
    return findings.some(({ mark }) => mark === 'wrong') ? 1 : 0;
  },
  install({ machine, ids, others, named, print }) {
    const browsers = choose(findBrowsers(machine), named);
    if (browsers.length === 0) {
      throw new Error(
        'No such browser has been used on this computer. Start it once, then run this command again.',
      );
    }
    const names = browsers.map(({ name }) => name).join(', ');
    const done = `The bridge is ready for ${names}. Check it with: ${nameSelf(machine)} doctor`;
    return doSteps(machine, planInstall(machine, browsers, ids, others), print, done);
  },
  uninstall({ machine, named, print }) {
    const browsers = choose(listBrowsers(machine), named);
    const all = named.length === 0;
    const names = browsers.map(({ name }) => name).join(', ');
    const done = all ? 'The bridge is removed.' : `The bridge is removed from ${names}.`;
    return doSteps(machine, planUninstall(machine, browsers, all), print, done);
  },
};

function choose(browsers: Browser[], named: readonly string[]): Browser[] {
  return browsers.filter(({ id }) => named.length === 0 || named.includes(id));
}

function doSteps(machine: Machine, steps: Step[], print: boolean, done: string): number {
  if (print) return say(steps.map(describeStep).join('\n'));
  return say([...carryOut(machine, steps), done].join('\n'));
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
  const known = listBrowsers(machine).map(({ id }) => id);
  const stranger = values.browser.find((name) => !known.includes(name));
  if (stranger !== undefined) {
    throw new Error(`“${stranger}” is not a supported browser. Use one of these: ${known.join(', ')}.`);
  }
  const run = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (run === undefined) throw new Error(`“${command}” is not a command. Use install, uninstall or doctor.`);
  return run({ machine, ids, others, named: values.browser, print: values.print });
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
