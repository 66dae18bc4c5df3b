/**
 * Where browsers look for native messaging hosts of one user: a folder on Linux and macOS, a key of the registry on
 * Windows (Chrome's and MDN's documentation; for Brave and Vivaldi what other programs write). Browsers in Snap or
 * Flatpak are not covered, besides that Firefox's Snap reads the same folder as Firefox.
 */
import { chooseFolder, joinPath, type Machine } from './machine';

export interface Browser {
  readonly id: string;
  readonly name: string;
  readonly family: 'chromium' | 'firefox';
  /** Folders; one of them exists when the user has used this browser. */
  readonly signs: readonly string[];
  /** Folder of its manifests; on Windows unused. */
  readonly folder: string;
  /** Parent keys in the registry; none elsewhere. */
  readonly keys: readonly string[];
}

/** Name, folder of settings on Linux, below `Application Support` on macOS, below `LOCALAPPDATA` and `HKCU\Software` on Windows. */
const chromiums = [
  ['chrome', 'Chrome', 'google-chrome', 'Google/Chrome', 'Google\\Chrome'],
  ['chromium', 'Chromium', 'chromium', 'Chromium', 'Chromium'],
  ['edge', 'Edge', 'microsoft-edge', 'Microsoft Edge', 'Microsoft\\Edge'],
  [
    'brave',
    'Brave',
    'BraveSoftware/Brave-Browser',
    'BraveSoftware/Brave-Browser',
    'BraveSoftware\\Brave-Browser',
  ],
  ['vivaldi', 'Vivaldi', 'vivaldi', 'Vivaldi', 'Vivaldi'],
] as const;

const HOSTS = 'NativeMessagingHosts';
/** Brave and Vivaldi read Chrome's key; whether they read one of their own too differs between versions. */
const CHROME_KEY = `HKCU\\Software\\Google\\Chrome\\${HOSTS}`;

export function listBrowsers(machine: Machine): Browser[] {
  const { system, home } = machine;
  const join = (...parts: string[]): string => joinPath(machine, ...parts);
  const support = join(home, 'Library', 'Application Support');
  const settings = chooseFolder(machine, 'XDG_CONFIG_HOME', join(home, '.config'));
  const local = chooseFolder(machine, 'LOCALAPPDATA', join(home, 'AppData', 'Local'));
  const roaming = chooseFolder(machine, 'APPDATA', join(home, 'AppData', 'Roaming'));
  const others = chromiums.map(([id, name, linux, mac, windows]): Browser => {
    const key = `HKCU\\Software\\${windows}\\${HOSTS}`;
    const readsChrome = id === 'brave' || id === 'vivaldi';
    const profiles = {
      linux: join(settings, linux),
      darwin: join(support, mac),
      win32: join(local, windows, 'User Data'),
    }[system];
    const keys = readsChrome ? [key, CHROME_KEY] : [key];
    return {
      id,
      name,
      family: 'chromium',
      signs: [profiles],
      folder: join(profiles, HOSTS),
      keys: system === 'win32' ? keys : [],
    };
  });
  const firefox = {
    linux: {
      // Newer Firefox keeps profiles below the desktop's settings, and looks for hosts where it always did.
      signs: [join(home, '.mozilla'), join(settings, 'mozilla'), join(home, 'snap', 'firefox')],
      folder: join(home, '.mozilla', 'native-messaging-hosts'),
    },
    darwin: { signs: [join(support, 'Firefox')], folder: join(support, 'Mozilla', HOSTS) },
    win32: { signs: [join(roaming, 'Mozilla', 'Firefox')], folder: '' },
  }[system];
  const keys = system === 'win32' ? [`HKCU\\Software\\Mozilla\\${HOSTS}`] : [];
  return [...others, { id: 'firefox', name: 'Firefox', family: 'firefox', ...firefox, keys }];
}

/** Browsers that the user has used here. */
export function findBrowsers(machine: Machine): Browser[] {
  return listBrowsers(machine).filter(({ signs }) => signs.some((sign) => machine.exists(sign)));
}
