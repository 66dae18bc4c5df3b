import { describe, expect, it, vi } from 'vitest';
import { errorWords } from '../../../components/text/errors';
import { errorCodes } from '../../../lib/errors';

vi.mock('#i18n', async () => ({ i18n: { t: (await import('./messages')).readMessage } }));

describe('words for errors', () => {
  it.each(errorCodes)('%s says what happened and what to do next', (code) => {
    const sentences = errorWords(code).split(/[.;:]\s/);
    expect(sentences.length).toBeGreaterThan(1);
  });

  it('says something different for each code', () => {
    expect(new Set(errorCodes.map(errorWords)).size).toBe(errorCodes.length);
  });

  it('shows no code to a person', () => {
    for (const code of errorCodes) expect(errorWords(code)).not.toContain(code.includes('-') ? code : 'bug');
  });
});
