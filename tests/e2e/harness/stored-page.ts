import { readFileSync } from 'node:fs';

/** A page of a provider that is stored among the fixtures. */
export interface StoredPage {
  url: URL;
  html: string;
  secret: string;
}

/** A stored page, as it is once its scripts have run. */
export function readStoredPage(file: string): StoredPage {
  const html = readFileSync(`tests/fixtures/providers/${file}.html`, 'utf8');
  const told = JSON.parse(/<!-- (.*) -->/.exec(html)?.[1] ?? '') as {
    url: string;
    reading: { secret?: string } | null;
    properties?: Record<string, string>;
  };
  const set = Object.entries(told.properties ?? {})
    .map(
      ([selector, value]) =>
        `document.querySelector(${JSON.stringify(selector)}).value = ${JSON.stringify(value)};`,
    )
    .join('');
  const script = set === '' ? '' : `<script>${set}</script>`;
  return { url: new URL(told.url), html: html + script, secret: told.reading?.secret ?? '' };
}
