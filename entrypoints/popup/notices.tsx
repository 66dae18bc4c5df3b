import { i18n } from '#i18n';
import { isOnlyCodeUnconfirmed } from '../../components/access/warnings-banner';
import { JustSaved } from '../../components/entry/just-saved';
import { WaitingCaptures } from '../../components/entry/waiting-captures';
import { discardCapture, entries, keepCapture, nameProvider } from '../../components/state/entries';
import { FailureBanner } from '../../components/state/failure-banner';
import { now } from '../../components/state/session';
import { PermissionRevoked } from './permission-revoked';

/** What is to be known before anything is searched for: what went wrong, and what waits for an answer. */
export function Notices({ onAnswered }: { onAnswered: () => void }) {
  const loaded = entries.value;
  return (
    <>
      <FailureBanner />
      <PermissionRevoked />
      {loaded && loaded.warnings.length > 0 && (
        <p class="banner banner-warn small">
          {isOnlyCodeUnconfirmed(loaded.warnings)
            ? i18n.t('warning.headingCode')
            : i18n.t('popup.warnings', loaded.warnings.length)}{' '}
          <a href="/app.html" target="_blank" rel="noreferrer">
            {i18n.t('popup.warningsMore')}
          </a>
        </p>
      )}
      {loaded && loaded.news > 0 && (
        <p class="banner small">
          {i18n.t('popup.news', loaded.news)}{' '}
          <a href="/app.html#/lists" target="_blank" rel="noreferrer">
            {i18n.t('popup.warningsMore')}
          </a>
        </p>
      )}
      <JustSaved />
      <WaitingCaptures
        captures={loaded?.waiting ?? []}
        now={now.value}
        nameOf={nameProvider}
        onKeep={async (capture, label, account) => {
          await keepCapture(capture.id, label, account);
          onAnswered();
        }}
        onDiscard={async (capture) => {
          await discardCapture(capture.id);
          onAnswered();
        }}
      />
    </>
  );
}
