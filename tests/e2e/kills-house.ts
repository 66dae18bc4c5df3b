import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer';
import { createSite } from '../../practice-site/pages.mjs';
import { type OpenBrowser, openBrowser } from './harness/browser.ts';
import { extensionPath } from './harness/builds.ts';
import { ask, makeVault, PASSPHRASE } from './harness/save.ts';
import { type Sites, startSites } from './harness/sites.ts';

/** What the vault has to hold of an entry, by its id. */
export interface Known {
  label: string;
  notes: string;
  secret: string;
  /** True when the manager has the secret, and the vault gave it up. */
  elsewhere: boolean;
}

export type Fault = { kind: 'lost' | 'doubled' | 'half'; what: string };

export interface Listing {
  rows: { id: string; label: string; custody: string }[];
  waiting: { id: string; label: string; account: string }[];
  warnings: unknown[];
}

/** A profile with a vault in a real browser, a provider's site, and a manager that stands in for a real one. */
export interface House {
  chromium: OpenBrowser;
  /** A page of ours from which everything is asked. */
  office: Page;
  known: Map<string, Known>;
  /** What the provider's page shows next. */
  setSecret(secret: string): void;
  /** What the stand-in for a manager holds. */
  readManager(): { id: string; secret: string }[];
  /** Ends every process of the browser at once, without a word. */
  kill(): Promise<void>;
  /** Starts the browser again with the same profile. */
  reopen(): Promise<void>;
  /** Opens the vault after that, or says that it does not open. */
  unlock(): Promise<Fault[]>;
  end(): Promise<void>;
}

/** The bridge whose program the stand-in takes the place of. */
export const MANAGER = 'pass';
const HOST = 'app.sparekey.bridge';

/**
 * The production build, with the one optional permission that sending needs asked for at install: no user is there
 * to answer the browser's question.
 */
