import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';
import type { Part } from './shipped';

/** What a bill is made for. */
export interface Product {
  name: string;
  version: string;
  description: string;
  licence: string;
}

function makeLicence(text: string): Models.License {
  return /^[\w.+-]+$/.test(text) ? new Models.SpdxLicense(text) : new Models.LicenseExpression(text);
}

/** As the specification of package URLs has them: the scope's sign is escaped. */
function makeAddress({ name, version }: { name: string; version: string }): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

/**
 * The bill of materials of a product in CycloneDX 1.6: the packages whose code it ships, and nothing that only builds
 * or tests it. It has neither serial number nor time, which the format does without, so that it comes out the same
 * every time.
 */
export function makeBill(product: Product, parts: readonly Part[]): string {
  const { name, version, description, licence } = product;
  const main = new Models.Component(Enums.ComponentType.Application, name, {
    bomRef: name,
    version,
    description,
    licenses: new Models.LicenseRepository([makeLicence(licence)]),
  });
  const components = parts.map((part) => {
    const [, group, own = part.name] = /^(@[^/]+)\/(.+)$/.exec(part.name) ?? [];
    const purl = makeAddress(part);
    return new Models.Component(Enums.ComponentType.Library, own, {
      bomRef: purl,
      ...(group === undefined ? {} : { group }),
      version: part.version,
      purl,
      hashes: new Models.HashDictionary([[Enums.HashAlgorithm['SHA-512'], part.hash]]),
      licenses: new Models.LicenseRepository([makeLicence(part.licence)]),
    });
  });
  const needed = new Set<string>();
  for (const [index, { needs }] of parts.entries()) {
    for (const [other, { name: theirs }] of parts.entries()) {
      if (!needs.includes(theirs)) continue;
      const [from, to] = [components[index], components[other]];
      if (from !== undefined && to !== undefined) from.dependencies.add(to.bomRef);
      needed.add(theirs);
    }
  }
  for (const [index, { name: theirs }] of parts.entries()) {
    const component = components[index];
    if (component !== undefined && !needed.has(theirs)) main.dependencies.add(component.bomRef);
  }
  const bill = new Models.Bom({
    metadata: new Models.Metadata({ component: main }),
    components: new Models.ComponentRepository(components),
  });
  const factory = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6);
  return `${new Serialize.JsonSerializer(factory).serialize(bill, { sortLists: true, space: 2 })}\n`;
}
