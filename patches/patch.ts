import type { Plugin } from 'vite';

/** One text of a package and what takes its place. */
export interface Patch {
  /** For messages; patches/README.md has the reason. */
  name: string;
  /** Fits the path of the module, with `/` between folders, that has the text. */
  module: RegExp;
  from: string | RegExp;
  to: string;
  /** How often the text is there. */
  times: number;
}

/** @throws Error when the text is not there as often as was counted */
export function applyPatch({ name, from, to, times }: Patch, code: string): string {
  const parts = code.split(from);
  if (parts.length - 1 === times) return parts.join(to);
  throw new Error(`${name}: found ${parts.length - 1} times, not ${times}. Read patches/README.md.`);
}

/** Changes a text of a package while it is built; the build fails when the package has changed there. */
export function patch(one: Patch): Plugin {
  return {
    name: one.name,
    transform(code, id) {
      if (!one.module.test(id.replaceAll('\\', '/'))) return undefined;
      return { code: applyPatch(one, code), map: null };
    },
  };
}
