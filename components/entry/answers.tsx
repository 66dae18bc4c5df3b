import { i18n } from '#i18n';
import type { AppPassword } from '../../lib/model';
import type { Reason } from '../../lib/review/reasons';

interface Props {
  entry: Pick<AppPassword, 'status' | 'replacing'>;
  reason: Reason | undefined;
  providerName: string;
  /** The provider's page where it is revoked, where known. */
  revokeHref: string | undefined;
  /** Where its replacement continues. */
  replaceHref: string;
  /** True where links lead into a tab of their own. */
  newTab: boolean;
  onKeep: () => void;
  onReplace: () => void;
  onRevoke: () => void;
  onRevoked: () => void;
}

/** The answers that fit how an entry stands; none for one that is revoked. */
export function Answers(props: Props) {
  const { status, replacing } = props.entry;
  if (status === 'revoked') return null;
  const waits = status === 'to-revoke';
  const tab = props.newTab ? { target: '_blank', rel: 'noreferrer' } : {};
  return (
    <div class="line">
      {waits && (
        <button type="button" class="button button-main" onClick={props.onRevoked}>
          {i18n.t('entry.markRevoked')}
        </button>
      )}
      {waits && props.revokeHref && (
        <a class="button" href={props.revokeHref} target="_blank" rel="noreferrer">
          {i18n.t('review.openPage', [props.providerName])}
        </a>
      )}
      {replacing && (
        <a class={waits ? 'button' : 'button button-main'} href={props.replaceHref} {...tab}>
          {i18n.t('replace.goOn')}
        </a>
      )}
      {(waits || props.reason !== undefined) && (
        <button type="button" class="button" onClick={props.onKeep}>
          {i18n.t('review.keep')}
        </button>
      )}
      {!waits && !replacing && (
        <button type="button" class="button" onClick={props.onReplace}>
          {i18n.t('replace.start')}
        </button>
      )}
      {!waits && (
        <button type="button" class="button" onClick={props.onRevoke}>
          {i18n.t('review.revoke')}
        </button>
      )}
    </div>
  );
}
