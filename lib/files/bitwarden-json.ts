/** Bitwarden's plain JSON export; reads the password-protected one as well. */
import type { FileFormat, Importer } from '../managers/manager';
import { makeData, readData } from './bitwarden-data';
import { isLockedJson, unlockJson } from './bitwarden-locked-json';
import { facts } from './facts';
import { decodeFile, refuseLarge } from './limits';
import { recognises } from './recognise';

export const format: FileFormat = {
  ...facts['bitwarden-json'],
  async write(items, { now }) {
    const file = new TextEncoder().encode(makeData(items, now));
    refuseLarge(file.length);
    return file;
  },
};

export const importer: Importer = {
  id: 'bitwarden-json',
  name: 'Bitwarden',
  extensions: ['json'],
  recognises: recognises['bitwarden-json'],
  isLocked: (file) => isLockedJson(new TextDecoder().decode(file.subarray(0, 4096))),
  async read(file, passphrase) {
    refuseLarge(file.length);
    const text = decodeFile(file);
    return readData(isLockedJson(text) ? await unlockJson(text, passphrase) : text);
  },
};
