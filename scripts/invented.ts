/** Invented people, words and values for the shapes of a sketch. The same sketch always becomes the same page. */

const PEOPLE = 'Kim Ida Robin Avery Marlow Sidney Brighton Alexandra Christoph Maximilian'.split(' ');
const WORDS =
  'a of the tree river garden lantern mountain telescope everywhere description neighbourhood'.split(' ');
/** Letters of each script that a shape can name. */
const ALPHABETS: Readonly<Record<string, string>> = {
  Cyrl: 'авеклмнорст',
  Grek: 'αβγδεικλμνο',
  Arab: 'ابتدرسلمنوي',
  Hebr: 'אבגדהילמנרש',
  Hani: '山水田木火土日月人口',
  Hira: 'あかさたなはまやら',
  Kana: 'アカサタナハマヤラ',
  Hang: '가나다라마바사아자',
  Thai: 'กขคงจชดตนบ',
  Deva: 'अकगचजतदनपम',
  Zyyy: 'ႠႡႢႣႤႥ',
};
const CONSONANTS = 'qwrtzpsdfghkxcvbnm';

/** Numbers that look random and are the same for the same seed (mulberry32). */
function makeChance(seed: number): (below: number) => number {
  let state = (seed * 0x9e3779b1) >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** A text of the length that reads like a word. */
function inventWord(length: number): string {
  const found = WORDS.find((word) => word.length === length);
  return found ?? 'lanternmountainrivergardentelescope'.repeat(5).slice(0, length);
}

function inventRun(notation: string, chance: (below: number) => number, isValue: boolean): string {
  const [, script = '', classes = '', size = '1'] =
    /^([A-Z][a-z]{3})?(Xx|xX|x|X|o)?9?[#~]?:(\d+)/.exec(notation) ?? [];
  const length = Number(size);
  const digits = /9[#~]?:/.test(notation);
  const signs = notation.includes('#');
  const pick = (from: string) => [...from][chance([...from].length)] ?? '';
  if (digits && !classes) return Array.from({ length }, () => pick('123456789')).join('');
  const alphabet = ALPHABETS[script];
  if (alphabet) return Array.from({ length }, () => pick(alphabet)).join('');
  const isWord = notation.includes('~');
  const mixed = digits || signs || classes === 'xX';
  if (length > 1 && (isWord || (!isValue && !mixed && length < 12))) {
    if (classes === 'Xx')
      return PEOPLE.find((person) => person.length === length) ?? capital(inventWord(length));
    return classes === 'X' ? inventWord(length).toUpperCase() : inventWord(length);
  }
  const letters = Array.from({ length }, (_, at) => {
    if (digits && at % 5 === 3) return pick('234567');
    if (signs && at % 7 === 5) return pick('-_.');
    const letter = pick(CONSONANTS);
    return classes === 'X' || (classes === 'xX' && at % 3 === 1) ? letter.toUpperCase() : letter;
  }).join('');
  return classes === 'Xx' ? capital(letters) : letters;
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** A term of the vocabulary as a person would write it. */
function sayTerm(term: string): string {
  return term.replace(/^~|!$/g, '').replace(/\*/g, '').replace(/\+ ?/g, ' ');
}

function inventMark(mark: string): string {
  const [, count] = /^‹(\d+)\+? words›$/.exec(mark) ?? [];
  if (count !== undefined)
    return Array.from({ length: Number(count) }, (_, at) => WORDS[(at * 5 + 3) % WORDS.length]).join(' ');
  if (mark === '‹address›') return 'robin@mail.example';
  if (mark === '‹link›') return 'https://page.example/';
  if (mark === '‹more›') return '…';
  return sayTerm(/^‹[a-z]+=(.*)›$/.exec(mark)?.[1] ?? '');
}

/**
 * A text of the shape that a sketch says.
 * @param seed the line of the sketch
 * @param isValue where values stand rather than words
 */
export function inventText(notation: string, seed: number, isValue: boolean): string {
  const chance = makeChance(seed + 1);
  // Several groups of one shape are a value wherever they stand.
  const runs = notation.match(/(?:[A-Z][a-z]{3})?(?:Xx|xX|x|X|o)?9?[#~]?:\d+/g) ?? [];
  const first = runs[0] ?? '';
  const grouped = runs.length > 2 && runs.every((run) => run === first) && !/:[12]$/.test(first);
  return notation.replace(/‹[^›]*›|(?:[A-Z][a-z]{3})?(?:Xx|xX|x|X|o)?9?[#~]?:\d+\+?|¤/g, (piece) => {
    if (piece === '¤') return '°';
    return piece.startsWith('‹') ? inventMark(piece) : inventRun(piece, chance, isValue || grouped);
  });
}

/** A name where a sketch has only the shape of one. */
export function inventName(notation: string, seed: number): string {
  return `n${inventText(notation.slice(1, -1), seed, true).replace(/[^a-zA-Z0-9-]/g, '')}`;
}
