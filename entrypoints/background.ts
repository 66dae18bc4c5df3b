import { defineBackground } from 'wxt/utils/define-background';
import { i18n } from '#i18n';
import { doEach } from '../lib/background/each';
import { gateVault } from '../lib/background/entry-gate';
import { entryHandlers, PURGE_ALARM, purge } from '../lib/background/handlers/entries';
import { inventoryHandlers } from '../lib/background/handlers/inventories';
import { bridgeHandlers } from '../lib/background/handlers/managers';
import { stateHandlers } from '../lib/background/handlers/overview';
import { pageHandlers } from '../lib/background/handlers/page';
import { checkHandlers } from '../lib/background/handlers/paste-check';
import { reviewHandlers } from '../lib/background/handlers/review';
import { sketchHandlers } from '../lib/background/handlers/sketch';
import { transferHandlers } from '../lib/background/handlers/transfer';
import { vaultHandlers } from '../lib/background/handlers/vault';
import { addMenu, keepSelection, SELECTION_NOTIFICATION } from '../lib/background/menu';
import { openPage } from '../lib/background/open-page';
import { factsOf } from '../lib/background/provider-info';
import { comeBack } from '../lib/background/restart';
import type { Services } from '../lib/background/services';
import { createCaptures } from '../lib/background/services/captures';
import { lockOnOtherKey } from '../lib/background/services/change-key';
import { CLIPBOARD_ALARM, createClipboard, reachClipboard } from '../lib/background/services/clipboard';
import { createDeliveries, routeOf } from '../lib/background/services/deliveries';
import { createFreshSaves, FRESH_ALARM } from '../lib/background/services/fresh-saves';
import { createInventories } from '../lib/background/services/inventories';
import { makeManagerContext } from '../lib/background/services/manager-context';
import { createPageNotes } from '../lib/background/services/page-notes';
import { obeyPolicy, readManaged } from '../lib/background/services/policy';
import {
  createReminders,
  REVIEW_ALARM,
  REVIEW_BUTTON,
  REVIEW_NOTIFICATION,
} from '../lib/background/services/reminders';
import { createSession, findLockState, LOCK_ALARM, type Session } from '../lib/background/services/session';
import {
  closeSettings,
  openSettings,
  readSettings,
  rollbackCounter,
} from '../lib/background/services/settings';
import { createSites } from '../lib/background/services/sites';
import { closeStorage } from '../lib/background/services/storage';
import { browser } from '../lib/browser';
import { serve } from '../lib/messaging/serve';
import { builtInScripts } from '../lib/providers';
import { connectVault } from '../lib/vault/vault';

