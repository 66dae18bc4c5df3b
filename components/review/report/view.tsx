import type { ComponentChildren } from 'preact';
import { useId, useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { complianceStatuses } from '../../../lib/review/reasons';
import type { AuditReport, ReportAnswer, ReportRow } from '../../../lib/review/report-shape';
import { dayWords, messageLocale } from '../../text/ages';
import { answerWords } from '../../text/answers';

interface Props {
  report: AuditReport;
  /** Whether the organisation has set the limit. */
  isOrdered: boolean;
  /** The name of the person who answered, as the user types it; empty for none. */
  name: string;
  /** Most rows of each table, until the user asks for all. */
  most: number;
}

const complianceWords: Record<ReportRow['standing'], () => string> = {
  overdue: () => i18n.t('report.overdue'),
  misdated: () => i18n.t('report.misdated'),
  confirmed: () => i18n.t('report.confirmed'),
  within: () => i18n.t('report.within'),
  over: () => i18n.t('due.revoked'),
};

/** Answers that came in another way than by the review. */
const changeWords: Readonly<Record<string, () => string>> = {
  'revoked list': () => i18n.t('report.goneFromList'),
  reviewed: () => i18n.t('log.reviewed'),
  replaced: () => i18n.t('log.replaced'),
  revoked: () => i18n.t('due.revoked'),
  edited: () => i18n.t('report.edited'),
};

/** The report as it goes to an auditor, with nothing to press but what shows more of it. */
export function ReportView({ report, isOrdered, name, most }: Props) {
  const { made, limitDays, totals } = report;
  const time = new Intl.DateTimeFormat(messageLocale(), { dateStyle: 'long', timeStyle: 'long' });
  const allowed: [string] = [dayWords(limitDays)];
  // Kept while the user types a name, because there may be thousands of rows.
  const tables = useMemo(() => <Tables report={report} most={most} />, [report, most]);
  return (
    <article class="report">
      <header>
        <h1>{i18n.t('report.title')}</h1>
        <p>{i18n.t('report.made', [time.format(made)])}</p>
        {name && <p>{i18n.t('report.by', [name])}</p>}
        <p>
          {isOrdered ? i18n.t('report.limitSet', allowed) : i18n.t('report.limit', allowed)}{' '}
          {i18n.t('report.limitOwn')}
        </p>
        <dl>
          {complianceStatuses.map((one) => (
            <div key={one}>
              <dt>{complianceWords[one]()}</dt>
              <dd>{totals[one]}</dd>
            </div>
          ))}
        </dl>
      </header>
      {tables}
    </article>
  );
}

function Tables({ report: { rows, answers, totals }, most }: Pick<Props, 'report' | 'most'>) {
  const day = new Intl.DateTimeFormat(messageLocale(), { dateStyle: 'medium' });
  const moment = new Intl.DateTimeFormat(messageLocale(), { dateStyle: 'medium', timeStyle: 'short' });
  // One for all cells: making one costs more than drawing the row that needs it.
  const days = new Intl.NumberFormat(messageLocale(), { style: 'unit', unit: 'day', unitDisplay: 'long' });

  const drawRow = (row: ReportRow, last: string) => [
    <Named key="named" {...row} />,
    day.format(row.secretChanged),
    row.standing === 'misdated' ? '' : days.format(row.ageDays),
    days.format(row.limitDays),
    last,
    row.confirmed === undefined ? '' : day.format(row.confirmed),
  ];
  const common = {
    secretChanged: i18n.t('report.from'),
    age: i18n.t('state.age'),
    allowed: i18n.t('report.allowed'),
  };
  const columns = (last: string) => [
    i18n.t('field.label'),
    ...Object.values(common),
    last,
    i18n.t('report.kept'),
  ];
  return (
    <>
      <Table
        heading={i18n.t('report.overdue')}
        none={i18n.t('report.overdueNone')}
        columns={columns(i18n.t('report.over'))}
        lines={rows.slice(0, totals.overdue)}
        draw={(row) => drawRow(row, days.format(row.overdueDays))}
        most={most}
      />
      <Table
        heading={i18n.t('report.all')}
        none={i18n.t('report.empty')}
        columns={columns(i18n.t('report.condition'))}
        lines={rows}
        draw={(row) => drawRow(row, nameCompliance(row))}
        most={most}
      />
      <Table
        heading={i18n.t('report.answered')}
        none={i18n.t('report.answeredNone')}
        columns={[i18n.t('report.at'), i18n.t('field.label'), i18n.t('report.answer')]}
        named={1}
        lines={answers}
        draw={(one) => [moment.format(one.at), <Named key="named" {...one} />, nameAnswer(one)]}
        most={most}
      />
    </>
  );
}

/** What an entry is called, and below it whose it is. */
function Named({ label, provider, account, site = '' }: Partial<ReportRow>) {
  const place = provider === 'other' ? i18n.t('provider.other') : provider;
  const owner = [place, account, site].filter((text) => text !== '').join(' · ');
  return (
    <>
      {label || i18n.t('entry.unnamed')}
      <br />
      <small>{owner}</small>
    </>
  );
}

function nameCompliance({ standing, status }: ReportRow): string {
  const words = complianceWords[standing]();
  return status === 'to-revoke' ? `${words} · ${i18n.t('due.toRevoke')}` : words;
}

function nameAnswer({ kind, detail }: ReportAnswer): string {
  const answer = kind === 'reviewed' ? answerWords(detail) : undefined;
  return answer ?? (changeWords[`${kind} ${detail}`] ?? changeWords[kind])?.() ?? '';
}

function Table<Line>(props: {
  heading: string;
  /** What the table says when there are no lines. */
  none: string;
  columns: readonly string[];
  /** Which of them names a line. */
  named?: number;
  lines: readonly Line[];
  /** The cells of a line. */
  draw: (line: Line) => ComponentChildren[];
  most: number;
}) {
  const { heading, none, columns, named = 0, lines, draw, most } = props;
  const id = useId();
  const [all, setAll] = useState(false);
  const shown = all ? lines : lines.slice(0, most);
  const total = new Intl.NumberFormat(messageLocale()).format(lines.length);
  return (
    <section>
      <h2 id={id}>{heading}</h2>
      {lines.length === 0 ? (
        <p>{none}</p>
      ) : (
        <table aria-labelledby={id}>
          <thead>
            <tr>
              {columns.map((words, place) => (
                <th key={words} scope="col" class={place === named ? 'named' : undefined}>
                  {words}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((line, place) => (
              <tr key={place}>
                {draw(line).map((cell, column) =>
                  column === named ? (
                    <th key={column} scope="row">
                      {cell}
                    </th>
                  ) : (
                    <td key={column}>{cell}</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {shown.length < lines.length && (
        <>
          <p>{i18n.t('report.some', [shown.length, total])}</p>
          <button type="button" class="button" onClick={() => setAll(true)}>
            {i18n.t('report.showAll', [total])}
          </button>
        </>
      )}
    </section>
  );
}
