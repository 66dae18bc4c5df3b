import { createHash, randomBytes } from 'node:crypto';
import { type Box, makeBox, makeKeyPair } from '../../../lib/managers/keepassxc/nacl-box';
import { increment } from '../../../lib/managers/keepassxc/protocol';
import type { ManagerContext, NativePort } from '../../../lib/managers/manager';

export interface PeerEntry {
  group: string;
  login: string;
  password: string;
  url: string;
  uuid: string;
}

export interface PeerDatabase {
  hash: string;
  /** Associations: name to key. */
  keys: Map<string, string>;
  /** Path below the root to UUID. */
  groups: Map<string, string>;
  entries: PeerEntry[];
}

export type Frame = Record<string, unknown>;

/** What becomes of an answer: `undefined` swallows it, `end` cuts the line instead. */
export type Answer = Frame | Frame[] | undefined | 'end';
export type Tamper = (action: string, answer: Frame, line: number) => Answer | Promise<Answer>;

export function makeDatabase(...groups: string[]): PeerDatabase {
  const id = () => randomBytes(16).toString('hex');
  const hash = createHash('sha256').update(id()).digest('hex');
  return { hash, keys: new Map(), groups: new Map(groups.map((path) => [path, id()])), entries: [] };
}

/**
 * A stand-in for KeePassXC with its proxy: the other side of the protocol in memory, as far as the bridge uses it,
 * with the answers 2.7.4 gives. Whether the real one answers like this is what the live tests are for.
 */
export class Peer {
  version = '2.7.4';
  running = true;
  locked = false;
  databases = [makeDatabase('App passwords/Acme')];
  front = 0;
  /** The browser's words when there is no host. */
  absent: string | undefined;
  /** What its user answers; `undefined` and `false` are refusals, `wait` leaves the question open. */
  user = {
    associate: 'laptop' as string | undefined | 'wait',
    createGroup: true as boolean | 'wait',
    choose: undefined as (() => number | undefined) | undefined,
    show: true,
  };
  tamper: Tamper = (_, answer) => answer;
  /** What is said inside the box instead. */
  inside: (action: string, plain: Frame) => unknown = (_, plain) => plain;
  /** Called as soon as an answer has arrived. */
  heard: (action: string, line: number) => unknown = () => undefined;
  /** Actions in the order they arrived, of all lines. */
  requests: string[] = [];
  lines = 0;
  open = 0;
  #cuts: ((reason: string) => void)[] = [];

  get database(): PeerDatabase {
    const found = this.databases[this.front];
    if (found === undefined) throw new Error('no database in front');
    return found;
  }

  /** Knows the bridge already; answers what the bridge remembers then. */
  pairWith(...databases: PeerDatabase[]): { pairings: { hash: string; id: string; key: string }[] } {
    return {
      pairings: databases.map(({ hash, keys }) => {
        const key = randomBytes(32).toString('base64');
        keys.set('laptop', key);
        return { hash, id: 'laptop', key };
      }),
    };
  }

  /** Ends all lines, as when KeePassXC is killed. */
  cut(reason = 'Native host has exited.'): void {
    for (const cut of this.#cuts.splice(0)) cut(reason);
  }

  connect(): NativePort {
    const number = this.lines++;
    this.open++;
    let say: (message: unknown) => void = () => undefined;
    let ended: (reason: string) => void = () => undefined;
    let over = false;
    const talk: Talk = { box: undefined, client: '', associated: false };
    const close = () => {
      if (!over) this.open--;
      over = true;
    };
    const cut = (reason: string) => {
      if (over) return;
      close();
      ended(reason);
    };
    this.#cuts.push(cut);
    if (this.absent !== undefined) queueMicrotask(() => cut(this.absent ?? ''));
    return {
      send: (message) => {
        const frame = JSON.parse(JSON.stringify(message)) as Frame;
        queueMicrotask(async () => {
          if (over || !this.running) return;
          const action = String(frame['action']);
          this.requests.push(action);
          const answer = await this.#answer(frame, talk);
          if (answer === undefined) return;
          const changed = await this.tamper(action, answer, number);
          if (changed === 'end') return cut('Native host has exited.');
          if (changed === undefined) return;
          for (const one of Array.isArray(changed) ? changed : [changed]) if (!over) say(one);
          this.heard(action, number);
        });
      },
      onMessage: (listener) => {
        say = listener;
      },
      onEnd: (listener) => {
        ended = listener;
      },
      end: close,
    };
  }

  async #answer(frame: Frame, talk: Talk): Promise<Frame | undefined> {
    const action = String(frame['action']);
    const nonce = fromBase64(frame['nonce']);
    if (action === 'change-public-keys') {
      const pair = await makeKeyPair(randomBytes(32));
      talk.client = String(frame['publicKey']);
      talk.box = await makeBox(pair.privateKey, fromBase64(talk.client));
      talk.associated = false;
      const publicKey = toBase64(pair.publicKey);
      return { action, version: this.version, publicKey, success: 'true', nonce: toBase64(increment(nonce)) };
    }
    if (this.locked) return refuse(action, 1);
    if (talk.box === undefined) return refuse(action, 3);
    const request = JSON.parse(
      Buffer.from(talk.box.open(fromBase64(frame['message']), nonce)).toString(),
    ) as Frame;
    const result = this.#act(action, request, talk);
    if (result === 'wait') return undefined;
    if (typeof result === 'number') return refuse(action, result);
    const next = increment(nonce);
    const plain = { nonce: toBase64(next), ...result, version: this.version, success: 'true' };
    return sealAnswer(talk.box, action, next, this.inside(action, plain));
  }

