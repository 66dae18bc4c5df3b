import { describe, expect, it } from 'vitest';
import { generalReader, readers } from '../../../lib/providers/all';
import { readPage } from '../../../lib/providers/page';
import './fixtures';
import { openWindow } from '../page';
import { spent } from '../spent';

/** Pages that are built to take long, or are hardly pages. */

const url = new URL('https://app.fastmail.com/settings/security/integrations');

function secretOn(body: string, asked = false, at = url.href): string | undefined {
  const { document } = openWindow(`<html lang="en"><body>${body}</body></html>`);
  const reading = readPage([...readers, generalReader], new URL(at), document, asked)?.reading;
  return reading?.kind === 'created' ? reading.secret : undefined;
}

const step = (before: string) => `<main><h1>Your new app password</h1><form>${before}
  <label for="s">App password</label><input id="s" readonly value="k7qzvw9tbnrq4ms2"><button type="button">Copy</button>
  <p>You will not see it again.</p></form></main>`;

describe('a page that costs time', () => {
  it('by endless names of what is around the secret', () => {
    const long = 'a'.repeat(100_000);
    const begun = spent();
    expect(
      secretOn(`<section aria-label="${long}"><i class="username-lia">${long}</i>${step('')}</section>`),
    ).toBe('k7qzvw9tbnrq4ms2');
    expect(spent() - begun).toBeLessThan(5_000);
  });

  it('by very many secrets in one very long row', () => {
    const secret = (at: number) => `k${(at * 7919 + 104_729).toString(36)}vw9tbnrq4ms2zx8`.slice(0, 16);
    const many = Array.from({ length: 2_000 }, (_, at) => `<b>${secret(at)}</b>`).join('');
    const begun = spent();
    secretOn(`<ul><li>${'Line of this row. '.repeat(12_000)}${many}</li></ul>${step('')}`);
    expect(spent() - begun).toBeLessThan(5_000);
  });

  it('by a long text of many parts in the step itself, when asked', () => {
    const parts = Array.from(
      { length: 2_000 },
      (_, at) => `<p>Line ${at} of all that was said in this step so far</p>`,
    );
    const begun = spent();
    // Nothing knows the address, so that the page is asked for the name.
    secretOn(step(parts.join('')), true, 'https://console.harbour.example/settings');
    expect(spent() - begun).toBeLessThan(5_000);
  });

  it('or has no body at all', () => {
    const { document } = openWindow('<html></html>');
    document.body.remove();
    expect(readPage(readers, url, document)).toBeUndefined();
  });
});
