import { click, fill, find, waitUntilGone } from './harness/page.ts';
import { ask, captureOn, confirmCode, MY_SIGN_INS, PASSPHRASE } from './harness/save.ts';
import { addEntry, type Fault, type House, list, MANAGER, readEntry, readSecret } from './kills-house.ts';

/** One act, made ready up to where it begins. */
export interface Attempt {
  /** Begins it; resolves once the user was told that it is done. */
  begin(): Promise<unknown>;
  /**
   * After the restart: says what went wrong, and notes what the vault has to hold from now on.
   * @param answered whether the user had been told that it is done
   */
  findFaults(house: House, answered: boolean): Promise<Fault[]>;
}

/** @param name a label that no other run has, of at least eight characters @param secret 16 letters that no other run has */
type Prepare = (house: House, name: string, secret: string) => Promise<Attempt>;

/** What a person does that must not be lost, doubled or halved by a crash. */
export const acts = {
  capture: prepareCapture,
  save: prepareSave,
  edit: prepareEdit,
  delivery: prepareDelivery,
  restore: prepareRestore,
  'change of key': prepareKeyChange,
} satisfies Record<string, Prepare>;
export type ActName = keyof typeof acts;

/** The acts that this build knows: the change of the key is not in every one. */
export async function listActs(house: House): Promise<ActName[]> {
  const knows = await ask(house.office, 'vault.key-progress').then(
    () => true,
    () => false,
  );
  return (Object.keys(acts) as ActName[]).filter((act) => act !== 'change of key' || knows);
}

async function prepareCapture(house: House, name: string, secret: string): Promise<Attempt> {
  house.setSecret(secret);
  const page = await house.chromium.openPage(MY_SIGN_INS);
  await click(page, 'button', 'Add sign-in method');
  await click(page, 'button', 'App password');
  await fill(page, 'Name', name);
  const next = await find(page, 'button', 'Next');
  return {
    async begin() {
      await next.click();
      // A user who sees the card may rely on it.
      await find(page, 'dialog', 'Spare Key: app password');
    },
    findFaults: (now, answered) => findCaptureFaults(now, name, secret, answered),
  };
}

async function prepareSave(house: House, name: string, secret: string): Promise<Attempt> {
  house.setSecret(secret);
  const page = await house.chromium.openPage(MY_SIGN_INS);
  await captureOn(page, name);
  const save = await find(page, 'button', 'Save');
  // The card takes no press in its first half second.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 700)));
  return {
    async begin() {
      await save.click();
      await waitUntilGone(page, 'button', 'Save');
    },
    findFaults: (now) => findCaptureFaults(now, name, secret, true),
  };
}

/** It is either waiting or an entry, and that once. What waits is saved now, so that its secret can be compared. */
async function findCaptureFaults(
  house: House,
  name: string,
  secret: string,
  must: boolean,
): Promise<Fault[]> {
  for (const { id, label, account } of (await list(house)).waiting.filter(({ label }) => label === name)) {
    await ask(house.office, 'capture.keep', { captureId: id, label, account });
  }
  const faults: Fault[] = [];
  const rows = (await list(house)).rows.filter(({ label }) => label === name);
  if (rows.length > 1) faults.push({ kind: 'doubled', what: `"${name}", ${rows.length} times` });
  if (rows.length === 0 && must) faults.push({ kind: 'lost', what: `"${name}"` });
  for (const { id } of rows) {
    const held = await readSecret(house, id);
    if (held !== secret) faults.push({ kind: 'half', what: `the secret of "${name}": ${held.slice(0, 40)}` });
    const notes = String((await readEntry(house, id))['notes']);
    house.known.set(id, { label: name, notes, secret, elsewhere: false });
  }
  return faults;
}

async function prepareEdit(house: House, name: string, secret: string): Promise<Attempt> {
  const id = await addEntry(house, name, secret);
  const changes = { label: `${name}, edited`, notes: 'line\n'.repeat(400), tags: ['cellar', 'attic'] };
  return {
    begin: () => ask(house.office, 'entry.update', { id, changes }),
    async findFaults(now, answered) {
      const { label, notes, tags } = await readEntry(now, id);
      const found = JSON.stringify({ label, notes, tags });
      const old = house.known.get(id);
      if (old === undefined) throw new Error('the entry was not added');
      if (found === JSON.stringify(changes)) {
        now.known.set(id, { ...old, label: changes.label, notes: changes.notes });
        return [];
      }
      const isOld = found === JSON.stringify({ label: name, notes: old.notes, tags: [] });
      if (!isOld) return [{ kind: 'half', what: `the edit of "${name}"` }];
      return answered ? [{ kind: 'lost', what: `the edit of "${name}"` }] : [];
    },
  };
}

