import type { AuditReport, ReportAnswer, ReportRow } from '../../../lib/review/report-shape';

const rowColumns = [
  ...(['label', 'provider', 'site', 'account', 'client', 'device', 'status', 'custody'] as const),
  ...(['created', 'secretChanged', 'ageDays', 'limitDays', 'standing', 'overdueDays'] as const),
  ...(['confirmed', 'forgotten'] as const),
] satisfies (keyof ReportRow)[];
const answerColumns = [
  'at',
  'label',
  'provider',
  'account',
  'kind',
  'detail',
] as const satisfies (keyof ReportAnswer)[];
const times: readonly string[] = ['created', 'secretChanged', 'confirmed', 'at'];

/**
 * The cells of a file: ids of the columns, then one line an entry. Times are ISO 8601 in UTC. The code that writes them
 * guards against formulas.
 */
export function tabulateRows({ rows }: Pick<AuditReport, 'rows'>): string[][] {
  return tabulate(rowColumns, rows);
}

/** The cells of a file: one line an answer, as for `tabulateRows`. */
export function tabulateAnswers({ answers }: Pick<AuditReport, 'answers'>): string[][] {
  return tabulate(answerColumns, answers);
}

function tabulate<Column extends string>(
  columns: readonly Column[],
  lines: readonly { [name in Column]?: string | number | undefined }[],
): string[][] {
  return [[...columns], ...lines.map((line) => columns.map((column) => writeCell(column, line[column])))];
}

function writeCell(column: string, value: string | number | undefined): string {
  return typeof value === 'number' && times.includes(column)
    ? new Date(value).toISOString()
    : String(value ?? '');
}
