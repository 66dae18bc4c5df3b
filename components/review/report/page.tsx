import { useEffect, useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { SHORT } from '../../../lib/bounds';
import { loadTableWriter } from '../../../lib/files';
import type { AuditReport } from '../../../lib/review/report-shape';
import { offerFile } from '../../kit/offer-file';
import { policy } from '../../state/policy';
import { attempt } from '../../state/session';
import { sayDone } from '../../state/undo';
import { dayField } from '../../text/ages';
import { writePage } from './file';
import style from './report.css?inline';
import { tabulateAnswers, tabulateRows } from './tables';
import { ReportView } from './view';

/** Rows that a table shows before the user asks for all: more than people look at, and soon drawn. */
const MOST = 500;

/** What an auditor wants to see: on the screen, on paper and as files. */
export function ReportPage({ report }: { report: AuditReport }) {
  const id = useId();
  const [name, setName] = useState('');
  const [printing, setPrinting] = useState(false);
  const shown = { report, name: name.trim(), isOrdered: policy.value.locked.includes('limitDays') };

  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    document.adoptedStyleSheets = [sheet];
    return () => {
      document.adoptedStyleSheets = [];
    };
  }, []);

  useEffect(() => {
    if (!printing) return;
    // Every row is drawn by now; the browser comes back when its dialog is closed.
    window.print();
    setPrinting(false);
  }, [printing]);

  const save = (bytes: Uint8Array<ArrayBuffer>, what: string, kind: 'html' | 'csv') => {
    offerFile(bytes, `spare-key-${what}-${dayField(report.made)}.${kind}`, `text/${kind}`);
    sayDone(i18n.t('export.made'));
  };
  const savePage = () =>
    save(writePage(<ReportView {...shown} most={Number.POSITIVE_INFINITY} />), 'report', 'html');
  const saveTable = (table: string[][], what: string) =>
    attempt(async () => save((await loadTableWriter())(table), what, 'csv'));

  if (report.rows.length === 0)
    return (
      <div class="stack">
        <h1>{i18n.t('report.title')}</h1>
        <p class="soft">{i18n.t('report.empty')}</p>
      </div>
    );
  return (
    <div class="stack">
      <div class="report-tools stack">
        <div class="field">
          <label for={id}>{i18n.t('report.name')}</label>
          <input
            id={id}
            class="input"
            autocomplete="off"
            maxLength={SHORT}
            aria-describedby={`${id}-hint`}
            value={name}
            onInput={({ currentTarget }) => setName(currentTarget.value)}
          />
          <p id={`${id}-hint`} class="field-hint">
            {i18n.t('report.nameHint')}
          </p>
        </div>
        <div class="line">
          <button type="button" class="button button-main" onClick={() => setPrinting(true)}>
            {i18n.t('recovery.print')}
          </button>
          <button type="button" class="button" onClick={savePage}>
            {i18n.t('report.save')}
          </button>
          <button type="button" class="button" onClick={() => saveTable(tabulateRows(report), 'rows')}>
            {i18n.t('report.rows')}
          </button>
          <button type="button" class="button" onClick={() => saveTable(tabulateAnswers(report), 'answers')}>
            {i18n.t('report.answers')}
          </button>
        </div>
      </div>
      <ReportView {...shown} most={printing ? Number.POSITIVE_INFINITY : MOST} />
    </div>
  );
}
