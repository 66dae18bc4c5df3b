import { i18n } from '#i18n';
import type { Manager } from '../state/managers';
import { leftBehindWords, managerStatusWords } from '../text/manager-status';

interface Props {
  managers: readonly Manager[];
  /** Id of the one whose owner is being asked. */
  pairing: string | undefined;
  onLook: (manager: Manager) => void;
  onConnect: (manager: Manager) => void;
  onStop: () => void;
}

/** The password managers, how they stand, and the next step with each. */
export function ManagerList({ managers, pairing, onLook, onConnect, onStop }: Props) {
  return (
    <ul class="managers">
      {managers.map((manager) => (
        <li key={manager.id} class="stack-tight">
          <div class="line">
            <strong>{manager.name}</strong>
            <span class="small soft">{[manager.version, manager.where].filter(Boolean).join(' · ')}</span>
          </div>
          <p role="status">
            {pairing === manager.id
              ? i18n.t('bridge.pairing', [manager.name])
              : manager.state
                ? managerStatusWords(manager.state, manager.name)
                : i18n.t('bridge.looking')}
          </p>
          <p class="small soft">{leftBehind(manager.carries)}</p>
          <div class="line">
            {pairing === manager.id ? (
              <button type="button" class="button button-small" onClick={onStop}>
                {i18n.t('bridge.stop')}
              </button>
            ) : manager.state === 'not-allowed' || manager.state === 'unpaired' ? (
              <button
                type="button"
                class="button button-small"
                aria-label={i18n.t('bridge.connectNamed', [manager.name])}
                onClick={() => onConnect(manager)}
              >
                {i18n.t('bridge.connect')}
              </button>
            ) : (
              <button
                type="button"
                class="button button-small"
                aria-label={i18n.t('bridge.lookNamed', [manager.name])}
                disabled={manager.state === undefined}
                onClick={() => onLook(manager)}
              >
                {i18n.t('bridge.look')}
              </button>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

function leftBehind(carries: readonly string[]): string {
  const left = leftBehindWords(carries);
  return left ? i18n.t('bridge.leftBehind', [left]) : i18n.t('bridge.takesAll');
}
