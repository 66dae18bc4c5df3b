import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { Checklist } from '../../components/access/checklist';
import { WaitingCaptures } from '../../components/entry/waiting-captures';
import { ChooseProviders } from '../../components/settings/choose-providers';
import {
  discardCapture,
  entries,
  keepCapture,
  nameProvider,
  providers,
} from '../../components/state/entries';
import { now } from '../../components/state/session';

/** The accounts to watch, the first app password, and the steps that are left. */
export function WhatNow() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const practice = providers.value.find(({ access }) => access === 'practice')?.links.create;
  const builtIn = providers.value.flatMap(({ id, name, access, links: { create } }) =>
    create && access === 'built-in' ? [{ id, name, create }] : [],
  );
  const selfHosted = providers.value.filter(({ access }) => access === 'self-hosted');
  const any = new Intl.ListFormat(i18n.t('locale'), { type: 'disjunction' });
  return (
    <div class="stack">
      <h1 ref={heading} tabIndex={-1}>
        {i18n.t('done.heading')}
      </h1>
      <WaitingCaptures
        captures={entries.value?.waiting ?? []}
        now={now.value}
        nameOf={nameProvider}
        onKeep={(capture, label, account) => keepCapture(capture.id, label, account)}
        onDiscard={(capture) => discardCapture(capture.id)}
      />
      <ChooseProviders />
      <details class="fold">
        <summary>{i18n.t('done.others')}</summary>
        <div class="stack-tight soft">
          {selfHosted.length > 0 && (
            <p>{i18n.t('done.selfHostedHow', [any.format(selfHosted.map(({ name }) => name))])}</p>
          )}
          <p>{i18n.t('done.rightClick')}</p>
          <p>{i18n.t('done.byHand')}</p>
        </div>
      </details>
      <section class="stack">
        <h2>{i18n.t('done.next')}</h2>
        <p class="soft">{i18n.t('done.nextHow')}</p>
        <ul class="stack-tight">
          {builtIn.map(({ id, name, create }) => (
            <li key={id}>
              <a href={create} target="_blank" rel="noreferrer">
                {i18n.t('review.openPage', [name])}
              </a>
            </li>
          ))}
        </ul>
        <div class="line">
          {practice && (
            <a class="button button-main" href={practice} target="_blank" rel="noreferrer">
              {i18n.t('done.practice')}
            </a>
          )}
          <a class={practice ? 'button' : 'button button-main'} href="/app.html">
            {i18n.t('welcome.openVault')}
          </a>
        </div>
      </section>
      <Checklist newTab />
    </div>
  );
}
