import { i18n } from '#i18n';
import { browser } from '../../lib/browser';
import type { Request, Response } from '../../lib/messaging/protocol';
import type { EntryChanges } from '../../lib/model';
import { reload } from '../state/entries';
import { ask, attempt } from '../state/session';
import { sayDone } from '../state/undo';
import { resolveLink } from './provider-links';

type Answer = Extract<
  Request<'review.answer'>['answer'],
  { kind: 'keep' | 'replace' | 'revoke' | 'revoked' }
>;

const words: Record<Answer['kind'], () => string> = {
  keep: () => i18n.t('undo.kept'),
  replace: () => i18n.t('undo.replace'),
  revoke: () => i18n.t('undo.revoke'),
  revoked: () => i18n.t('undo.revoked'),
};

/** What can be done with one entry; each resolves when the list knows of it, and with `true` when it was done. */
export interface EntryActions {
  answer(answer: Answer): Promise<boolean>;
  /** Plans to revoke it, and opens the provider's page where that is done. */
  revoke(found: Response<'entry.get'>): Promise<boolean>;
  change(changes: EntryChanges): Promise<boolean>;
  complete(secret: string): Promise<boolean>;
  /** @param leave called once it is removed; @param restored called after Undo */
  remove(leave: () => void, restored: () => void): Promise<boolean>;
}

/** What can be done with the entry of this id. */
export function actOn(id: string): EntryActions {
  async function answer(given: Answer): Promise<boolean> {
    const answered = await attempt(() => ask('review.answer', { id, answer: given }));
    if (!answered) return false;
    await reload();
    sayDone(words[given.kind](), answered.undo);
    return true;
  }

  return {
    answer,
    async revoke({ entry, provider }) {
      const isDone = entry.status === 'to-revoke' || (await answer({ kind: 'revoke' }));
      const page = resolveLink(provider?.links.revoke, entry.site);
      if (isDone && page) await attempt(() => browser.tabs.create({ url: page }));
      return isDone;
    },
    async change(changes) {
      const changed = await attempt(() => ask('entry.update', { id, changes }));
      if (!changed) return false;
      await reload();
      sayDone(i18n.t('undo.saved'), changed.undo);
      return true;
    },
    async complete(secret) {
      const kept = await attempt(() => ask('entry.complete', { id, secret }));
      if (!kept) return false;
      await reload();
      sayDone(i18n.t('undo.saved'));
      return true;
    },
    async remove(leave, restored) {
      const removed = await attempt(() => ask('entry.remove', { id }));
      if (!removed) return false;
      leave();
      await reload();
      sayDone(i18n.t('undo.deleted'), async () => {
        const answered = await ask('entry.undo', removed.undo);
        restored();
        return answered;
      });
      return true;
    },
  };
}
