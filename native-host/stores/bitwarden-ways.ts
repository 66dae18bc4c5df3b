import { request } from 'node:http';
import type { Socket } from 'node:net';
import { AppError, codeOf } from '../../lib/errors';
import type { Capabilities } from '../../lib/managers/native-host/protocol';
import { connectToOwn } from '../listener';
import { findProgram, run } from '../run';
import { doubt, isRecord, LIMITS, parseJson } from './store';

/** Where `bw serve` listens unless told otherwise. */
const PORT = 8087;
/** Most bytes of an answer. */
const MOST = 8_388_608;

/** The few things we ask of an unlocked `bw`. */
export interface BitwardenWay {
  /** Items whose name, address or user name holds this text; all for an empty one. */
  search(text: string): Promise<unknown[]>;
  /** @throws AppError `bridge-unknown-outcome` when it may have been made */
  create(item: unknown): Promise<unknown>;
  /** `undefined` when it is gone. */
  get(id: string): Promise<unknown>;
}

export interface OpenWay {
  way: BitwardenWay;
  capabilities: Capabilities;
}

/** Reads what `/status` says: whether it is unlocked, and whose vault it is. */
function readStatus(status: unknown): Capabilities {
  const { status: state, userEmail } = isRecord(status) ? status : {};
  const where = typeof userEmail === 'string' && userEmail !== '' ? { where: userEmail.slice(0, 200) } : {};
  if (state === 'unlocked') return { state: 'ready', ...where };
  return { state: state === 'locked' || state === 'unauthenticated' ? 'locked' : 'broken', ...where };
}

/**
 * A running `bw serve` of this user; `undefined` when there is none. It does not prove whose it is, so another
 * user's program could sit at its port and be sent secrets: what is not shown to be this user's counts as `unchecked`.
 * @param limit milliseconds until it has to have said its state
 */
export async function openServe(limit: number): Promise<OpenWay | undefined> {
  const status = await callServe('GET', '/status', limit).catch((error: unknown) => codeOf(error));
  if (status === 'bridge-unchecked') return { way: serve, capabilities: { state: 'unchecked' } };
  const template = isRecord(status) && isRecord(status['data']) ? status['data']['template'] : undefined;
  if (template === undefined) return undefined;
  return { way: serve, capabilities: readStatus(template) };
}

const serve: BitwardenWay = {
  async search(text) {
    const path = `/list/object/items?search=${encodeURIComponent(text)}`;
    const found = readData(await callServe('GET', path, LIMITS.write));
    const items = isRecord(found) ? found['data'] : undefined;
    if (!Array.isArray(items)) throw new AppError('bridge-failed', 'bw serve did not search');
    return items;
  },
  async create(item) {
    return readData(await callServe('POST', '/object/item', LIMITS.write, item).catch(doubt));
  },
  async get(id) {
    const reply = await callServe('GET', `/object/item/${id}`, LIMITS.read);
    if (isRecord(reply) && /not found/i.test(String(reply['message']))) return undefined;
    return readData(reply);
  },
};

function readData(reply: unknown): unknown {
  if (isRecord(reply) && reply['success'] === true) return reply['data'];
  const locked = isRecord(reply) && /locked/i.test(String(reply['message']));
  throw new AppError(locked ? 'bridge-locked' : 'bridge-failed', 'bw serve refused');
}

/**
 * Sent over a connection of its own each time, whose other end was shown to be ours. Without an `Origin`, which
 * `bw serve` answers with 403.
 * @throws AppError `bridge-silent`, `bridge-unchecked`, neither of which sent anything; `bridge-timeout`, `bridge-failed`
 */
async function callServe(method: string, path: string, limit: number, body?: unknown): Promise<unknown> {
  const signal = AbortSignal.timeout(limit);
  const socket = await connectToOwn(PORT, signal);
  return new Promise((resolve, reject) => {
    const headers = body === undefined ? {} : { 'content-type': 'application/json' };
    const createConnection = (): Socket => socket;
    const options = {
      host: 'localhost',
      port: PORT,
      method,
      path,
      headers,
      createConnection,
      signal,
    } as const;
    const call = request(options, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => {
        text += piece;
        if (text.length > MOST) call.destroy(new AppError('bridge-failed', 'bw serve said too much'));
      });
      response.on('error', fail);
      response.on('end', () => resolve(parseJson(text)));
    });
    const fail = (error: Error): void => {
      // Once a request to create is on its way, a broken connection leaves it open whether `bw` did it.
      const late = signal.aborted || method === 'POST';
      const code = late ? 'bridge-timeout' : 'bridge-silent';
      reject(
        error instanceof AppError ? error : new AppError(code, 'bw serve does not answer', { cause: error }),
      );
    };
    call.on('error', fail);
    call.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

const variables = [
  ...['BW_SESSION', 'BITWARDENCLI_APPDATA_DIR', 'NODE_EXTRA_CA_CERTS'],
  ...['HTTPS_PROXY', 'https_proxy', 'NO_PROXY', 'no_proxy'],
];

/** `bw` with the session key of the environment. */
export async function openSession(): Promise<OpenWay | undefined> {
  if (findProgram('bw') === undefined || !process.env['BW_SESSION']) return undefined;
  // Neither command says whose vault it is, but this one takes a third of the time of `bw status`.
  const { code } = await callProgram(['unlock', '--check'], LIMITS.look);
  return { way: session, capabilities: { state: code === 0 ? 'ready' : 'locked' } };
}

function callProgram(parameters: readonly string[], limit: number, input?: string) {
  const options = { limit, variables, ...(input === undefined ? {} : { input }) };
  return run('bw', ['--nointeraction', ...parameters], options);
}

const session: BitwardenWay = {
  async search(text) {
    const { code, output } = await callProgram(['list', 'items', `--search=${text}`], LIMITS.write);
    const items = parseJson(output);
    if (code !== 0 || !Array.isArray(items)) throw new AppError('bridge-failed', 'bw did not search');
    return items;
  },
  async create(item) {
    // As a parameter, every user of this machine could read it.
    const coded = Buffer.from(JSON.stringify(item), 'utf8').toString('base64');
    const { code, output } = await callProgram(['create', 'item'], LIMITS.write, coded).catch(doubt);
    if (code !== 0) throw new AppError('bridge-failed', 'bw did not create the item');
    return parseJson(output);
  },
  async get(id) {
    const { code, output, complaint } = await callProgram(['get', 'item', id], LIMITS.read);
    if (code === 0) return parseJson(output);
    if (/not found/i.test(complaint)) return undefined;
    throw new AppError('bridge-failed', 'bw did not get the item');
  },
};
