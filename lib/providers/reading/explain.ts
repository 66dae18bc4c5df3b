import { AppError } from '../../errors';
import { readPage } from '../page';
import type { Moment, Reader } from '../provider';
import { languagesOf } from '../words/compile';
import { lookAround } from './around';
import { isMade } from './chance';
import type { Weighed } from './evidence';
import { secretIn } from './form';
import { rateFields } from './naming';
import { namingObservations, observations as texts } from './observations';
import { look, weigh } from './steps';
import { spell } from './text';
import type { View } from './view';
import { ENOUGH, WEIGHTS } from './weights';

/** A secret by its form alone: letters x and X, digits 9. */
function formOf(text: string): string {
  return text
    .replace(/\p{Lu}/gu, 'X')
    .replace(/\p{Ll}/gu, 'x')
    .replace(/\p{N}/gu, '9');
}

function describe(weighed: Weighed, view: View): string[] {
  const { shown, observations, sum } = weighed;
  const { label, titles } = lookAround(view, shown.element, shown.frames);
  const inLanguage = (text: string) => languagesOf('app', spell(text)).join(', ');
  const title = inLanguage(titles[0] ?? '');
  return [
    `  ${sum.toFixed(1).padStart(5)}  <${shown.element.localName}> ${formOf(shown.text)} (by ${shown.by}; ${ENOUGH} is enough)`,
    ...observations.map((one) => `         ${`${WEIGHTS[one]}`.padStart(5)}  ${texts[one]}`),
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
export function explain(
  readers: readonly Reader[],
  url: URL,
  page: Document,
  asked: boolean,
  moment: Moment = {},
): string {
  const lines: string[] = [];
  for (const reader of readers) {
    try {
      const found = readPage([reader], url, page, asked, moment);
      const reading = found?.reading;
      const secret = reading && 'secret' in reading ? { secret: formOf(reading.secret) } : {};
      lines.push(`${reader.id}: ${reading ? JSON.stringify({ ...reading, ...secret }) : 'nothing'}`);
    } catch (error) {
      lines.push(`${reader.id}: ${error instanceof AppError ? error.message : 'a bug'}`);
    }
    const pages = { ...reader.pages?.(url), ...(reader.asked && { asked: true as const }) };
    const shape = pages.form ? { ...reader.shape, shown: pages.form } : reader.shape;
    const isOwn = (text: string) => (reader.asked ? isMade(text) : secretIn(shape, text, true) !== undefined);
    const view = look(page, (text) => isOwn(text) || isMade(text));
    const own = weigh(view, isOwn, page, pages, moment);
    const others = weigh(view, (text) => !isOwn(text) && isMade(text), page, pages, moment);
    const place = {
      own: own.known.own,
      called: own.known.called,
      strict: false,
      fits: isOwn,
      typed: moment.typed,
    };
    for (const { mark, observations, rate } of rateFields(view, place).slice(0, 3))
      lines.push(
        `  ${rate.toFixed(1).padStart(5)}  <${mark.element.localName}> for the name: ${observations.map((one) => namingObservations[one]).join('; ')}`,
      );
    if (own.weighed.length) lines.push('  Texts of its form:');
    for (const one of own.weighed.slice(0, 5)) lines.push(...describe(one, view));
    if (own.weighed.length && !own.chosen) lines.push('  None is likely enough, or two are alike.');
    if (others.weighed.length) lines.push('  Other texts that a machine made:');
    for (const one of others.weighed.slice(0, 5)) lines.push(...describe(one, view));
  }
  return lines.join('\n');
}
