import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { DAY } from '../../lib/time';
import { dayField, startOfDayField } from '../text/ages';

/** Days ahead that the date field begins with. */
const HALF_A_YEAR = 182;
/** Days after which what waits for a device comes back all the same. */
const MONTH = 30;

/** When to ask again. */
export function PutOff(props: {
  device: string;
  onLater: (days: number, at?: 'device') => void;
  onBack: () => void;
}) {
  const { device, onLater, onBack } = props;
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  const there = device ? i18n.t('review.atDevice', [device]) : i18n.t('review.atItsDevice');
  return (
    <div class="line">
      <span>{i18n.t('review.laterHow')}</span>
      <button type="button" class="button" ref={first} onClick={() => onLater(1)}>
        {i18n.t('review.tomorrow')}
      </button>
      <button type="button" class="button" onClick={() => onLater(7)}>
        {i18n.t('review.week')}
      </button>
      <button type="button" class="button" onClick={() => onLater(MONTH)}>
        {i18n.t('review.month')}
      </button>
      <button type="button" class="button" onClick={() => onLater(MONTH, 'device')}>
        {there}
      </button>
      <button type="button" class="button button-bare" onClick={onBack}>
        {i18n.t('review.back')}
      </button>
    </div>
  );
}

/** The day until which it is kept. */
export function KeepUntil(props: { now: number; onKeep: (until: number) => void; onBack: () => void }) {
  const { now, onKeep, onBack } = props;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [day, setDay] = useState(dayField(now + HALF_A_YEAR * DAY));
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      class="line"
      onSubmit={(event) => {
        event.preventDefault();
        const until = startOfDayField(day);
        if (until !== undefined && until > now) onKeep(until);
      }}
    >
      <label for={id}>{i18n.t('review.keepUntilWhen')}</label>
      <input
        id={id}
        ref={field}
        type="date"
        class="input input-day"
        required
        min={dayField(now + DAY)}
        value={day}
        onInput={(event) => setDay(event.currentTarget.value)}
      />
      <button type="submit" class="button">
        {i18n.t('review.keepUntilThen')}
      </button>
      <button type="button" class="button button-bare" onClick={onBack}>
        {i18n.t('review.back')}
      </button>
    </form>
  );
}
