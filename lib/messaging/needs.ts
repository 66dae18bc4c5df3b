import type { Name } from './protocol';

/**
 * What a message needs of the vault. `open`: it reads or changes what is in it. `open-once-made`: it changes what
 * protects the vault, so it needs it open, too; before there is one, there is nothing to protect and set-up continues.
 * `nothing`: it is answered while the vault is locked.
 */
export type Need = 'open' | 'open-once-made' | 'nothing';

/** How the vault stands; `unmade` while there is none. */
export type LockState = 'open' | 'locked' | 'unmade';

/** What each message needs of the vault; a message that is missing here does not compile. */
export const needs: Record<Name, Need> = {
  // A password that is shown once does not wait for an unlocking, and the card has to be answered.
  'capture.offer': 'nothing',
  'capture.keep': 'nothing',
  'capture.refused': 'nothing',
  'page.noted': 'nothing',
  'page.changed': 'nothing',
  'words.get': 'nothing',
  // What was caught is answered in our own pages, too.
  'capture.discard': 'open-once-made',
  'capture.take-back': 'open',
  'capture.confirm': 'open',
  // A page is not told whether the vault is open: while it is not, its list is passed over.
  'list.offer': 'nothing',
  'list.all': 'open',
  'list.adopt': 'open',

  // The ways in, and what they have to know.
  'vault.status': 'nothing',
  'vault.create': 'nothing',
  'vault.unlock': 'nothing',
  'vault.recover': 'nothing',
  'vault.lock': 'nothing',
  'vault.change-passphrase': 'open',
  'vault.renew-recovery-code': 'open',
  'vault.erase': 'open-once-made',
  // For those who cannot open it any more: announced, and done some time after that.
  'vault.erase-forgotten': 'nothing',
  'vault.change-key': 'open',
  'vault.key-progress': 'open',
  'vault.repair': 'open',
  'vault.confirm-warnings': 'open',
  'vault.export-damaged': 'open',

  'entry.list': 'open',
  'entry.get': 'open',
  'entry.secret': 'open',
  'secret.check': 'open',
  'entry.add': 'open',
  'entry.complete': 'open',
  'entry.update': 'open',
  'entry.remove': 'open',
  'entry.restore': 'open',
  'entry.undo': 'open',

  // Names, and giving up.
  'bridge.list': 'nothing',
  'bridge.stop-pairing': 'nothing',
  'bridge.begin': 'open-once-made',
  'bridge.look': 'open',
  'bridge.pair': 'open',
  'bridge.deliver': 'open',
  'bridge.fetch': 'open',

  'transfer.read': 'open',
  'transfer.known': 'open',
  'transfer.add': 'open',
  'backup.read': 'open',
  'backup.restore': 'open',
  'backup.made': 'open',
  'backup.status': 'open',

  // Looking once is asked of the browser by a click, seals what it finds, and changes nothing for later.
  'provider.list': 'nothing',
  'site.look': 'nothing',
  'site.list': 'nothing',
  'site.watch': 'open-once-made',
  'site.unwatch': 'open-once-made',

  // A sketch has nothing of the vault, and helps those who have none yet.
  'sketch.draw': 'nothing',
  'sketch.get': 'nothing',
  'sketch.drop': 'nothing',

  'review.list': 'open',
  'review.answer': 'open',
  'review.answer-all': 'open',
  'state.groups': 'open',
  'state.changed': 'open',
  'state.report': 'open',
  'state.calendar': 'open',

  'settings.get': 'nothing',
  'settings.set': 'open-once-made',
  'policy.get': 'nothing',
};

/** Whether a message may be answered while the vault stands so. */
export function isMet(need: Need, lockState: LockState): boolean {
  if (need === 'nothing' || lockState === 'open') return true;
  return need === 'open-once-made' && lockState === 'unmade';
}
