import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { StateReport } from '../../lib/messaging/review-shapes';
import type { Condition } from '../../lib/review/reasons';
import { EntryLinks } from '../entry/links';
import { AgeLine } from '../kit/age-line';
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
  const samples: [string, readonly string[]][] = [
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
      {samples
        .filter(([, ids]) => ids.length > 0)
        .map(([words, ids]) => (
          <Sample key={words} words={words} ids={ids} labelOf={labelOf} hrefOf={hrefOf} />
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

/** A count that leads to what it counts, listed once the user asks for it. */
function Sample(props: Pick<Props, 'labelOf' | 'hrefOf'> & { words: string; ids: readonly string[] }) {
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
      <Legend />
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
                  <AgeLine
                    ageDays={ageDays}
                    limitDays={limitDays}
                    longest={longest}
                    kind={kindOf(condition, ageDays > limitDays)}
                  />
                  <span class="small">{spanWords(ageDays)}</span>
                </td>
                <td class="small">
                  {condition === 'fine' && ageDays > limitDays
                    ? i18n.t('entry.keptOnPurpose')
                    : conditionWords[condition]()}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </section>
  );
}

/** How the line of an entry is drawn: what is over its limit and asks nothing is kept on purpose. */
function kindOf(condition: Condition, isOver: boolean): 'fine' | 'asked' | 'kept' {
  if (condition !== 'fine') return 'asked';
  return isOver ? 'kept' : 'fine';
}

/** What the lines mean; the words beside each line say the same to those who do not see it. */
function Legend() {
  return (
    <ul class="age-legend small" aria-hidden="true">
      <li>
        <AgeLine ageDays={40} limitDays={100} longest={100} kind="fine" />
        {i18n.t('state.legendFine')}
      </li>
      <li>
        <AgeLine ageDays={100} limitDays={60} longest={100} kind="asked" />
        {i18n.t('state.legendAsked')}
      </li>
      <li>
        <AgeLine ageDays={100} limitDays={60} longest={100} kind="kept" />
        {i18n.t('entry.keptOnPurpose')}
      </li>
    </ul>
  );
}
