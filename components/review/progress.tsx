import { i18n } from '#i18n';

/** How many of today's reviews are answered, in words with a bar beside them; nothing where there are none. */
export function Progress({ answered, of }: { answered: number; of: number }) {
  if (of === 0) return null;
  return (
    <p class="review-progress">
      <span>{i18n.t('review.progress', [answered, of])}</span>
      <span class="review-bar" aria-hidden="true" style={{ '--share': `${(100 * answered) / of}%` }} />
    </p>
  );
}
