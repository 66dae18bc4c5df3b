import { i18n } from '#i18n';
import { dayField } from '../../components/age-words';
import { loadTableWriter } from '../../lib/files';
import { ask, attempt } from '../own-pages/session';
import { offerFile } from './offer-file';
import { sayDone } from './undo';

/** What goes into a calendar, and what an auditor wants to see. */
export function RecordsSection() {
  const today = dayField(Date.now());

  const saveCalendar = () =>
    attempt(async () => {
      const { text } = await ask('state.calendar', {});
      if (text === undefined) return sayDone(i18n.t('records.nothingAhead'));
      offerFile(new TextEncoder().encode(text), `spare-key-${today}.ics`, 'text/calendar');
      sayDone(i18n.t('records.calendarMade'));
    });

  const saveTable = (which: 'rows' | 'answers') =>
    attempt(async () => {
      const [report, write] = await Promise.all([ask('state.report', {}), loadTableWriter()]);
      offerFile(write(report[which]), `spare-key-${which}-${today}.csv`, 'text/csv');
      sayDone(i18n.t('export.made'));
    });

  return (
    <section class="stack">
      <h2>{i18n.t('records.heading')}</h2>
      <p class="soft">{i18n.t('records.why')}</p>
      <div class="line">
        <button type="button" class="button" onClick={saveCalendar}>
          {i18n.t('records.calendar')}
        </button>
        <button type="button" class="button" onClick={() => saveTable('rows')}>
          {i18n.t('records.rows')}
        </button>
        <button type="button" class="button" onClick={() => saveTable('answers')}>
          {i18n.t('records.answers')}
        </button>
        <button type="button" class="button" onClick={() => window.print()}>
          {i18n.t('records.print')}
        </button>
      </div>
    </section>
  );
}
