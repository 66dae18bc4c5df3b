import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createSites } from '../../../lib/background/services/sites';
import { builtInScripts } from '../../../lib/providers';

const sites = createSites(builtInScripts());
const may = (provider: string, address: string, tabId = 1) => sites.names(provider, new URL(address), tabId);

describe('a page may name', () => {
  beforeEach(async () => {
    fakeBrowser.reset();
    await fakeBrowser.storage.local.set({ 'watched-hosts': ['cloud.example'] });
    await fakeBrowser.storage.session.set({ 'looked-tabs': { 7: 'https://once.example' } });
  });

  it.each([
    ['microsoft-work', 'https://mysignins.microsoft.com/security-info', true],
    ['microsoft-work', 'https://mysignins.microsoft.com.evil.example/security-info', false],
    ['microsoft-work', 'http://mysignins.microsoft.com/security-info', false],
    ['google', 'https://mysignins.microsoft.com/security-info', false],
    ['google', 'https://cloud.example/apppasswords', false],
    ['google', 'https://once.example/', false],
    ['nextcloud', 'https://cloud.example/settings/user/security', true],
    ['nextcloud', 'https://other.example/settings/user/security', false],
    ['nextcloud', 'https://once.example/', true],
    // A host of a provider is no user's own.
    ['nextcloud', 'https://mysignins.microsoft.com/security-info', false],
    ['other', 'https://once.example/', true],
    ['other', 'https://cloud.example/', false],
    ['no-such-provider', 'https://cloud.example/', false],
  ])('%s on %s: %s', async (provider, address, expected) => {
    expect(await may(provider, address, 7)).toBe(expected);
  });

  it('what its owner asked to look at in that tab alone', async () => {
    expect(await may('nextcloud', 'https://once.example/', 8)).toBe(false);
  });
});
