import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { InventoryItemCard, InventoryReport } from '../../lib/messaging/review-shapes';
import { resolveLink } from '../entry/provider-links';
import { answerMany } from '../state/answer-many';
import { entries, nameProvider, providers, reload } from '../state/entries';
import { ask, attempt, load, now } from '../state/session';
import { sayDone } from '../state/undo';
import { InventoryReportView } from './report';

/** What the providers' own pages list, beside what is in the vault. */
export function ListsPage() {
  const [reports, setReports] = useState<readonly InventoryReport[]>();
  const loaded = entries.value;

  useEffect(() => {
    let current = true;
    void load(async () => {
      const { lists } = await ask('list.all', {});
      if (current) setReports(lists);
    });
    return () => {
      current = false;
    };
  }, [loaded]);

  function linkOf({ provider, site }: InventoryReport): string | undefined {
    return resolveLink(providers.value.find(({ id }) => id === provider)?.links.revoke, site);
  }

  async function adopt({ name }: InventoryReport, rows: readonly InventoryItemCard[]) {
    const chosen = rows.map(({ place, label }) => ({ place, label }));
    const made = await attempt(() => ask('list.adopt', { name, rows: chosen }));
    if (!made) return;
    await reload();
    sayDone(i18n.t('lists.adopted', made.ids.length), { changed: [], added: made.ids });
  }

  /** Addresses of pages that list app passwords: the built-in ones, and those of what is in the vault. */
  const pages = providers.value.flatMap((card) => {
    const site = loaded?.rows.find((row) => row.provider === card.id)?.site;
    const isOurs = card.access === 'built-in' || card.access === 'practice' || site !== undefined;
    // Where app passwords have ended, no page lists any.
    const href = isOurs && card.access !== 'ended' ? resolveLink(card.links.revoke, site ?? '') : undefined;
    return href === undefined ? [] : [{ href, name: card.name }];
  });

  return (
    <div class="stack lists">
      <div class="stack-tight">
        <h1>{i18n.t('lists.heading')}</h1>
        <p class="soft">{i18n.t('lists.why')}</p>
      </div>
      {reports?.length === 0 && (
        <div class="nothing stack-tight">
          <h2>{i18n.t('lists.none')}</h2>
          <p class="soft">{i18n.t('lists.noneNext')}</p>
        </div>
      )}
      {pages.length > 0 && (
        <section class="stack-tight">
          <h2>{i18n.t('lists.pages')}</h2>
          <ul class="plain-list">
            {pages.map(({ href, name }) => (
              <li key={name}>
                <a href={href} target="_blank" rel="noreferrer">
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {reports?.map((report) => (
        <InventoryReportView
          key={report.name}
          report={report}
          now={now.value}
          providerName={nameProvider(report.provider)}
          pageHref={linkOf(report)}
          hrefOf={(id) => `#/entry/${id}`}
          onAdopt={(rows) => adopt(report, rows)}
          onGone={(ids) => answerMany(ids, 'revoked', i18n.t('undo.revoked'))}
        />
      ))}
    </div>
  );
}
