import fc from 'fast-check';
import type { Caller } from '../../../lib/messaging/message';
import type { Name, Request } from '../../../lib/messaging/protocol';
import type { Gate, Handlers, Sender } from '../../../lib/messaging/serve';
import { defaultSettings } from '../../../lib/model';
import { hostMatches } from '../../../lib/providers/page';

const id = 'AAAAAAAAAAAAAAAAAAAAAA';
const passphrase = 'correct horse';

/** One valid request for every message. */
export const requests: { [N in Name]: Request<N> } = {
  'capture.offer': {
    provider: 'example-mail',
    account: 'ada',
    label: 'Scanner',
    secret: 'abcdefghijklmnop',
    asked: false,
    gesture: true,
  },
  'capture.keep': { captureId: id, label: 'Scanner', account: 'ada' },
  'capture.discard': { captureId: id },
  'capture.take-back': { entryId: id },
  'capture.confirm': { entryId: id },
  'words.get': {},
  'capture.refused': {},
  'page.noted': { provider: 'example-mail', label: 'Scanner', account: 'ada' },
  'page.changed': { provider: 'example-mail', part: 'result step: secret' },
  'list.offer': { provider: 'example-mail', complete: true, entries: [{ label: 'Scanner' }] },
  'list.all': {},
  'list.adopt': { name: 'example-mail mail.example ', rows: [{ place: 0, label: 'Scanner' }] },
  'vault.status': {},
  'vault.create': { passphrase },
  'vault.unlock': { passphrase },
  'vault.recover': { recoveryCode: 'AAAA-BBBB', passphrase },
  'vault.lock': {},
  'vault.change-passphrase': { current: passphrase, next: 'another one' },
  'vault.renew-recovery-code': { passphrase },
  'vault.change-key': { passphrase },
  'vault.key-progress': {},
  'vault.erase': { understood: true },
  'vault.erase-forgotten': { understood: true },
  'vault.repair': {},
  'vault.confirm-warnings': { seen: [{ kind: 'rolled-back' }] },
  'vault.export-damaged': {},
  'entry.list': {},
  'entry.get': { id },
  'entry.secret': { id, purpose: 'copy' },
  'secret.check': { id, pasted: 'qwhb trkz' },
  'entry.add': {
    entry: { provider: 'other', site: '', label: 'Scanner', account: '', notes: '' },
    secret: 'abcdefghijklmnop',
  },
  'entry.complete': { id, secret: 'abcdefghijklmnop' },
  'entry.update': { id, changes: { label: 'Printer' } },
  'entry.remove': { id },
  'entry.restore': { id },
  'entry.undo': { changed: [{ id, were: { label: 'Scanner' }, are: { label: 'Printer' } }], added: [id] },
  'bridge.list': {},
  'bridge.begin': {},
  'bridge.look': { bridge: 'example' },
  'bridge.pair': { bridge: 'example' },
  'bridge.stop-pairing': {},
  'bridge.deliver': { id, bridge: 'example', keep: false },
  'bridge.fetch': { id },
  'transfer.read': { passphrase },
  'transfer.known': { secrets: ['abcdefghijklmnop'] },
  'transfer.add': {
    entries: [
      {
        ...{ provider: 'other', site: '', label: 'Scanner', account: '', client: '', device: '', notes: '' },
        ...{ protocols: [], tags: [], secret: 'abcdefghijklmnop' },
      },
    ],
  },
  'backup.read': { passphrase },
  'backup.restore': { entries: [], settings: defaultSettings },
  'backup.made': {},
  'backup.status': {},
  'provider.list': {},
  'site.look': { tabId: 1 },
  'site.watch': { hosts: ['blog.example'] },
  'site.unwatch': { hosts: ['blog.example'] },
  'site.list': {},
  'sketch.draw': { tabId: 1 },
  'sketch.get': {},
  'sketch.drop': {},
  'review.list': {},
  'review.answer': { id, answer: { kind: 'keep' } },
  'review.answer-all': { ids: [id], answer: 'revoked' },
  'state.groups': {},
  'state.changed': { provider: 'example-mail', site: '', account: 'ada' },
  'state.report': {},
  'state.calendar': {},
  'settings.get': {},
  'settings.set': defaultSettings,
  'policy.get': {},
};

