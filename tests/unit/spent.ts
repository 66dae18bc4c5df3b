/** Time (ms) that this process has worked so far: other work of the machine does not count, as it does by the clock. */
export function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
