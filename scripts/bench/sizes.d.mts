/** Bytes, zipped, of what the extension brings with it and of what it loads only when it is asked for, with names of the latter. */
export function sortFiles(build: string): { eager: number; asked: number; names: string[] };