/** Who may send what, written down a second time: a change of the protocol must be made here too. */
export const pageMay: readonly Name[] = [
  'capture.offer',
  'capture.keep',
  'capture.refused',
  'words.get',
  'page.noted',
  'page.changed',
  'list.offer',
];
const onlyPages: readonly Name[] = [
  'capture.offer',
  'capture.refused',
  'words.get',
  'page.noted',
  'page.changed',
  'list.offer',
];
export const names = Object.keys(requests) as Name[];
export const ownPageMay: readonly Name[] = names.filter((name) => !onlyPages.includes(name));
export const listed: Record<Caller, readonly Name[]> = { 'content-script': pageMay, 'own-page': ownPageMay };

const self = 'pjjepcdapjahjmncljjpjaoedapnljnk';

export const gate: Gate = {
  id: self,
  ownPages: `chrome-extension://${self}/`,
  allows: async (url) => hostMatches(url, ['https://account.example/*']),
  lockState: async () => 'open',
  names: async (provider) => provider === 'example-mail',
};

/** What the handlers below answer where a schema asks for more than nothing. */
export const answers: Partial<Record<Name, object>> = {
  'capture.offer': {
    captureId: 'AAAAAAAAAAAAAAAAAAAAAA',
    state: 'sealed',
    label: 'Scanner',
    account: 'ada',
    origin: 'Example · account.example',
    notes: [],
  },
  'capture.keep': { state: 'saved' },
  'words.get': {
    languages: [],
    sought: [],
    pairs: '',
    rows: '',
    weights: [],
    marks: [],
    forms: [],
    named: '',
    style: '',
  },
};

/** Handlers that note that they were reached, and answer more than they should. */
export function createHandlers(reached: (name: Name, request: unknown, context: unknown) => void): Handlers {
  const handlers = names.map((name) => [
    name,
    async (request: unknown, context: unknown) => {
      reached(name, request, context);
      return { ...answers[name], secret: 'qwhbtrkzmnvcpxlg' };
    },
  ]);
  return Object.fromEntries(handlers) as Handlers;
}

/** A content script on a page that is watched, and changes to it. */
export function contentScript(changes: Partial<Sender> = {}): Sender {
  return {
    id: self,
    url: 'https://account.example/security?x=1#top',
    origin: 'https://account.example',
    frameId: 0,
    documentLifecycle: 'active',
    tab: { id: 7, incognito: false },
    ...changes,
  };
}

/** Our popup, which has no tab, and changes to it. */
export function popup(changes: Partial<Sender> = {}): Sender {
  return {
    id: self,
    url: `chrome-extension://${self}/popup.html`,
    origin: `chrome-extension://${self}`,
    ...changes,
  };
}

