import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files in which packages keep their licence, and those of others whose work is in them. */
const TEXTS = /^(?:licen[cs]e|copying|notice|third[-_]party)/i;

interface Package {
  name: string;
  version: string;
  license: string;
  /** Where its source lies; packages of one repository share its licence. */
  source: string | undefined;
  texts: readonly string[];
}

function readPackage(folder: string): Package {
  const { name, version, license, repository } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const files = readdirSync(folder)
    .filter((file) => TEXTS.test(file))
    .sort();
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  return { name, version, license, source: repository?.url ?? repository, texts };
}

/** Name, version and kind of licence of a package, and the licence's text. */
export interface LicenceText {
  title: string;
  text: string;
}

/**
 * The licences of the packages in these folders, whose terms ask that they go with every copy, sorted by name and
 * version, the same every time. A package without a file of its own has that of another from its repository.
 * @throws Error for a package of which no licence's text is there
 */
export function listLicences(folders: ReadonlySet<string>): LicenceText[] {
  const packages = [...folders].map(readPackage);
  const parts = packages.map(({ name, version, license, source, texts }) => {
    const siblings = packages.filter((other) => source !== undefined && other.source === source);
    const own = texts.length > 0 ? texts : (siblings.find((other) => other.texts.length > 0)?.texts ?? []);
    if (own.length === 0) throw new Error(`${name} is shipped, and its licence's text is not there`);
    return { title: `${name} ${version} (${license})`, text: own.join('\n\n') };
  });
  return parts.sort((a, b) => (a.title < b.title ? -1 : 1));
}

/** The same as one text, which goes into every zip. */
export function collectLicences(folders: ReadonlySet<string>): string {
  const parts = listLicences(folders).map(({ title, text }) => `${title}\n\n${text}\n`);
  return parts.join(`\n${'-'.repeat(80)}\n\n`);
}
