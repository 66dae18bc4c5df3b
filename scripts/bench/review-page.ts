/** What the bench of the review runs in an own page of the extension, where the database of the vault is. */

import { factsOf } from '../../lib/background/provider-info';
import { defaultSettings } from '../../lib/model';
import { providerById } from '../../lib/providers';
import { sumUp } from '../../lib/review/overview';
import { connectVault } from '../../lib/vault/vault';

/**
 * Milliseconds that it takes to sum up all entries' states: the first time (`first`), and from then on (`states`);
 * beside it the parsing of the same entries from one text (`parses`).
 *
 * @param key the vault key, base64
 */
export async function timeState(
  key: string,
  runs: number,
): Promise<{ first: number; states: number[]; parses: number[]; count: number }> {
  const vault = connectVault();
  const bytes = Uint8Array.from(atob(key), (character) => character.charCodeAt(0));
  const { entries } = await (await vault.open(bytes)).list();
  vault.close();
  const text = JSON.stringify(entries);
  const states: number[] = [];
  const parses: number[] = [];
  for (let run = 0; run <= runs; run++) {
    const start = performance.now();
    const state = sumUp({
      entries,
      settings: defaultSettings,
      facts: factsOf,
      servers: (provider) => providerById(provider)?.servers ?? [],
      lists: [],
      now: Date.now(),
    });
    states.push(performance.now() - start);
    if (state.due.length === 0) throw new Error('nothing is due');
    const begun = performance.now();
    JSON.parse(text);
    parses.push(performance.now() - begun);
  }
  const [first = 0, ...later] = states;
  return { first, states: later, parses, count: entries.length };
}
