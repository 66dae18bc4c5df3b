import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { Server } from '../../lib/messaging/shapes';
import type { AppPassword } from '../../lib/model';
import { CopyButton } from '../kit/copy-button';
import { SecretView } from './secret';
import { listSignIn, type SignInServer, writeSignIn } from './sign-in-lines';

interface Props {
  entry: Pick<AppPassword, 'account' | 'site' | 'protocols' | 'custody'>;
  servers: readonly Server[];
  /** The password, while it is shown. */
  secret: string | undefined;
  onCopy: () => void;
  onShow: () => void;
  onHide: () => void;
  onCopyText: (text: string) => void;
  /** What belongs below. */
  children?: ComponentChildren;
}

/** Stands for characters that are not shown; how many there are stays unsaid. */
const DOTS = '••••••••••';

/** What an app asks for, in the order in which mail programs ask, each with Copy. */
export function SignInDetails(props: Props) {
  const { entry, servers, onCopyText } = props;
  const signIn = listSignIn(entry, servers);
  const hasText = signIn.user !== '' || signIn.servers.length > 0;
  return (
    <section class="stack-tight">
      <div class="line">
        <h2>{i18n.t('signIn.heading')}</h2>
        {hasText && (
          <span class="push">
            <CopyButton
              what={i18n.t('signIn.allNamed')}
              words={i18n.t('signIn.all')}
              onCopy={() => onCopyText(writeSignIn(signIn))}
            />
          </span>
        )}
      </div>
      <dl class="sign-in">
        {signIn.user !== '' && (
          <Line term={i18n.t('server.user')}>
            <Value text={signIn.user} what={i18n.t('server.user')} onCopyText={onCopyText} />
          </Line>
        )}
        <Line term={i18n.t('secret.label')}>
          <PasswordValue {...props} />
        </Line>
        <Servers servers={signIn.servers} onCopyText={onCopyText} />
      </dl>
      {signIn.more.length > 0 && (
        <details class="fold">
          <summary>{i18n.t('signIn.more', signIn.more.length)}</summary>
          <dl class="sign-in">
            <Servers servers={signIn.more} onCopyText={onCopyText} />
          </dl>
        </details>
      )}
      {props.children}
    </section>
  );
}

function Line({ term, children }: { term: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd class="line">{children}</dd>
    </div>
  );
}

/** The password as dots until it is shown. */
function PasswordValue({ entry, secret, onCopy, onShow, onHide }: Props) {
  if (entry.custody === 'none') return <span class="soft">{i18n.t('entry.elsewhere')}</span>;
  if (entry.custody !== 'vault') return <span class="soft">{i18n.t('entry.inManager')}</span>;
  return (
    <>
      {secret === undefined ? (
        <span class="mono" aria-hidden="true">
          {DOTS}
        </span>
      ) : (
        <SecretView secret={secret} large />
      )}
      <button type="button" class="button button-small" aria-label={i18n.t('entry.copy')} onClick={onCopy}>
        {i18n.t('entry.copyShort')}
      </button>
      <button
        type="button"
        class="button button-small"
        aria-label={secret === undefined ? i18n.t('entry.show') : i18n.t('entry.hide')}
        onClick={secret === undefined ? onShow : onHide}
      >
        {secret === undefined ? i18n.t('entry.showShort') : i18n.t('entry.hideShort')}
      </button>
    </>
  );
}

function Servers({ servers, onCopyText }: { servers: SignInServer[] } & Pick<Props, 'onCopyText'>) {
  return (
    <>
      {servers.map(({ name, host, port, security, user }) => (
        <Line key={`${name} ${host}`} term={name}>
          <Value text={host} what={`${name}, ${i18n.t('server.host')}`} onCopyText={onCopyText} />
          {port && (
            <>
              <span class="soft">{i18n.t('server.port')}</span>
              <Value text={port} what={`${name}, ${i18n.t('server.port')}`} onCopyText={onCopyText} />
            </>
          )}
          {security && <span class="soft">{security}</span>}
          {user && (
            <>
              <span class="soft">{i18n.t('server.user')}</span>
              <Value text={user} what={`${name}, ${i18n.t('server.user')}`} onCopyText={onCopyText} />
            </>
          )}
        </Line>
      ))}
    </>
  );
}

function Value({ text, what, onCopyText }: { text: string; what: string } & Pick<Props, 'onCopyText'>) {
  return (
    <span class="sign-in-value">
      <span class="mono">{text}</span> <CopyButton what={what} onCopy={() => onCopyText(text)} />
    </span>
  );
}
