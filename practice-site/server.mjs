import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import { createSite } from './pages.mjs';

const HOST = 'spare-key.localhost';
const PORT = 8642;
const BODY_LIMIT = 100_000;

async function readBody(request) {
  let body = '';
  for await (const part of request) {
    body += part;
    if (body.length > BODY_LIMIT) throw new RangeError('body too long');
  }
  return body;
}

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve(server.address().port);
    });
  });
}

/**
 * Starts the practice site on this machine alone.
 * @param wanted port to listen on; another free one is taken when it is in use
 * @returns its address and a function that stops it
 */
export async function startPractice(wanted = PORT, options = {}) {
  const site = createSite({ kind: 'practice', ...options });
  const server = createServer(async (request, response) => {
    try {
      const url = new URL(request.url ?? '/', `http://${HOST}`);
      const body = await readBody(request);
      const answer = site.answer({ method: request.method ?? 'GET', url, body });
      response.writeHead(answer.status, answer.headers).end(answer.body);
    } catch {
      response.writeHead(400).end();
    }
  });
  let port;
  try {
    port = await listen(server, wanted);
  } catch (error) {
    if (error.code !== 'EADDRINUSE') throw error;
    port = await listen(server, 0);
  }
  return {
    address: `http://${HOST}:${port}/`,
    site,
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { address } = await startPractice();
  console.log(`Practice site: ${address}`);
}
