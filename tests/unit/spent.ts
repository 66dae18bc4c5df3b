/** Time (ms) that this process has worked so far: other work of the machine does not count, as it does by the clock. */
export function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** Time (ms) that it takes to do something at once. */
export function spentOn(work: () => unknown): number {
  const begun = spent();
  work();
  return spent() - begun;
}
