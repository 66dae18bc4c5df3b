import { generalReader, readers } from '../../../lib/providers/all';
import { readPage } from '../../../lib/providers/page';
import type { Moment, Reading } from '../../../lib/providers/provider';
import { openFixture } from './fixtures';

/** Pages as small as they can be, read with every reader. */

export const zoho = 'https://accounts.zoho.com/home#security/app_password';

export function read(url: string, body: string, moment: Moment = {}, lang = 'en'): Reading | undefined {
  const html = `<!doctype html><html lang="${lang}"><body>${body}</body></html>`;
  const opened = openFixture({ file: '', provider: '', url, html });
  const here = moment.asked ? [...readers, generalReader] : readers;
  return readPage(here, opened.url, opened.page, moment.asked, moment)?.reading;
}

export const secretOf = (reading: Reading | undefined) =>
  reading?.kind === 'created' || reading?.kind === 'drafted' ? reading.secret : undefined;
