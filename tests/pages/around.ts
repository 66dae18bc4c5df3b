import { isInvisible } from './choose.ts';
import { inventSecret } from './inventions.ts';
import type { Random } from './random.ts';
import type { Container, CopyControl, Neighbour, OtherStep, TitleForm } from './scene.ts';
import type { SecretForm } from './site.ts';
import type { Around, Words } from './words/words.ts';

interface Wanted {
  neighbour: Neighbour;
  container: Container;
  titleForm: TitleForm;
  copy: CopyControl;
  done: string;
  /** What the site's own secrets look like: the worst that a neighbour can look like. */
  form: SecretForm;
}

const B32 = 'abcdefghijklmnopqrstuvwxyz234567';
const rows = (count: number, make: () => string) => Array.from({ length: count }, make).join('\n');

/** What stands there, and as what; the words say to a person what it is. */
function content(wanted: Wanted, words: Words, random: Random): { around: Around; value: string } {
  const own = () => {
    const { groups, joint } = inventSecret(wanted.form, random);
    return groups.join(joint);
  };
  const alike = () => (random.once(2) ? own() : random.letters('abcdefghijklmnopqrstuvwxyz', 16));
  const inGroups = (alphabet: string, count: number) =>
    Array.from({ length: count }, () => random.letters(alphabet, 4)).join(' ');
  switch (wanted.neighbour) {
    case 'authenticator-key-groups':
      return { around: words.key, value: inGroups(B32, random.pick([4, 8])) };
    case 'authenticator-key-letters':
      return { around: words.key, value: random.letters('abcdefghijklmnopqrstuvwxyz', 16) };
    case 'authenticator-key-piece':
      return { around: words.key, value: rows(2, () => inGroups('abcdefghijklmnopqrstuvwxyz', 4)) };
    case 'temporary-access-pass':
      return {
        around: words.temporary,
        value: random.letters(
          'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789',
          random.pick([8, 12, 16]),
        ),
      };
    case 'recovery-codes':
      return {
        around: words.recovery,
        value: rows(random.pick([1, 8, 10]), () => (random.once(2) ? alike() : inGroups(B32, 2))),
      };
    case 'help-example':
      return { around: words.example, value: random.once(2) ? own() : 'abcd efgh ijkl mnop' };
    case 'device-list':
      return {
        around: words.devices,
        value: rows(3, () => (random.once(3) ? alike() : `Pixel ${random.below(9)} · Chrome`)),
      };
    case 'token-serial':
      return { around: words.serial, value: random.once(2) ? alike() : random.letters('0123456789', 12) };
    case 'sixteen-letter-word':
      return { around: { ...words.devices, caption: '' }, value: random.pick(words.sixteen) };
    case 'api-token':
      return {
        around: words.token,
        value: random.once(2) ? alike() : `pat_${random.letters('0123456789abcdef', 40)}`,
      };
    case 'own-password':
      return {
        around: words.own,
        value: random.once(2) ? own() : random.letters('abcdefghijklmnopqrstuvwxyz', 16),
      };
    // Something that a page keeps out of sight, called what it looks like: a person does not see it, nor would keep it.
    default:
      return { around: { title: '', caption: words.password, text: '' }, value: own() };
  }
}

export function inventNeighbour(wanted: Wanted, words: Words, random: Random): OtherStep {
  const { around, value } = content(wanted, words, random);
  const hidden = isInvisible(wanted.neighbour);
  // Without a title that a person sees, the caption has to say what it is; recovery codes say it by their sentence.
  const titled = wanted.titleForm === 'heading' || wanted.titleForm === 'aria-labelledby';
  const written = wanted.neighbour === 'sixteen-letter-word' || wanted.neighbour === 'device-list';
  return {
    kind: 'other',
    neighbour: wanted.neighbour,
    title: around.title,
    titleForm: hidden ? 'none' : written && !titled ? 'heading' : wanted.titleForm,
    container: wanted.container,
    caption: around.caption,
    value,
    text: hidden || (titled && random.once(3) && wanted.neighbour !== 'help-example') ? '' : around.text,
    copy: hidden || written || wanted.neighbour === 'own-password' ? 'none' : wanted.copy,
    copyWord: random.pick(words.copy.slice(0, 2)),
    done: wanted.done,
  };
}
