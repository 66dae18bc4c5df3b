import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
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

/** What to do first: where to make an app password, and the ways that always work. */
export function WhatNow() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const direct = providers.value.flatMap(({ id, name, access, links: { create } }) =>
    create && (access === 'built-in' || access === 'practice') ? [{ id, name, create }] : [],
  );
  const selfHosted = providers.value.filter(({ access }) => access === 'self-hosted');
  return (
    <div class="stack">
      <h1 ref={heading} tabIndex={-1}>
        {i18n.t('done.heading')}
      </h1>
      <p class="lead">{i18n.t('done.lead')}</p>
      <WaitingCaptures
        captures={entries.value?.waiting ?? []}
        now={now.value}
        nameOf={nameProvider}
        onKeep={(capture, label, account) => keepCapture(capture.id, label, account)}
        onDiscard={(capture) => discardCapture(capture.id)}
      />
      {direct.length > 0 && (
        <section class="stack-tight">
          <h2>{i18n.t('done.direct')}</h2>
          <p class="soft">{i18n.t('done.directHow')}</p>
          <ul class="provider-list">
            {direct.map(({ id, name, create }) => (
              <li key={id}>
                <a href={create} target="_blank" rel="noreferrer">
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ChooseProviders />
      {selfHosted.length > 0 && (
        <section class="stack-tight">
          <h2>{i18n.t('done.selfHosted')}</h2>
          <p class="soft">
            {i18n.t('done.selfHostedHow', [
              new Intl.ListFormat(i18n.t('locale'), { type: 'disjunction' }).format(
                selfHosted.map(({ name }) => name),
              ),
            ])}
          </p>
        </section>
      )}
      <section class="stack-tight">
        <h2>{i18n.t('done.always')}</h2>
        <p class="soft">{i18n.t('done.rightClick')}</p>
        <p class="soft">{i18n.t('done.byHand')}</p>
      </section>
      <div>
        <a class="button button-main" href="/app.html">
          {i18n.t('welcome.openVault')}
        </a>
      </div>
    </div>
  );
}