  #act(action: string, request: Frame, talk: Talk): Frame | number | 'wait' {
    const { hash, keys, groups } = this.database;
    switch (action) {
      case 'get-databasehash':
        return { hash };
      case 'associate': {
        if (request['key'] !== talk.client) return 8;
        const id = this.user.associate;
        if (id === 'wait') return 'wait';
        if (id === undefined) return 6;
        keys.set(id, String(request['idKey']));
        talk.associated = true;
        return { id, hash };
      }
      case 'test-associate':
        if (keys.get(String(request['id'])) !== request['key']) return 8;
        talk.associated = true;
        return { id: request['id'], hash };
      case 'create-new-group': {
        const path = String(request['groupName']);
        if (!groups.has(path)) {
          if (this.user.createGroup === 'wait') return 'wait';
          if (!this.user.createGroup) return 17;
          groups.set(path, randomBytes(16).toString('hex'));
        }
        return { name: path.split('/').at(-1), uuid: groups.get(path) };
      }
      case 'set-login':
        return talk.associated ? this.#store(request) : 8;
      case 'get-logins':
        return talk.associated ? this.#find(request) : 8;
      default:
        return 12;
    }
  }

  #store(request: Frame): Frame {
    const chosen = this.user.choose === undefined ? this.front : this.user.choose();
    const database = chosen === undefined ? undefined : this.databases[chosen];
    if (database !== undefined) {
      const known = [...database.groups].find(([, uuid]) => uuid === request['groupUuid']);
      const group = known?.[0] ?? 'KeePassXC-Browser Passwords';
      const [login, password, url] = ['login', 'password', 'url'].map((name) => String(request[name]));
      const uuid = randomBytes(16).toString('hex');
      database.entries.push({ group, login: login!, password: password!, url: url!, uuid });
    }
    return { count: null, entries: null, error: 'success', hash: this.database.hash };
  }

  #find(request: Frame): Frame | number {
    const url = String(request['url']);
    const keys = request['keys'] as { id: string; key: string }[];
    if (!keys.some(({ id, key }) => this.database.keys.get(id) === key)) return 15;
    const found = this.database.entries.filter((entry) => {
      const host = new URL(entry.url).hostname;
      if (url.startsWith('keepassxc://by-uuid/')) return url.endsWith(`/${entry.uuid}`);
      if (url.startsWith('keepassxc://by-path/')) return url.endsWith(`by-path/${entry.group}/${host}`);
      return new URL(url).hostname === host;
    });
    if (found.length === 0) return 15;
    const entries = found.map(({ group, login, password, uuid }) => {
      return { login, password, uuid, name: 'title', group: group.split('/').at(-1), stringFields: [] };
    });
    return { count: entries.length, entries: this.user.show ? entries : [], hash: this.database.hash };
  }
}

interface Talk {
  box: Box | undefined;
  client: string;
  associated: boolean;
}

function refuse(action: string, errorCode: number): Frame {
  return { action, errorCode: String(errorCode), error: 'words of KeePassXC' };
}

export function sealAnswer(box: Box, action: string, nonce: Uint8Array, plain: unknown): Frame {
  const message = toBase64(box.seal(Buffer.from(JSON.stringify(plain)), nonce));
  return { action, message, nonce: toBase64(nonce) };
}

export const toBase64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
export const fromBase64 = (text: unknown) => new Uint8Array(Buffer.from(String(text), 'base64'));

/** The context of the stand-in; time passes only as the test lets it (`holdTime`). */
export function contextOf(peer: Peer, memory?: unknown): ManagerContext & { memory: unknown } {
  return {
    memory,
    connect(host) {
      if (host !== 'app.sparekey.keepassxc') throw new Error(`no host named ${host}`);
      return peer.connect();
    },
    async recall() {
      return this.memory;
    },
    async remember(next) {
      this.memory = next;
    },
    wait: (ms, signal) =>
      new Promise((resolve, reject) => {
        const stop = () => {
          clearTimeout(timer);
          reject(signal?.reason);
        };
        const timer = setTimeout(() => {
          signal?.removeEventListener('abort', stop);
          resolve();
        }, ms);
        if (signal?.aborted) stop();
        else signal?.addEventListener('abort', stop);
      }),
    random: (length) => new Uint8Array(randomBytes(length)),
  };
}
