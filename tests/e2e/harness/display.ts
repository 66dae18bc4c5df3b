import { spawn } from 'node:child_process';

export interface Display {
  /** As in the variable DISPLAY. */
  name: string;
  stop(): void;
}

/**
 * The display there is, or a virtual one (Xvfb) on a free number.
 * @throws Error when there is neither
 */
export async function startDisplay(): Promise<Display> {
  const present = process.env['DISPLAY'];
  if (present !== undefined && present !== '') return { name: present, stop: () => undefined };
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp', '-noreset'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
  const number = await new Promise<string>((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    server.stdio[3]?.once('data', (data: Buffer) => resolve(data.toString().trim()));
  });
  return { name: `:${number}`, stop: () => void server.kill() };
}
