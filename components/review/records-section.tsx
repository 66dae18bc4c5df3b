import { i18n } from '#i18n';
import { offerFile } from '../kit/offer-file';
import { ask, attempt } from '../state/session';
import { sayDone } from '../state/undo';
import { dayField } from '../text/ages';

/** What goes into a calendar, and the way to what an auditor wants to see. */
export function RecordsSection() {
  const saveCalendar = () =>
    attempt(async () => {
      const { text } = await ask('state.calendar', {});
      if (text === undefined) return sayDone(i18n.t('records.nothingAhead'));
      offerFile(new TextEncoder().encode(text), `spare-key-${dayField(Date.now())}.ics`, 'text/calendar');
      return sayDone(i18n.t('records.calendarMade'));
    });

  return (
    <section class="stack">
      <h2>{i18n.t('records.heading')}</h2>
      <p class="soft">{i18n.t('records.why')}</p>
      <div class="line">
        <button type="button" class="button" onClick={saveCalendar}>
          {i18n.t('records.calendar')}
        </button>
        <a class="button" href="#/report">
          {i18n.t('settings.report')}
        </a>
      </div>
    </section>
  );
}
