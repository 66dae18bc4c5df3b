import {
  createCipheriv,
  createHmac,
  generateKeyPairSync,
  pbkdf2Sync,
  randomBytes,
  randomUUID,
} from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A stand-in for a Bitwarden server with one account, in memory: just what the real client asks for to log in,
 * to sync, to create items and to import files. It never sees a secret in clear; all encryption is the client's.
 */
export interface BitwardenServer {
  readonly origin: string;
  readonly email: string;
  readonly password: string;
  stop(): Promise<void>;
}

type Row = Record<string, unknown>;

/** What the client sends for a file: which item belongs into which folder, both by their places. */
interface Import {
  ciphers: Row[];
  folders: Row[];
  folderRelationships: { key: number; value: number }[];
}

const ITERATIONS = 600_000;
const email = 'robin@mail.example';
const password = 'throw-away passphrase';

function expand(key: Buffer, info: string): Buffer {
  return createHmac('sha256', key).update(`${info}\u0001`).digest();
}

/** Bitwarden's type 2: AES-256-CBC, then HMAC-SHA-256 over vector and ciphertext. */
function seal(data: Buffer, encryption: Buffer, authentication: Buffer): string {
  const vector = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', encryption, vector);
  const sealed = Buffer.concat([cipher.update(data), cipher.final()]);
  const mac = createHmac('sha256', authentication).update(vector).update(sealed).digest();
  return `2.${[vector, sealed, mac].map((part) => part.toString('base64')).join('|')}`;
}

function makeToken(user: string): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    sub: user,
    email,
    email_verified: true,
    name: 'Robin',
    premium: false,
    exp: now + 7200,
    nbf: now - 60,
    amr: ['Application'],
    scope: ['api', 'offline_access'],
  };
  const code = (value: Row): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${code({ alg: 'none', typ: 'JWT' })}.${code(claims)}.x`;
}

/** A row as the server keeps and answers it. */
function makeCipher(sent: Row, date: string): Row {
  return {
    ...sent,
    object: 'cipherDetails',
    id: randomUUID(),
    organizationId: null,
    organizationUseTotp: false,
    collectionIds: [],
    creationDate: date,
    revisionDate: date,
    deletedDate: null,
    edit: true,
    viewPassword: true,
    permissions: { delete: true, restore: true },
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}

export async function startBitwardenServer(): Promise<BitwardenServer> {
  const user = randomUUID();
  const userKey = randomBytes(64);
  const master = pbkdf2Sync(password, email, ITERATIONS, 32, 'sha256');
  const proof = pbkdf2Sync(master, password, 1, 32, 'sha256').toString('base64');
  const key = seal(userKey, expand(master, 'enc'), expand(master, 'mac'));
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const der = pair.privateKey.export({ type: 'pkcs8', format: 'der' });
  const privateKey = seal(der, userKey.subarray(0, 32), userKey.subarray(32));
  const ciphers: Row[] = [];
  const folders: Row[] = [];
  let revised = new Date().toISOString();
  const unlock = { Salt: email, Kdf: { KdfType: 0, Iterations: ITERATIONS }, MasterKeyEncryptedUserKey: key };

  const answers: [end: string, answer: (body: string) => [status: number, value: unknown]][] = [
    [
      '/config',
      () => [
        200,
        {
          object: 'config',
          version: '2025.10.0',
          gitHash: '',
          server: null,
          environment: {},
          featureStates: {},
          settings: {},
        },
      ],
    ],
    ['/prelogin', () => [200, { kdf: 0, kdfIterations: ITERATIONS, kdfMemory: null, kdfParallelism: null }]],
    [
      '/prelogin/password',
      () => [200, { kdf: 0, kdfIterations: ITERATIONS, kdfMemory: null, kdfParallelism: null }],
    ],
    [
      '/connect/token',
      (body) => {
        const form = new URLSearchParams(body);
        if (form.get('grant_type') === 'password' && form.get('password') !== proof)
          return [400, { error: 'invalid_grant' }];
        return [
          200,
          {
            access_token: makeToken(user),
            expires_in: 7200,
            token_type: 'Bearer',
            refresh_token: 'again',
            scope: 'api offline_access',
            Key: key,
            PrivateKey: privateKey,
            Kdf: 0,
            KdfIterations: ITERATIONS,
            KdfMemory: null,
            KdfParallelism: null,
            ResetMasterPassword: false,
            ForcePasswordReset: false,
            MasterPasswordPolicy: null,
            UserDecryptionOptions: {
              HasMasterPassword: true,
              MasterPasswordUnlock: unlock,
              Object: 'userDecryptionOptions',
            },
          },
        ];
      },
    ],
    ['/accounts/revision-date', () => [200, Date.parse(revised)]],
    [
      '/sync',
      () => [
        200,
        {
          object: 'sync',
          profile: {
            object: 'profile',
            id: user,
            name: 'Robin',
            email,
            emailVerified: true,
            premium: false,
            key,
            privateKey,
            securityStamp: '',
            organizations: [],
            providers: [],
            providerOrganizations: [],
            creationDate: revised,
            culture: 'en-US',
            twoFactorEnabled: false,
          },
          folders,
          ciphers,
          collections: [],
          policies: [],
          sends: [],
          domains: { equivalentDomains: [], globalEquivalentDomains: [] },
          userDecryption: { masterPasswordUnlock: unlock },
        },
      ],
    ],
    [
      '/ciphers',
      (body) => {
        const sent = JSON.parse(body) as Row & { cipher?: Row };
        revised = new Date().toISOString();
        const row = makeCipher(sent.cipher ?? sent, revised);
        ciphers.push(row);
        return [200, row];
      },
    ],
    [
      '/ciphers/import',
      (body) => {
        const sent = JSON.parse(body) as Import;
        revised = new Date().toISOString();
        const made = sent.folders.map(
          (folder): Row => ({
            ...folder,
            object: 'folder',
            id: randomUUID(),
            revisionDate: revised,
          }),
        );
        folders.push(...made);
        const placed = new Map(sent.folderRelationships.map(({ key, value }) => [key, made[value]?.['id']]));
        sent.ciphers.forEach((cipher, at) => {
          ciphers.push(makeCipher({ ...cipher, folderId: placed.get(at) ?? null }, revised));
        });
        return [200, {}];
      },
    ],
  ];

  const server = createServer(async (request, response) => {
    const body = await readBody(request);
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const [, answer] = answers.find(([end]) => pathname.endsWith(end)) ?? [];
    const [status, value] = answer?.(body) ?? [404, { message: 'not found' }];
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    email,
    password,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}
