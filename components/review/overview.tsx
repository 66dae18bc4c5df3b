import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { StateReport } from '../../lib/messaging/review-shapes';
import type { Condition } from '../../lib/review/reasons';
import { EntryLinks } from '../entry/links';
import { spanWords } from '../text/ages';

interface Props {
  state: StateReport;
  nameOf: (provider: string) => string;
  labelOf: (id: string) => string;
  hrefOf: (id: string) => string;
  listsHref: string;
}

const conditionWords: Record<Condition, () => string> = {
  gone: () => i18n.t('state.isGone'),
  'to-revoke': () => i18n.t('due.toRevoke'),
  retired: () => i18n.t('due.retired'),
  replaced: () => i18n.t('state.isReplaced'),
  replacing: () => i18n.t('due.replacing'),
  unused: () => i18n.t('due.unused'),
  'kept-until': () => i18n.t('due.keptUntil'),
  'too-old': () => i18n.t('due.tooOld'),
  'soon-too-old': () => i18n.t('due.soon'),
  fine: () => i18n.t('state.isFine'),
};

/** The one sentence on how things stand, and the counts that lead to what they count. */
export function StateSummary({ state, labelOf, hrefOf, listsHref, nameOf }: Props) {
  const { needless, openMail } = state;
  const heaps: [string, readonly string[]][] = [
    [i18n.t('state.retired', state.retired.count), state.retired.ids],
    [i18n.t('state.gone', state.gone.count), state.gone.ids],
    [i18n.t('state.toRevoke', state.toRevoke.count), state.toRevoke.ids],
    [i18n.t('state.neverConfirmed', state.neverConfirmed.count), state.neverConfirmed.ids],
  ];
  return (
    <section class="stack-tight" aria-label={i18n.t('state.heading')}>
      <p class="state-sentence">
        {needless === 0 ? i18n.t('state.allNeeded') : i18n.t('state.needless', needless)}{' '}
        {needless > 0 && openMail > 0 ? mailWords(needless, openMail) : ''}
      </p>
      {heaps
        .filter(([, ids]) => ids.length > 0)
        .map(([words, ids]) => (
          <Heap key={words} words={words} ids={ids} labelOf={labelOf} hrefOf={hrefOf} />
        ))}
      {state.unknown.map(({ list, count }) => (
        <p key={`${list} ${count}`}>
          <a href={listsHref}>{i18n.t('state.unknown', count, [String(count), nameOf(list)])}</a>
        </p>
      ))}
      {state.nearLimit.map(({ list, count, limit }) => (
        <p key={`${list} ${count}`}>
          <a href={listsHref}>{i18n.t('state.nearLimit', [count, limit, nameOf(list)])}</a>
        </p>
      ))}
    </section>
  );
}

/** A count that leads to what it counts, listed once somebody asks for it. */
function Heap(props: Pick<Props, 'labelOf' | 'hrefOf'> & { words: string; ids: readonly string[] }) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{props.words}</summary>
      {open && <EntryLinks ids={props.ids} labelOf={props.labelOf} hrefOf={props.hrefOf} />}
    </details>
  );
}

function mailWords(needless: number, openMail: number): string {
  return needless === 1 ? i18n.t('state.itOpensMail') : i18n.t('state.openMail', openMail);
}

/** Every app password by provider, with its age as a bar: a table to a screen reader, and its words carry what colour does. */
export function StatePicture({ state, nameOf, hrefOf }: Props) {
  const longest = Math.max(
    1,
    ...state.picture.flatMap(({ bars }) => bars.map((bar) => Math.max(bar.ageDays, bar.limitDays))),
  );
  if (state.picture.length === 0) return null;
  return (
    <section class="stack">
      <h2>{i18n.t('state.picture')}</h2>
      {state.picture.map(({ provider, count, bars }) => (
        <table key={provider} class="ages">
          <caption>
            {nameOf(provider)} <span class="soft">{i18n.t('state.count', count)}</span>
          </caption>
          <thead class="unseen">
            <tr>
              <th scope="col">{i18n.t('field.label')}</th>
              <th scope="col">{i18n.t('state.age')}</th>
              <th scope="col">{i18n.t('state.condition')}</th>
            </tr>
          </thead>
          <tbody>
            {bars.map(({ id, label, ageDays, limitDays, condition }) => (
              <tr key={id}>
                <th scope="row">
                  <a href={hrefOf(id)}>{label || i18n.t('entry.unnamed')}</a>
                </th>
                <td>
                  {/* The track is as long as its limit, the bar as its age. */}
                  <svg class="age-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                    <rect class="age-limit" width={share(limitDays, longest)} height="8" />
                    <rect
                      class={condition === 'fine' ? 'age-days' : 'age-days age-asked'}
                      y="2"
                      width={Math.max(share(ageDays, longest), 0.5)}
                      height="4"
                    />
                  </svg>
                  <span class="small">{spanWords(ageDays)}</span>
                </td>
                <td class="small">{conditionWords[condition]()}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </section>
  );
}

function share(days: number, longest: number): number {
  return (100 * days) / longest;
}
