/** Made at build time by `scripts/release/about.ts`, and loaded only when the user asks for it. */
declare module 'virtual:about' {
  /** The last versions, the newest first; `version` is empty for what is not released yet. */
  export const changes: readonly {
    version: string;
    date: string;
    groups: readonly { title: string; items: readonly string[] }[];
  }[];
  /** Name, version and kind of licence of each package that is shipped, and the text of its licence. */
  export const licences: readonly { title: string; text: string }[];
}
