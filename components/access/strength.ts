/** How a chosen passphrase was rated. */
export interface Strength {
  /** 0 (guessed at once) to 4 (very hard to guess), as zxcvbn counts. */
  score: 0 | 1 | 2 | 3 | 4;
  /** Words of the language pack on what makes it weak; empty when nothing does. */
  warning: string;
}

type Rater = (passphrase: string) => Strength;

async function loadRater(): Promise<Rater> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]);
  const zxcvbn = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    translations: english.translations,
  });
  return (passphrase) => {
    const { score, feedback } = zxcvbn.check(passphrase, ['spare key', 'sparekey', 'app password']);
    return { score, warning: score < 3 ? (feedback.warning ?? '') : '' };
  };
}

let rater: Promise<Rater> | undefined;

/** Rates a passphrase; the word lists are loaded with the first call. */
export async function ratePassphrase(passphrase: string): Promise<Strength> {
  rater ??= loadRater();
  return (await rater)(passphrase);
}

/** Loads the word lists before the user waits for them. */
export function prepareRating(): void {
  setTimeout(() => void ratePassphrase(''), 200);
}
