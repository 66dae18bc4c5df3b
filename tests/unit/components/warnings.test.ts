import { describe, expect, it, vi } from 'vitest';
import { staysUntilSeen, warningWords } from '../../../components/access/warnings-banner';
import { warningKinds } from '../../../lib/model';

vi.mock('#i18n', async () => ({ i18n: { t: (await import('./messages')).readMessage } }));

describe('warnings', () => {
  it.each(warningKinds)('%s has words of its own, and names what it is about', (kind) => {
    const words = warningWords({ kind, id: 'x', label: 'Scanner' });
    expect(words).toMatch(/^[“A-Z].*\.$/s);
    expect(words).not.toContain(kind);
    if (['record-missing', 'record-replaced', 'record-damaged', 'record-found'].includes(kind)) {
      expect(words).toContain('“Scanner”');
      const unnamed = warningWords({ kind, id: 'x' });
      expect(unnamed).toMatch(/^[AT][a-z].*without a readable label.*\.$/s);
    }
  });

  it('stay until they are confirmed where the vault heals them by itself, and where it cannot be healed', () => {
    const staying = warningKinds.filter((kind) => staysUntilSeen({ kind }));
    expect(staying.toSorted()).toEqual([
      'header-mended',
      'manifest-damaged',
      'public-key-replaced',
      'recovery-code-unseen',
      'rolled-back',
      'witness-missing',
      'witness-wrong',
    ]);
    expect(staysUntilSeen({ kind: 'record-replaced', id: 'header' })).toBe(true);
  });
});
