// What runs in the page of a provider has a document, and neither Node nor a worker.
export const page: Document = document;
// @ts-expect-error
export const node = process;
// @ts-expect-error
export const worker = importScripts;
