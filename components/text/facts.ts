import { i18n } from '#i18n';

// New facts come with new messages, so the keys are only known while running.

/** The words of a fact; before its day, where it was announced, those for what is ahead. */
export function factWords(id: string, isAhead = false): string {
  return i18n.t(`fact${isAhead ? '_ahead' : ''}.${id}` as 'fact.bitbucket_ended');
}

/** What to do about a fact: every one that retires app passwords has such words. */
export function todoWords(id: string): string {
  return i18n.t(`fact_todo.${id}` as 'fact_todo.bitbucket_ended');
}
