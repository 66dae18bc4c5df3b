import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';

/** Forbids to install anything: `npm test -- --no-install`. npm keeps the switch to itself where `--` was left out. */
const isForbidden = process.argv.includes('--no-install') || process.env.npm_config_install === '';

/**
 * Whether what is missing may be installed. A person at the terminal sees the list and is asked; without one, as in
 * continuous integration, everything is installed.
 * @param missing what would be installed, each in words
 */
export async function mayInstall(missing) {
  if (isForbidden) return false;
  const isAttended = process.stdin.isTTY && process.stdout.isTTY;
  if (missing.length === 0 || !isAttended) return true;
  console.log('Missing here, and to be installed:');
  for (const one of missing) console.log(`  ${one}`);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  // The end of the input is an answer, too.
  const ended = once(terminal, 'close').then(() => '');
  const answer = await Promise.race([terminal.question('Install it now? [y/N] '), ended]);
  terminal.close();
  return /^y(?:es)?$/i.test(answer.trim());
}
