import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Damaged } from '../access/damaged';
import { RecoveryCode } from '../access/recovery-code';
import { prepareRating } from '../access/strength';
import { confirmCode } from '../state/entries';
import { loadPolicy } from '../state/policy';
import { route } from '../state/route';
import { attempt } from '../state/session';
import { loadSettings } from '../state/settings';
import { findSettings, type OnMade, type Section } from './find-settings';
import { PolicyProblem } from './policy-section';
import { listSections } from './sections';

/** The settings: one section at a time, or the rows of all that a search finds. */
export function SettingsPage() {
  const nav = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [query, setQuery] = useState('');
  const [made, setMade] = useState<{ code: string; at: number }>();
  const here = route.value;
  const address = here.page === 'settings' ? here.section : undefined;
  const sections = listSections();
  const current = sections.find(({ id }) => id === address) ?? sections[0];
  const found = query.trim() === '' ? undefined : findSettings(sections, query);
  const count = found?.reduce((sum, { rows }) => sum + rows.length, 0) ?? 0;
  const known = useRef(address);

  useEffect(() => {
    void loadSettings();
    void loadPolicy();
    prepareRating();
  }, []);

  useEffect(() => {
    // A field is saved when it is left, which a tab that is closed does not do by itself.
    const leave = () => document.activeElement instanceof HTMLElement && document.activeElement.blur();
    addEventListener('pagehide', leave);
    return () => removeEventListener('pagehide', leave);
  }, []);

  useEffect(() => {
    if (known.current === address) return;
    known.current = address;
    // On a narrow page the list of sections has given way to the section, and the focus with it.
    if (nav.current?.offsetParent === null) heading.current?.focus();
    else if (address === undefined) nav.current?.querySelector('a')?.focus();
  }, [address]);

  if (made) {
    return (
      <RecoveryCode
        code={made.code}
        made={made.at}
        onCopy={() => attempt(() => navigator.clipboard.writeText(made.code))}
        onPrint={() => window.print()}
        onContinue={async () => {
          setMade(undefined);
          await confirmCode();
        }}
      />
    );
  }

  const onMade = (code: string) => setMade({ code, at: Date.now() });
  return (
    <div class="settings" data-section={address} data-searching={found ? true : undefined}>
      <Head query={query} count={found && count} onSearch={setQuery} />
      {current === sections[0] && !found && (
        <div class="settings-news">
          <PolicyProblem />
          <Damaged />
        </div>
      )}
      <Nav
        navRef={nav}
        sections={sections}
        currentId={found ? undefined : current?.id}
        onChoose={() => setQuery('')}
      />
      <div class="settings-main">
        <a class="settings-back" href="#/settings">
          {i18n.t('settings.back')}
        </a>
        {found?.map((section) => (
          <SectionView key={section.id} section={section} onMade={onMade} />
        ))}
        {found?.length === 0 && (
          <div class="nothing stack-tight">
            <h2>{i18n.t('settings.found', 0)}</h2>
            <p class="soft">{i18n.t('settings.noMatchNext')}</p>
          </div>
        )}
        {!found && current && (
          <SectionView key={current.id} section={current} headingRef={heading} onMade={onMade} />
        )}
      </div>
    </div>
  );
}

interface HeadProps {
  query: string;
  /** How many rows are found, while there is a search. */
  count: number | undefined;
  onSearch: (query: string) => void;
}

function Head({ query, count, onSearch }: HeadProps) {
  return (
    <header class="settings-head">
      <h1>{i18n.t('tab.settings')}</h1>
      <input
        type="search"
        class="input"
        aria-label={i18n.t('settings.search')}
        placeholder={i18n.t('settings.search')}
        autoComplete="off"
        spellcheck={false}
        value={query}
        onInput={(event) => onSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || query === '') return;
          event.preventDefault();
          onSearch('');
        }}
      />
      <p class="unseen" role="status">
        {count === undefined ? '' : i18n.t('settings.found', count)}
      </p>
    </header>
  );
}

interface NavProps {
  navRef: { current: HTMLElement | null };
  sections: readonly Section[];
  currentId: string | undefined;
  onChoose: () => void;
}

function Nav({ navRef, sections, currentId, onChoose }: NavProps) {
  return (
    <nav ref={navRef} class="settings-nav" aria-label={i18n.t('settings.nav')}>
      <ul>
        {sections.map(({ id, title }) => (
          <li key={id}>
            <a
              href={`#/settings/${id}`}
              aria-current={currentId === id ? 'page' : undefined}
              onClick={onChoose}
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface ViewProps {
  section: Section;
  headingRef?: { current: HTMLHeadingElement | null };
  onMade: OnMade;
}

function SectionView({ section: { id, title, rows }, headingRef, onMade }: ViewProps) {
  return (
    <section class="settings-section" aria-labelledby={`settings-${id}`}>
      <h2 id={`settings-${id}`} ref={headingRef ?? null} tabIndex={-1}>
        {title}
      </h2>
      {rows.map((row) => (
        <div key={row.id} class="settings-row">
          {row.draw(onMade)}
        </div>
      ))}
    </section>
  );
}
