import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';

/** What a figure is of: day, kind of machine, Node, the browser (path of its program) and the commit. */
export function nameMachine(browser) {
  const [{ model = 'processor unknown' } = {}] = cpus();
  const parts = [`${cpus().length} × ${model.trim()}`, process.platform, `Node ${process.versions.node}`];
  if (browser !== undefined) parts.push(ask(browser, '--version'));
  parts.push(`commit ${ask('git', 'rev-parse', '--short', 'HEAD')}`);
  return `Measured on ${new Date().toISOString().slice(0, 10)}: ${parts.join(', ')}`;
}

function ask(program, ...parameters) {
  try {
    return execFileSync(program, parameters, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return 'unknown';
  }
}