/** Senders that are never answered, each for one reason. */
export const strangers: Record<string, Sender> = {
  'another extension': contentScript({ id: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' }),
  'another extension that shows our address': popup({ id: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' }),
  'a web page by itself': contentScript({ id: undefined }),
  'no sender': {},
  'no address': contentScript({ url: undefined }),
  'a broken address': contentScript({ url: 'account.example' }),
  'a frame': contentScript({ frameId: 3 }),
  'a frame of ours in a page': popup({ frameId: 3, tab: { id: 7 } }),
  'no frame known': contentScript({ frameId: undefined }),
  'a page being prepared': contentScript({ documentLifecycle: 'prerender' }),
  'a page gone back from': contentScript({ documentLifecycle: 'cached' }),
  'a page on its way out': contentScript({ documentLifecycle: 'pending_deletion' }),
  'a private window': contentScript({ tab: { id: 7, incognito: true } }),
  'our page in a private window': popup({ frameId: 0, tab: { id: 7, incognito: true } }),
  'no tab': contentScript({ tab: undefined }),
  'a tab without number': contentScript({ tab: {} }),
  'plain HTTP': contentScript({ url: 'http://account.example/security', origin: 'http://account.example' }),
  'another host': contentScript({ url: 'https://evil.example/', origin: 'https://evil.example' }),
  'a longer host': contentScript({
    url: 'https://account.example.evil.example/',
    origin: 'https://account.example.evil.example',
  }),
  'a host below': contentScript({ url: 'https://a.account.example/', origin: 'https://a.account.example' }),
  'another port': contentScript({
    url: 'https://account.example:8443/',
    origin: 'https://account.example:8443',
  }),
  'a trailing dot': contentScript({ url: 'https://account.example./', origin: 'https://account.example.' }),
  'the host as user': contentScript({
    url: 'https://account.example@evil.example/',
    origin: 'https://evil.example',
  }),
  'a user before the host': contentScript({ url: 'https://evil@account.example/' }),
  'a sandboxed page': contentScript({ origin: 'null' }),
  'a page with the origin of another': contentScript({ origin: 'https://evil.example' }),
  'a blob': contentScript({ url: 'blob:https://account.example/1-2-3' }),
  data: contentScript({ url: 'data:text/html,hello', origin: 'null' }),
  'about:srcdoc': contentScript({ url: 'about:srcdoc' }),
  'about:blank': contentScript({ url: 'about:blank' }),
  'a file': contentScript({ url: 'file:///account.example/', origin: 'null' }),
  'our address in the path': contentScript({
    url: `https://evil.example/chrome-extension://${self}/`,
    origin: 'https://evil.example',
  }),
  'an id that begins like ours': contentScript({
    url: `chrome-extension://${self}evil/popup.html`,
    origin: `chrome-extension://${self}evil`,
  }),
};

const junk = fc.oneof(
  fc.anything(),
  fc.constantFrom(undefined, null, '', 'x'.repeat(300_000), -1, Number.NaN, [], {}),
);
/** What a liar writes into a message to pass for another sender. */
const lies = fc.constantFrom(
  { sender: { id: self, url: gate.ownPages } },
  { caller: 'own-page' },
  { origin: `chrome-extension://${self}` },
  { context: { caller: 'own-page' } },
  { callers: ['content-script', 'own-page'] },
  { url: `${gate.ownPages}popup.html` },
);
/** Half of them are those that pages may send, so that enough get through. */
const name = fc.oneof(fc.constantFrom<Name>(...names), fc.constantFrom<Name>(...pageMay));
const strangeName = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'ENTRY.SECRET',
    'entry.secret ',
    'entry',
  ),
);

/** Any message: a valid one, one with a broken field, one that lies, one of another name, or nonsense. */
export const messages: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: name.map((one) => ({ name: one, request: requests[one] })) },
  {
    weight: 3,
    arbitrary: fc.tuple(name, lies).map(([one, lie]) => ({ name: one, request: requests[one], ...lie })),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(name, lies)
      .map(([one, lie]) => ({ name: one, request: { ...requests[one], ...lie } })),
  },
  { weight: 3, arbitrary: fc.tuple(name, name).map(([one, two]) => ({ name: one, request: requests[two] })) },
  {
    weight: 4,
    arbitrary: fc.tuple(name, junk, fc.nat()).map(([one, value, pick]) => {
      const fields = Object.keys(requests[one]);
      const field = fields[pick % Math.max(1, fields.length)] ?? 'more';
      return { name: one, request: { ...requests[one], [field]: value } };
    }),
  },
  { weight: 2, arbitrary: fc.tuple(name, junk).map(([one, request]) => ({ name: one, request })) },
  {
    weight: 2,
    arbitrary: fc.tuple(strangeName, name).map(([one, two]) => ({ name: one, request: requests[two] })),
  },
  { weight: 2, arbitrary: junk },
);
