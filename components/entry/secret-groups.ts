export type CharacterKind = 'letter' | 'digit' | 'sign' | 'blank';

/** Neighbouring characters of one kind. */
export interface Run {
  kind: CharacterKind;
  text: string;
}

function kindOf(character: string): CharacterKind {
  if (/\s/u.test(character)) return 'blank';
  if (/\p{Nd}/u.test(character)) return 'digit';
  return /[\p{L}\p{M}]/u.test(character) ? 'letter' : 'sign';
}

/**
 * Cuts a secret into groups of four characters, each a list of runs of one kind.
 * Joined again, the groups give the secret unchanged: what the user selects manually is what works.
 */
export function groupSecret(secret: string, size = 4): Run[][] {
  const groups: Run[][] = [];
  for (const [position, character] of Array.from(secret).entries()) {
    if (position % size === 0) groups.push([]);
    const group = groups.at(-1);
    const run = group?.at(-1);
    const kind = kindOf(character);
    if (run?.kind === kind) run.text += character;
    else group?.push({ kind, text: character });
  }
  return groups;
}
