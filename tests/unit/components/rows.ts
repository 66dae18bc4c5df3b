import type { Row } from '../../../lib/messaging/shapes';

/** A row of the list, as the background sends it. */
export function makeRow(id: number | string, changes: Partial<Row> = {}): Row {
  return {
    id: `entry-${id}`,
    provider: 'other',
    site: '',
    label: `Key ${id}`,
    account: '',
    client: '',
    device: '',
    tags: [],
    status: 'active',
    secretChanged: 0,
    custody: 'vault',
    ...changes,
  };
}
