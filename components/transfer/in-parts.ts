/** Most characters (JSON) of one message; browsers take 64 MiB in all. */
const MOST_CHARACTERS = 8_000_000;

/** Cuts a list into parts that a message takes, one at least; `run` is what they share. */
export function cutInParts<Item>(items: readonly Item[]) {
  const parts: Item[][] = [[]];
  let room = MOST_CHARACTERS;
  for (const item of items) {
    room -= JSON.stringify(item).length;
    if (room < 0) {
      parts.push([]);
      room = MOST_CHARACTERS;
    }
    parts.at(-1)?.push(item);
  }
  const run = crypto.randomUUID();
  return parts.map((some, part) => ({
    items: some,
    place: { part, run, ...(part + 1 < parts.length && { more: true as const }) },
  }));
}
