// What builds the extension, and the bridge, have no document.
// @ts-expect-error
export const page = document;
// @ts-expect-error
export const opened = window;
export const node = process;
