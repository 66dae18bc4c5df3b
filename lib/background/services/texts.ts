import { toBase64url } from '../../base64';
import { browser } from '../../browser';
import { encodeText, hashSha256, randomId } from '../../vault/crypto';

export { cleanText } from '../../messaging/said';

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
