import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';

/** What a figure is of: day, version, kind of machine, Node, and the browser (path of its program) where one ran. */
export function nameMachine(browser) {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const [{ model = 'processor unknown' } = {}] = cpus();
  const day = new Date().toISOString().slice(0, 10);
  const parts = [`${cpus().length} × ${model.trim()}`, process.platform, `Node ${process.versions.node}`];
  if (browser !== undefined) parts.push(ask(browser));
  return `Measured on ${day}: Spare Key ${version}, ${parts.join(', ')}`;
}

function ask(browser) {
  const options = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
  return execFileSync(browser, ['--version'], options).trim();
}
