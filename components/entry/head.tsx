import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { ProviderCard } from '../../lib/messaging/shapes';
import type { AppPassword } from '../../lib/model';
import type { Reason } from '../../lib/review/reasons';
import { Monogram } from '../kit/monogram';
import type { MonogramLook } from '../text/monogram';
import { Answers } from './answers';
import { resolveLink } from './provider-links';
import { StateLine } from './state-line';

export interface HeadProps {
  entry: AppPassword;
  provider: ProviderCard | undefined;
  /** Why its review is due, when it is. */
  reason: Reason | undefined;
  providerName: string;
  monogram: MonogramLook;
  /** The days that hold for it. */
  limitDays: number;
  /** When its review is due (ms); absent for one that is revoked. */
  next: number | undefined;
  now: number;
  /** Where its replacement continues. */
  replaceHref: string;
  onKeep: () => void;
  onReplace: () => void;
  onRevoke: () => void;
  onRevoked: () => void;
}

interface Props extends HeadProps {
  /** `h1` where the page is about this entry alone. */
  level: 'h1' | 'h2';
  /** True where links lead into a tab of their own. */
  newTab: boolean;
  /** What stands at the end of the title. */
  children?: ComponentChildren;
}

/** What matters first of an entry: what it is, how it stands in the review, and the answers that fit. */
export function EntryHead({ level: Heading, children, ...props }: Props) {
  const { entry, providerName, reason } = props;
  return (
    <header class="stack-tight">
      <div class="entry-head">
        <Monogram look={props.monogram} large />
        <div class="entry-title">
          <Heading tabIndex={-1}>{entry.label || i18n.t('entry.unnamed')}</Heading>
          <p class="soft">{[providerName, entry.account].filter(Boolean).join(' · ')}</p>
        </div>
        {children}
      </div>
      <StateLine
        entry={entry}
        reason={reason}
        limitDays={props.limitDays}
        next={props.next}
        now={props.now}
      />
      <Answers
        entry={entry}
        reason={reason}
        providerName={providerName}
        revokeHref={resolveLink(props.provider?.links.revoke, entry.site)}
        replaceHref={props.replaceHref}
        newTab={props.newTab}
        onKeep={props.onKeep}
        onReplace={props.onReplace}
        onRevoke={props.onRevoke}
        onRevoked={props.onRevoked}
      />
    </header>
  );
}
