import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSite, type SiteAnswer, type SiteRequest } from '../../../practice-site/pages.mjs';

/** Answers what is asked of one host; a plain string is an HTML page. */
export type Answer = (request: SiteRequest) => SiteAnswer | string | Promise<SiteAnswer | string>;

/** Hosts with what they answer; `*` answers for all others. */
export type Hosts = Record<string, Answer>;

export interface Sites {
  port: number;
  /** Adds hosts or replaces what they answer. */
  serve(hosts: Hosts): void;
  /** Addresses that were asked for, in order. */
  asked: URL[];
  stop(): Promise<void>;
}

/** A new self-signed certificate, made in short-lived files; the browser is told to accept it. */
function makeCertificate(): { key: string; cert: string } {
  const folder = mkdtempSync(join(tmpdir(), 'spare-key-tls-'));
  try {
    const key = join(folder, 'key.pem');
    const cert = join(folder, 'cert.pem');
    const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:*.example,DNS:localhost'];
    execFileSync('openssl', ['req', '-x509', ...kind, '-keyout', key, '-out', cert, ...subject], {
      stdio: 'ignore',
    });
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The sites a browser finds when a test names no others, at their real addresses. */
export function commonHosts(): Hosts {
  return {
    'mysignins.microsoft.com': createSite({ kind: 'my-sign-ins' }).answer,
    'account.activedirectory.windowsazure.com': createSite({ kind: 'classic' }).answer,
    'account.live.com': createSite({ kind: 'personal', person: 'robin@mail.example' }).answer,
    '*': () => '<!doctype html><html lang="en"><title>Elsewhere</title><h1>Elsewhere</h1></html>',
  };
}

function toAnswer(answer: SiteAnswer | string): SiteAnswer {
  if (typeof answer !== 'string') return answer;
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: answer };
}

/** Starts a local TLS server that answers for many hosts; only this machine reaches it. */
export async function startSites(hosts: Hosts = {}): Promise<Sites> {
  const table = new Map(Object.entries({ ...commonHosts(), ...hosts }));
  const asked: URL[] = [];
  const server = createServer(makeCertificate(), async (request, response) => {
    const host = request.headers.host ?? '';
    const url = new URL(request.url ?? '/', `https://${host}`);
    asked.push(url);
    let body = '';
    for await (const part of request) body += String(part);
    const answer = table.get(url.hostname) ?? table.get('*');
    if (answer === undefined) {
      response.writeHead(404).end();
      return;
    }
    const {
      status,
      headers,
      body: sent,
    } = toAnswer(await answer({ method: request.method ?? 'GET', url, body }));
    response.writeHead(status, headers).end(sent);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    serve(more) {
      for (const [host, answer] of Object.entries(more)) table.set(host, answer);
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
