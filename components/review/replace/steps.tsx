import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { ProviderCard } from '../../../lib/messaging/shapes';
import type { Replacing } from '../../../lib/model';
import type { ReplaceStep } from '../../../lib/review/reasons';
import { FactList } from '../../entry/fact-list';
import { CopyButton } from '../../kit/copy-button';
import { dateWords } from '../../text/ages';
import { ReplacementChoice } from './choice';
import { ReplacePlaces } from './places';

const steps = ['make', 'move', 'revoke'] as const;

/** Another app password of the same provider. */
export interface Candidate {
  id: string;
  label: string;
  /** When its secret was made (ms). */
  made: number;
}

interface Props {
  label: string;
  /** When the old one was made (ms). */
  made: number;
  step: ReplaceStep;
  providerName: string;
  facts: ProviderCard['facts'];
  createHref: string | undefined;
  revokeHref: string | undefined;
  /** The one that takes its place, once it is known. */
  fresh: Candidate | undefined;
  candidates: readonly Candidate[];
  places: Replacing['places'];
  hrefOf: (id: string) => string;
  /** What has to be done for the new one to be seen. */
  watch: ComponentChildren;
  /** What to say about the clipboard. */
  status: ComponentChildren;
  onOpened: () => void;
  onCopyLabel: () => void;
  onCopyNew: (() => void) | undefined;
  onLink: (id: string) => void;
  onUnlink: () => void;
  onPlaces: (places: Replacing['places']) => void;
  onMoved: () => void;
  onGone: () => void;
  onStop: () => void;
}

/** A guided replacement: create a new app password, update every app and device, revoke the old one. */
export function ReplaceRun(props: Props) {
  const { label, step, fresh } = props;
  return (
    <article class="stack">
      <h1 tabIndex={-1}>{i18n.t('replace.heading', [label])}</h1>
      {step === 'done' ? (
        <p class="state-sentence" role="status">
          {fresh ? i18n.t('replace.finished', [label]) : i18n.t('replace.finishedAlone', [label])}
        </p>
      ) : (
        <p class="soft">{i18n.t('replace.leave')}</p>
      )}
      <ol class="steps">
        <Step name="make" at={step}>
          {step === 'make' ? <Make {...props} /> : <Made {...props} />}
        </Step>
        <Step name="move" at={step}>
          {step === 'move' && <Move {...props} />}
        </Step>
        <Step name="revoke" at={step}>
          {step === 'revoke' && <TakeBack {...props} />}
        </Step>
      </ol>
      {(step === 'make' || step === 'move') && (
        <div>
          <button type="button" class="button" onClick={props.onStop}>
            {i18n.t('replace.stop')}
          </button>
        </div>
      )}
    </article>
  );
}

const headings = {
  make: () => i18n.t('replace.make'),
  move: () => i18n.t('replace.move'),
  revoke: () => i18n.t('replace.revoke'),
};

function Step({
  name,
  at,
  children,
}: {
  name: (typeof steps)[number];
  at: ReplaceStep;
  children: ComponentChildren;
}) {
  const place = at === 'done' ? steps.length : steps.indexOf(at);
  const mine = steps.indexOf(name);
  const words = mine < place ? i18n.t('replace.done') : i18n.t('replace.ahead');
  return (
    <li class={mine === place ? 'step step-now' : 'step'} aria-current={mine === place ? 'step' : undefined}>
      <header class="line">
        <h2>{headings[name]()}</h2>
        <span class="mark mark-quiet small">{mine === place ? i18n.t('replace.now') : words}</span>
      </header>
      {mine <= place && children}
    </li>
  );
}

function Make(props: Props) {
  const { label, providerName, createHref, facts } = props;
  return (
    <div class="stack">
      <p>{i18n.t('replace.makeHow')}</p>
      {label !== '' && (
        <p class="line">
          <span>
            {i18n.t('replace.label')}: <strong>{label}</strong>
          </span>
          <CopyButton what={i18n.t('replace.label')} onCopy={props.onCopyLabel} />
        </p>
      )}
      {createHref ? (
        <div>
          <PageLink href={createHref} name={providerName} onOpened={props.onOpened} />
        </div>
      ) : (
        <p>{i18n.t('replace.pageUnknown')}</p>
      )}
      {props.watch}
      <FactList facts={facts} about="making" />
      <ReplacementChoice candidates={props.candidates} onLink={props.onLink} />
    </div>
  );
}

function Made({ fresh, step, hrefOf, onUnlink }: Props) {
  if (!fresh) return null;
  return (
    <p class="line">
      <span>
        <a href={hrefOf(fresh.id)}>{i18n.t('replace.made', [fresh.label, dateWords(fresh.made)])}</a>
      </span>
      {step === 'move' && (
        <button type="button" class="button button-bare button-small" onClick={onUnlink}>
          {i18n.t('replace.notThis')}
        </button>
      )}
    </p>
  );
}

function Move({ facts, places, onPlaces, onMoved, onCopyNew, fresh, hrefOf, status }: Props) {
  const left = places.filter(({ moved }) => !moved).length;
  return (
    <div class="stack">
      <p>{i18n.t('replace.moveHow')}</p>
      {fresh && (
        <div class="stack-tight">
          <div class="line">
            {onCopyNew && (
              <button type="button" class="button" onClick={onCopyNew}>
                {i18n.t('replace.copyNew')}
              </button>
            )}
            <a class="button" href={hrefOf(fresh.id)}>
              {i18n.t('replace.openNew')}
            </a>
          </div>
          <div role="status">{status}</div>
        </div>
      )}
      <FactList facts={facts} about="using" />
      <ReplacePlaces places={places} onPlaces={onPlaces} />
      <div class="line">
        <button type="button" class={left > 0 ? 'button' : 'button button-main'} onClick={onMoved}>
          {i18n.t('replace.moved')}
        </button>
        {left > 0 && <span class="small soft">{i18n.t('replace.left', left)}</span>}
      </div>
    </div>
  );
}

function TakeBack({ label, made, fresh, revokeHref, providerName, facts, onGone }: Props) {
  return (
    <div class="stack">
      <p>{i18n.t('replace.revokeHow', [dateWords(made)])}</p>
      {fresh?.label === label && <p>{i18n.t('replace.sameLabel')}</p>}
      <FactList facts={facts} about="revoking" />
      {!fresh && <p>{i18n.t('replace.newGone')}</p>}
      <div class="line">
        {revokeHref && <PageLink href={revokeHref} name={providerName} />}
        <button type="button" class="button" onClick={onGone}>
          {i18n.t('replace.gone')}
        </button>
      </div>
    </div>
  );
}

function PageLink({ href, name, onOpened }: { href: string; name: string; onOpened?: () => void }) {
  return (
    <a
      class="button button-main"
      href={href}
      target="_blank"
      rel="noreferrer"
      onClick={onOpened}
      onAuxClick={onOpened}
    >
      {i18n.t('replace.openPage', [name])}
    </a>
  );
}
