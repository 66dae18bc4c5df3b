import { browser } from '../browser';
import { SHORT } from '../model';
import { encodeText, hashSha256, randomId, toBase64url } from '../vault/crypto';

/**
 * Makes a text from a page safe to keep and to show: NFC, no control, bidi or invisible characters,
 * white space folded, at most 200 UTF-16 units without cutting a character in two.
 */
export function cleanText(text: string): string {
  const plain = text
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/gu, '')
    // What was taken out may have stood between two blanks, or between a letter and its accent.
    .replace(/ +/g, ' ')
    .normalize('NFC')
    .trim();
  let cut = '';
  for (const character of plain) {
    if (cut.length + character.length > SHORT) break;
    cut += character;
  }
  return cut.trim();
}

const SALT = 'fingerprint-salt';

/** Salted SHA-256 of a text, base64url; the salt lives as long as the browser runs. */
export async function fingerprint(text: string): Promise<string> {
  const stored = await browser.storage.session.get(SALT);
  let salt = stored[SALT] as string | undefined;
  if (salt === undefined) {
    salt = randomId();
    await browser.storage.session.set({ [SALT]: salt });
  }
  return toBase64url(hashSha256(encodeText(`${salt}\n${text}`)));
}
