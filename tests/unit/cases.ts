/**
 * How many of the cases that chance draws are tried: a fifth, in which a fault of any breadth shows at once, or all of
 * them where the environment says `CASES=all`, as the commands do that print figures.
 */
export function cases(all: number): number {
  return process.env['CASES'] === 'all' ? all : Math.ceil(all / 5);
}
