// What every world uses has neither a document nor Node; the compiler fails where an expected error does not come.
// @ts-expect-error
export const page = document;
// @ts-expect-error
export const node = process;
// @ts-expect-error
export const worker = importScripts;
