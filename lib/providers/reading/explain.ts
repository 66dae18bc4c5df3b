import { AppError } from '../../errors';
import { readPage } from '../page';
import type { Reader } from '../provider';
import { isMade } from './chance';
import { decide, ENOUGH, type Judged, judgeAll, type Known, lookAround, WEIGHTS } from './evidence';
import { secretIn } from './form';
import { see } from './see';
import { spell } from './text';
import { compileTerms, isLanguageKnown, languagesOf } from './vocabulary';

/** A secret by its form alone: letters x and X, digits 9. */
function formOf(text: string): string {
  return text
    .replace(/\p{Lu}/gu, 'X')
    .replace(/\p{Ll}/gu, 'x')
    .replace(/\p{N}/gu, '9');
}

function describe(judged: Judged, view: ReturnType<typeof see>): string[] {
  const { shown, observations, sum } = judged;
  const { label, titles } = lookAround(view, shown.element, shown.frames);
  const inLanguage = (text: string) => languagesOf('app', spell(text)).join(', ');
  const title = inLanguage(titles[0] ?? '');
  return [
    `  ${sum.toFixed(1).padStart(5)}  <${shown.element.localName}> ${formOf(shown.text)} (by ${shown.by}; ${ENOUGH} is enough)`,
    ...observations.map((one) => `         ${`${WEIGHTS[one]}`.padStart(5)}  ${one}`),
    ...(title ? [`                the title says so in: ${title}`] : []),
    ...(inLanguage(label) ? [`                the label says so in: ${inLanguage(label)}`] : []),
  ];
}

/**
 * Says how a page is read and why: what each reader for it answers, and all observations with their weights for each
 * text that has the form of a secret. Secrets are written by their form alone.
 * @param asked the user asks to look
 * @returns lines of text
 */
export function explain(readers: readonly Reader[], url: URL, page: Document, asked: boolean): string {
  const lines: string[] = [];
  for (const reader of readers) {
    try {
      const found = readPage([reader], url, page, asked);
      const reading = found?.reading;
      const secret = reading && 'secret' in reading ? { secret: formOf(reading.secret) } : {};
      lines.push(`${reader.id}: ${reading ? JSON.stringify({ ...reading, ...secret }) : 'nothing'}`);
    } catch (error) {
      lines.push(`${reader.id}: ${error instanceof AppError ? error.message : 'a bug'}`);
    }
    const isOwn = (text: string) => (reader.asked ? isMade(text) : secretIn(reader.shape, text) !== undefined);
    const view = see(page.body, (text) => (isOwn(text) ? 'exact' : isMade(text) ? 'made' : undefined));
    const { rare = false, own = false, called } = reader.pages?.(url) ?? {};
    const language = isLanguageKnown(page.documentElement.lang);
    const known: Known = {
      rare,
      own,
      named: false,
      asked,
      language,
      called: called ? compileTerms(called.split('|')) : undefined,
    };
    for (const fit of ['exact', 'made'] as const) {
      const judged = judgeAll(view, known, fit);
      if (judged.length)
        lines.push(fit === 'exact' ? '  Texts of its form:' : '  Other texts that a machine made:');
      for (const one of judged.slice(0, 5)) lines.push(...describe(one, view));
      if (fit === 'exact' && judged.length && !decide(judged))
        lines.push('  None is likely enough, or two are alike.');
    }
  }
  return lines.join('\n');
}
