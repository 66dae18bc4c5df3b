// A stand-in for spare-key-bridge and a password manager behind it: it keeps each entry in a file of its own, unless
// it has one with this id, and takes its time before and after.
import { timingSafeEqual } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const STORE = join(import.meta.dirname, 'store');
const SLOW = 40;

const rest = () => new Promise((resolve) => setTimeout(resolve, SLOW));
const names = () => readdirSync(STORE).filter((name) => name.endsWith('.json'));
const read = (name) => JSON.parse(readFileSync(join(STORE, name), 'utf8'));

async function store({ entry }) {
  const there = names().find((name) => read(name).id === entry.id);
  if (there !== undefined) return { place: there, pointer: there, already: true };
  await rest();
  const name = `${Date.now()}-${process.pid}.json`;
  writeFileSync(join(STORE, `${name}.new`), JSON.stringify({ id: entry.id, secret: entry.secret }));
  renameSync(join(STORE, `${name}.new`), join(STORE, name));
  await rest();
  return { place: name, pointer: name, already: false };
}

function verify({ pointer, secret }) {
  if (!names().includes(pointer)) return { finding: 'gone' };
  const [held, given] = [read(pointer).secret, secret].map((text) => Buffer.from(text.padEnd(400)));
  return { finding: timingSafeEqual(held, given) ? 'equal' : 'different' };
}

async function answer(request) {
  if (request.action === 'ping') return { version: '1.0.0', protocol: 1 };
  if (request.action === 'capabilities') return { state: 'ready' };
  return request.action === 'store' ? store(request) : verify(request);
}

let waiting = Buffer.alloc(0);
for await (const piece of process.stdin) {
  waiting = Buffer.concat([waiting, piece]);
  while (waiting.length >= 4 && waiting.length >= 4 + waiting.readUInt32LE(0)) {
    const size = waiting.readUInt32LE(0);
    const request = JSON.parse(waiting.toString('utf8', 4, 4 + size));
    waiting = waiting.subarray(4 + size);
    const body = Buffer.from(JSON.stringify({ number: request.number, answer: await answer(request) }));
    const head = Buffer.alloc(4);
    head.writeUInt32LE(body.length);
    process.stdout.write(Buffer.concat([head, body]));
  }
}
