// The service worker has neither a document nor Node.
// @ts-expect-error
export const page = document;
// @ts-expect-error
export const opened = window;
// @ts-expect-error
export const node = process;
export const worker = importScripts;
