import { i18n } from '#i18n';
import type { Strength } from './strength';

const words = [
  () => i18n.t('strength.score0'),
  () => i18n.t('strength.score1'),
  () => i18n.t('strength.score2'),
  () => i18n.t('strength.score3'),
  () => i18n.t('strength.score4'),
] as const;

/** How hard a passphrase is to guess, in words and as a bar. */
export function StrengthMeter(props: {
  strength: Strength | undefined;
  tooShort: boolean;
  /** Fewest characters. */
  least: number;
}) {
  const { strength, tooShort, least } = props;
  const said = tooShort ? i18n.t('strength.tooShort', [least]) : strength && words[strength.score]();
  return (
    <div class="stack-tight">
      <div
        class="strength"
        data-score={tooShort ? Math.min(strength?.score ?? 0, 1) : (strength?.score ?? 0)}
      >
        <span />
        <span />
        <span />
        <span />
      </div>
      <p class={said === undefined ? 'field-hint' : 'small'} role="status">
        {said ?? i18n.t('strength.advice')}
        {!tooShort && strength?.warning ? ` ${strength.warning}` : ''}
      </p>
    </div>
  );
}