function allowPrograms(folder: string): string {
  const copy = join(folder, 'extension');
  cpSync(extensionPath('production'), copy, { recursive: true });
  const path = join(copy, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  manifest.permissions.push('nativeMessaging');
  manifest.optional_permissions = manifest.optional_permissions.filter(
    (one: string) => one !== 'nativeMessaging',
  );
  writeFileSync(path, JSON.stringify(manifest));
  return copy;
}

/** Makes the stand-in known to the browser; it keeps what it gets beside itself. */
function installManager(profile: string, extensionId: string): string {
  const folder = join(profile, 'manager');
  const hosts = join(profile, 'NativeMessagingHosts');
  const program = join(folder, 'manager.mjs');
  for (const one of [join(folder, 'store'), hosts]) mkdirSync(one, { recursive: true });
  writeFileSync(
    program,
    `#!${process.execPath}\n${readFileSync(resolve('tests/e2e/kills-manager.mjs'), 'utf8')}`,
  );
  chmodSync(program, 0o755);
  const manifest = {
    ...{ name: HOST, description: 'A stand-in', type: 'stdio', path: program },
    allowed_origins: [`chrome-extension://${extensionId}/`],
  };
  writeFileSync(join(hosts, `${HOST}.json`), JSON.stringify(manifest));
  return join(folder, 'store');
}

/** Kills a process with its whole group, and waits until none of it is left. */
async function killGroup(pid: number): Promise<void> {
  process.kill(-pid, 'SIGKILL');
  for (;;) {
    try {
      process.kill(-pid, 0);
    } catch {
      return;
    }
    await new Promise((resume) => setTimeout(resume, 10));
  }
}

const ENTRIES = 4;

export async function openHouse(): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'spare-key-kills-'));
  const profile = join(folder, 'profile');
  const extension = allowPrograms(folder);
  let next = '';
  const site = createSite({ kind: 'my-sign-ins', nextSecret: () => next });
  const sites: Sites = await startSites({ 'mysignins.microsoft.com': site.answer });
  const open = (): Promise<OpenBrowser> => openBrowser({ profile, extension, sites });
  const first = await open();
  const store = installManager(profile, first.extensionId);
  await makeVault(first);
  const house: House = {
    chromium: first,
    office: await first.openOwnPage('offscreen.html'),
    known: new Map(),
    setSecret: (secret) => {
      next = secret;
    },
    readManager: () =>
      readdirSync(store)
        .filter((name) => name.endsWith('.json'))
        .map((name) => JSON.parse(readFileSync(join(store, name), 'utf8'))),
    async kill() {
      const child = house.chromium.browser.process();
      if (child?.pid === undefined) throw new Error('there is no browser to kill');
      const ended = new Promise((resume) => child.once('exit', resume));
      await killGroup(child.pid);
      await ended;
    },
    async reopen() {
      house.chromium = await open();
      house.office = await house.chromium.openOwnPage('offscreen.html');
    },
    async unlock() {
      try {
        await ask(house.office, 'vault.unlock', { passphrase: PASSPHRASE });
        return [];
      } catch (error) {
        const why = error instanceof Error ? error.message : 'unknown';
        return [{ kind: 'lost', what: `the vault does not open: ${why}` }];
      }
    },
    async end() {
      await house.chromium.browser.close().catch(() => undefined);
      await sites.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  for (let place = 0; place < ENTRIES; place++) {
    await addEntry(house, `Old ${place}`, `qwhbtrkzmnvcpx${String.fromCharCode(97 + place)}g`);
  }
  return house;
}

/** Adds an entry in peace. Answers its id. */
export async function addEntry(house: House, label: string, secret: string): Promise<string> {
  const { entry } = await ask<{ entry: { id: string } }>(house.office, 'entry.add', {
    entry: {
      ...{
        provider: 'microsoft-work',
        site: '',
        label,
        account: 'robin@contoso.example',
        notes: `of ${label}`,
      },
      created: Date.UTC(2026, 0, 1),
    },
    secret,
  });
  house.known.set(entry.id, { label, notes: `of ${label}`, secret, elsewhere: false });
  return entry.id;
}

export function list(house: House): Promise<Listing> {
  return ask<Listing>(house.office, 'entry.list');
}

/** The secret of an entry; what went wrong, when it does not open. */
export async function readSecret(house: House, id: string): Promise<string> {
  try {
    return (await ask<{ canonical: string }>(house.office, 'entry.secret', { id, purpose: 'show' }))
      .canonical;
  } catch (error) {
    return `(${error instanceof Error ? error.message : 'not opened'})`;
  }
}

export async function readEntry(house: House, id: string): Promise<Record<string, unknown>> {
  return (await ask<{ entry: Record<string, unknown> }>(house.office, 'entry.get', { id })).entry;
}

/** Compares all that the vault holds with all that it has to hold. */
export async function checkKnown(house: House): Promise<Fault[]> {
  const { rows, waiting, warnings } = await list(house);
  const faults: Fault[] = [];
  if (warnings.length > 0)
    faults.push({ kind: 'half', what: `the vault warns: ${JSON.stringify(warnings)}` });
  for (const { id, label } of rows) {
    if (!house.known.has(id))
      faults.push({ kind: 'doubled', what: `"${label}" is there, and no act made it` });
  }
  for (const { label } of waiting) faults.push({ kind: 'doubled', what: `"${label}" waits as well` });
  for (const [id, { label, notes, secret, elsewhere }] of house.known) {
    const row = rows.find((one) => one.id === id);
    if (row === undefined) {
      faults.push({ kind: 'lost', what: `"${label}"` });
      continue;
    }
    const entry = await readEntry(house, id);
    if (entry['label'] !== label || entry['notes'] !== notes)
      faults.push({ kind: 'half', what: `"${label}"` });
    if (elsewhere !== (row.custody !== 'vault'))
      faults.push({ kind: 'half', what: `where "${label}" is kept` });
    if (elsewhere) continue;
    const held = await readSecret(house, id);
    if (held !== secret)
      faults.push({ kind: 'lost', what: `the secret of "${label}": ${held.slice(0, 40)}` });
  }
  return faults;
}
