/** Signs of format (Unicode category Cf), which are invisible. */
const UNSEEN = /\p{Cf}/gu;
const DISORDER = new RegExp(`${UNSEEN.source}|[^\\S ]|^ |  | $`, 'u');

/** White space runs folded to one space, trimmed; invisible characters are left out. */
export function fold(text: string | null | undefined): string {
  // Most texts are in order.
  if (!text || !DISORDER.test(text)) return text ?? '';
  return text.replace(UNSEEN, '').replace(/\s+/g, ' ').trim();
}

/**
 * A text as words are compared: lower case, compatibility forms unfolded (UAX 15, NFKC), and one space for all that
 * joins words.
 */
export function spell(text: string | null | undefined): string {
  return fold(
    (text ?? '')
      .normalize('NFKC')
      .toLowerCase()
      .replace(/\u0307/g, '')
      .replace(/[\s'’ʼ`´‑–_-]+/g, ' '),
  );
}

/** An e-mail address inside a text; what people write about addresses has none. */
export const ADDRESS = /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}.-]{1,130}\.[\p{L}\p{N}-]{2,}/u;

/** What is set in quotes, as languages set them: often a name that a person gave. Apostrophes are none. */
export const QUOTED = /[“„”«»"「『]([^“”„«»"「」『』]{1,80})[”“«»"」』]/gu;