async function prepareDelivery(house: House, name: string, secret: string): Promise<Attempt> {
  const id = await addEntry(house, name, secret);
  const deliver = (now: House) => ask(now.office, 'bridge.deliver', { id, bridge: MANAGER, keep: false });
  const copies = (now: House) => now.readManager().filter((one) => one.id.startsWith(`${id}-`));
  return {
    begin: () => deliver(house),
    async findFaults(now, answered) {
      const faults: Fault[] = [];
      const row = (await list(now)).rows.find((one) => one.id === id);
      const isHere = row?.custody === 'vault' && (await readSecret(now, id)) === secret;
      const there = copies(now);
      if (!isHere && !there.some((one) => one.secret === secret))
        faults.push({ kind: 'lost', what: `"${name}"` });
      if (there.some((one) => one.secret !== secret))
        faults.push({ kind: 'half', what: `"${name}" in the manager` });
      if (answered && isHere)
        faults.push({ kind: 'half', what: `"${name}" was handed over and is here as well` });
      // A user who is not sure sends it again.
      if (isHere) await deliver(now);
      const end = copies(now).length;
      if (end !== 1)
        faults.push({ kind: end === 0 ? 'lost' : 'doubled', what: `"${name}", ${end} times there` });
      const known = now.known.get(id);
      if (known !== undefined) now.known.set(id, { ...known, elsewhere: true });
      return faults;
    },
  };
}

interface Backup {
  entries: { entry: { id: string; label: string; notes: string; replacedBy?: string }; secret?: string }[];
  settings: Record<string, unknown>;
}

async function prepareRestore(house: House): Promise<Attempt> {
  const { entries, settings: before } = await ask<Backup>(house.office, 'backup.read', {
    passphrase: PASSPHRASE,
  });
  const [first, second] = entries;
  if (first === undefined || second === undefined) throw new Error('there is too little to restore');
  // A link between two of them, and a setting that is not the usual one.
  first.entry.replacedBy = second.entry.id;
  const settings = { ...before, limitDays: 123 };
  await ask(house.office, 'vault.erase', { understood: true });
  await ask(house.office, 'vault.create', { passphrase: PASSPHRASE });
  await confirmCode(house.office);
  const restore = (now: House) => ask(now.office, 'backup.restore', { entries, settings });
  return {
    begin: () => restore(house),
    async findFaults(now, answered) {
      const faults: Fault[] = [];
      const { rows } = await list(now);
      if (rows.length === 0) {
        if (answered) faults.push({ kind: 'lost', what: 'all that was restored' });
        await restore(now);
      } else if (rows.length !== entries.length) {
        faults.push({ kind: 'half', what: `${rows.length} of ${entries.length} restored` });
      }
      const after = (await list(now)).rows;
      const idOf = (label: string): string | undefined => after.find((row) => row.label === label)?.id;
      const elsewhere = new Map([...now.known.values()].map((one) => [one.label, one.elsewhere]));
      now.known.clear();
      for (const { entry, secret = '' } of entries) {
        const { label, notes } = entry;
        const known = { label, notes, secret, elsewhere: elsewhere.get(label) ?? false };
        now.known.set(idOf(label) ?? label, known);
      }
      const from = await readEntry(now, idOf(first.entry.label) ?? '');
      if (from['replacedBy'] !== idOf(second.entry.label))
        faults.push({ kind: 'half', what: 'a link was not restored' });
      const chosen = await ask<Record<string, unknown>>(now.office, 'settings.get');
      if (chosen['limitDays'] !== 123) faults.push({ kind: 'half', what: 'the settings were not restored' });
      return faults;
    },
  };
}

async function prepareKeyChange(house: House, name: string, secret: string): Promise<Attempt> {
  await addEntry(house, name, secret);
  return {
    begin: () => ask(house.office, 'vault.change-key', { passphrase: PASSPHRASE }),
    // Under the old key or the new one, everything has to be there, and something new can be added.
    async findFaults(now) {
      await confirmCode(now.office);
      await addEntry(now, `${name}, afterwards`, [...secret].reverse().join(''));
      return [];
    },
  };
}
