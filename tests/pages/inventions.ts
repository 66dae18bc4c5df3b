import type { Random } from './random.ts';
import type { SecretForm } from './site.ts';

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const DIGITS = '0123456789';
const BASE32 = `${LOWER}234567`;
const READABLE = 'abcdefgijkmnopqrstwxyzABCDEFGHJKLMNPQRSTWXYZ23456789';

/** Words of passphrases; none of them is used anywhere else in a scene. */
const PHRASE =
  'acorn anvil basil bison cedar cobra comet crane delta ember fjord flint gecko glade hazel heron igloo ivory joker kayak lemur lilac mango maple nylon onion orbit otter panda pearl quail quilt raven robin sable sedan tapir tulip umbra urban vapor viola walnut wedge yacht zebra'.split(
    ' ',
  );

export interface Secret {
  groups: string[];
  /** Between groups where the page writes them. */
  joint: string;
}

function groups(random: Random, alphabet: string, count: number, size: number, joint: string): Secret {
  return { groups: Array.from({ length: count }, () => random.letters(alphabet, size)), joint };
}

/** A secret of this form; no two are alike. */
export function inventSecret(form: SecretForm, random: Random): Secret {
  const one = (alphabet: string, count: number) => groups(random, alphabet, 1, count, '');
  switch (form) {
    case 'letters-16':
      return one(LOWER, 16);
    case 'letters-4x4-blank':
      return groups(random, LOWER, 4, 4, ' ');
    case 'letters-4x4-dash':
      return groups(random, LOWER, 4, 4, '-');
    case 'base32-4x4-dash':
      return groups(random, BASE32, 4, 4, '-');
    case 'alnum-16-lower':
      return mixed(one(LOWER + DIGITS, 16), () => inventSecret(form, random));
    case 'alnum-12':
      return mixed(one(LOWER + UPPER + DIGITS, 12), () => inventSecret(form, random));
    case 'alnum-20':
      return mixed(one(LOWER + UPPER + DIGITS, 20), () => inventSecret(form, random));
    case 'alnum-24-blank':
      return groups(random, LOWER + UPPER + DIGITS, 6, 4, ' ');
    case 'mixed-5x5-dash':
      return groups(random, READABLE, 5, 5, '-');
    case 'upper-4x5-dash':
      return groups(random, UPPER, 4, 5, '-');
    case 'upper-16':
      return mixed(one(UPPER + DIGITS, 16), () => inventSecret(form, random));
    case 'alnum-32':
      return mixed(one(LOWER + UPPER + DIGITS, 32), () => inventSecret(form, random));
    case 'hex-32':
      return one('0123456789abcdef', 32);
    case 'app-36':
      return { groups: [`app_aaaaaa${random.letters('abcdefghijklmnopqrstuvwxyz792013', 30)}`], joint: '' };
    case 'letters-20-blank': {
      const text = random.letters(LOWER, 20);
      return {
        groups: [0, 5, 9, 13, 17].map((at, index) => text.slice(at, [5, 9, 13, 17, 20][index])),
        joint: ' ',
      };
    }
    case 'six-words':
      return { groups: Array.from({ length: 6 }, () => random.pick(PHRASE)), joint: ' ' };
  }
}

/** Has letters and digits, as a random one of these lengths nearly always has. */
function mixed(secret: Secret, again: () => Secret): Secret {
  const text = secret.groups.join('');
  return /\d/.test(text) && /[a-z]/i.test(text) ? secret : again();
}

export const labelKinds = [
  'usual',
  'one-letter',
  'long',
  'own-script',
  'other-script',
  'like-a-secret',
  'like-groups',
  'number',
  'marks',
] as const;
export type LabelKind = (typeof labelKinds)[number];

const OTHER_SCRIPTS = [
  'Телефон мамы',
  '事務所のプリンター',
  'هاتف المكتب',
  'דואר ישן',
  'Εκτυπωτής',
  '会议室电话',
  'फ़ोन 2',
];
const MARKS = [
  "O'Brien's PC",
  'Scanner #2 (3rd floor)',
  'a & b <c>',
  '“Mail” – 50 %',
  'C:\\backup',
  '📱 phone',
];
const USUAL = [
  'Thunderbird',
  'iPhone',
  'Outlook 2016',
  'Printer',
  'K-9 Mail',
  'DAVx5 on Pixel',
  'rclone',
  'Mutt',
];

/** A name as a person would type it. */
export function inventLabel(kind: LabelKind, own: readonly string[], random: Random): string {
  switch (kind) {
    case 'usual':
      return `${random.pick(USUAL)} ${random.below(90) + 10}`;
    case 'one-letter':
      return random.letters(UPPER, 1);
    case 'long': {
      const text = `${random.pick(own)}, ${random.pick(own)}, ${random.pick(USUAL)}, ${random.pick(own)}, ${random.pick(USUAL)}`;
      return [...text]
        .slice(0, 60 + random.below(21))
        .join('')
        .trim();
    }
    case 'own-script':
      return random.pick(own);
    case 'other-script':
      return random.pick(OTHER_SCRIPTS);
    case 'like-a-secret':
      return random.letters(LOWER, 16);
    case 'like-groups':
      return [4, 4, 4, 4].map((count) => random.letters(LOWER, count)).join(random.once(2) ? ' ' : '-');
    case 'number':
      return String(random.below(9_000_000) + 1_000_000);
    case 'marks':
      return random.pick(MARKS);
  }
}

const FIRST = [
  'anna',
  'bo',
  'chidi',
  'dilara',
  'emre',
  'freya',
  'goran',
  'hana',
  'ines',
  'jun',
  'katya',
  'luca',
];
const LAST = [
  'lindqvist',
  'moreau',
  'okafor',
  'petrov',
  'quist',
  'rossi',
  'sato',
  'tanaka',
  'varga',
  'weber',
];
const DOMAINS = ['fjord.example', 'harbour.example', 'mail.lindenhof.example', 'choir.example'];

export function inventAccount(random: Random): string {
  return `${random.pick(FIRST)}.${random.pick(LAST)}@${random.pick(DOMAINS)}`;
}

const HOSTS = ['cloud', 'files', 'mail', 'my', 'team', 'nas'];
const PLACES = ['lindenhof', 'fjord', 'harbour', 'choir', 'orchard', 'northside', 'kastanie'];

export function inventHost(random: Random): string {
  return `${random.pick(HOSTS)}.${random.pick(PLACES)}${random.below(90) + 10}.example`;
}

export function inventDate(random: Random, language: string): string {
  const date = new Date(Date.UTC(2025, random.below(12), random.below(28) + 1));
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(date);
}
