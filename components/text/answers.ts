import { i18n } from '#i18n';

const answers: Readonly<Record<string, () => string>> = {
  keep: () => i18n.t('review.keep'),
  later: () => i18n.t('review.later'),
  replace: () => i18n.t('review.replace'),
  revoke: () => i18n.t('review.revoke'),
  revoked: () => i18n.t('report.markedRevoked'),
};

/** What was answered in a review; `undefined` for an answer that this version does not know. */
export function answerWords(answer: string | undefined): string | undefined {
  return answers[answer ?? '']?.();
}
