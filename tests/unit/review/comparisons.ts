import type { AppPassword } from '../../../lib/model';
import type { InventoryItem } from '../../../lib/providers/provider';
import { type Comparison, reconcile } from '../../../lib/review/inventory/reconcile';
import { entry, utc } from './entries';

export const ADA = 'ada@mail.example';
export const BOB = 'bob@mail.example';

export type Kept = string | Partial<AppPassword>;

/** Entries `a`, `b`, `c` … with these labels, or with these changes. */
export function keep(entries: Kept[]): AppPassword[] {
  return entries.map((given, index) => {
    const changes = typeof given === 'string' ? { label: given } : given;
    const created = changes.created ?? utc('2026-01-01');
    return entry({ id: String.fromCharCode(97 + index), secretChanged: created, ...changes });
  });
}

/** A complete list of these rows. */
export function show(...rows: (string | InventoryItem)[]) {
  return { complete: true, entries: rows.map((row) => (typeof row === 'string' ? { label: row } : row)) };
}

export const noRows = { complete: true, entries: [] };
export const part = (...rows: string[]) => ({ ...show(...rows), complete: false });
export const of = (account: string, ...rows: (string | InventoryItem)[]) => ({ ...show(...rows), account });
export const on = (label: string, created: string): InventoryItem => ({ label, created });
export const as = (remoteId: string, label: string): InventoryItem => ({ label, remoteId });
export const ids = (given: Record<string, string>) => new Map(Object.entries(given));

export type More = Omit<Comparison, 'provider' | 'entries' | 'list'>;

/** `a=Scan` matched (how, unless by label), `-a` gone, `-a!` surely, `+Scan` unknown, `reason(a|Scan)` doubtful. */
export function tell(comparison: Omit<Comparison, 'provider'>): string {
  const { matched, gone, unknown, doubtful } = reconcile({ provider: 'example-mail', ...comparison });
  return [
    ...matched.map(({ id, row, by }) => `${id}=${row.label}${by === 'label' ? '' : `/${by}`}`),
    ...gone.map(({ id, sure }) => `-${id}${sure ? '!' : ''}`),
    ...unknown.map(({ label }) => `+${label}`),
    ...doubtful.map(
      ({ reason, entries, rows }) =>
        `${reason}(${[...entries].sort().join()}|${rows.map(({ label }) => label).join()})`,
    ),
  ].join(' ');
}