export default defineBackground({
  type: 'module',
  // Every listener is registered before the first await: a worker that wakes up for an event must not miss it.
  main() {
    void closeStorage();
    const now = () => Date.now();
    const vault = gateVault(connectVault({ rollbackCounter, now }), async () => (await readManaged()).policy);
    const inventories = createInventories();
    const pageNotes = createPageNotes(now);
    const session: Session = createSession(
      lockOnOtherKey(vault, () => session.lock()),
      async () => (await readSettings()).autoLockMinutes,
      now,
      async () => {
        await Promise.all([inventories.forget(), closeSettings()]);
      },
      { opening: openSettings },
    );
    const fresh = createFreshSaves(now);
    const route = async (provider: string) => routeOf(await readSettings(), provider, now());
    const captures = createCaptures(vault, now, route, fresh);
    const deliveries = createDeliveries(readSettings, makeManagerContext, now);
    const sites = createSites(builtInScripts());
    const clipboard = createClipboard(reachClipboard);
    const reminders = createReminders({
      settings: readSettings,
      facts: factsOf,
      waiting: captures.waiting,
      words: (due, unfinished) => ({
        title: i18n.t(due > 0 ? 'background.due' : 'background.unfinished'),
        message:
          due > 0
            ? i18n.t('background.dueText', due, [String(due)])
            : i18n.t('background.unfinishedText', unfinished, [String(unfinished)]),
        review: i18n.t('background.review'),
        later: i18n.t('background.later'),
      }),
      now,
    });
    const schedulePurge = (when: number) => browser.alarms.create(PURGE_ALARM, { when });
    const lockState = () => findLockState(session, vault);
    const services: Services = {
      vault,
      session,
      captures,
      fresh,
      reminders,
      clipboard,
      sites,
      inventories,
      pageNotes,
      deliveries,
      openPage,
      schedulePurge,
      now,
    };

    serve(
      {
        ...vaultHandlers(services),
        ...entryHandlers(services),
        ...checkHandlers(services),
        ...pageHandlers(services),
        ...inventoryHandlers(services),
        ...sketchHandlers(services),
        ...bridgeHandlers(services),
        ...transferHandlers(services),
        ...reviewHandlers(services),
        ...stateHandlers(services, (count) => ({
          summary: i18n.t('background.due'),
          description: i18n.t('background.dueText', count, [String(count)]),
        })),
      },
      {
        id: browser.runtime.id,
        ownPages: browser.runtime.getURL('/'),
        allows: sites.allows,
        lockState,
        names: sites.names,
      },
    );

    void comeBack(openPage);

    browser.alarms.onAlarm.addListener(async ({ name }) => {
      if (name === LOCK_ALARM) await session.check();
      if (name === CLIPBOARD_ALARM) await clipboard.clear(now());
      if (name === REVIEW_ALARM) await doEach(captures.expire, reminders.poke);
      if (name === FRESH_ALARM) {
        const open = await session.peek();
        if (open !== undefined) await deliveries.settle(open);
      }
      if (name === PURGE_ALARM) {
        const open = await session.peek();
        if (open !== undefined) await purge(open, now());
      }
    });
    browser.idle.onStateChanged.addListener(async (state) => {
      if (state === 'locked') await session.lock();
    });
    browser.commands.onCommand.addListener(async (command) => {
      if (command === 'lock') await session.lock();
    });
    browser.contextMenus.onClicked.addListener((click, tab) =>
      keepSelection(click, tab, services, {
        title: i18n.t('background.keepSelection'),
        failed: i18n.t('background.selectionFailed'),
        forbidden: i18n.t('background.selectionForbidden'),
      }),
    );
    browser.notifications.onClicked.addListener(async (id) => {
      if (id === REVIEW_NOTIFICATION) await openPage('/app.html#/review');
      if (id === SELECTION_NOTIFICATION) await openPage('/app.html#/');
      await browser.notifications.clear(id);
    });
    // In Chromium alone. There is one a day at most, so that "Remind me tomorrow" has nothing more to do than to close it.
    browser.notifications.onButtonClicked?.addListener(async (id, button) => {
      if (id === REVIEW_NOTIFICATION && button === REVIEW_BUTTON) await openPage('/app.html#/review');
      await browser.notifications.clear(id);
    });
    // The browser's prompt takes the focus, and the popup that asked is gone before the answer comes.
    browser.permissions.onAdded.addListener(async ({ origins = [], permissions = [] }) => {
      if (permissions.includes('clipboardRead')) await clipboard.allowed(now());
      if ((await lockState()) !== 'locked') await sites.adopt(origins);
    });
    browser.storage.onChanged.addListener(async (_, area) => {
      if (area === 'managed') await obeyPolicy(services);
    });
    browser.permissions.onRemoved.addListener(() => sites.align());
    browser.runtime.onInstalled.addListener(async ({ reason }) => {
      await doEach(
        () => addMenu(i18n.t('background.menu')),
        sites.align,
        () => obeyPolicy(services),
      );
      if (reason === 'install' && !(await vault.status()).exists) await openPage('/welcome.html');
    });
    browser.runtime.onStartup.addListener(async () => {
      await doEach(captures.expire, sites.align, () => obeyPolicy(services));
    });
  },
});
