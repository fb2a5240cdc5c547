// What of other people's work goes out with a build: the packages that its modules, styles and fonts came from.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ShippedNotice } from '../../src/shared/ipc/about-view.ts';

/** A package of which something is in `out/`. */
export type ShippedPackage = ShippedNotice;

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly homepage?: string;
  readonly repository?: string | { readonly url?: string };
}

const licenceFile = /^(?:licen[cs]e|copying|notice|ofl)/iu;

/** The folder of the package that a module belongs to; null for a module of our own, or one that the bundler made. */
export function packageFolder(module: string): string | null {
  const path = module.replace(/^\0/, '').replaceAll('\\', '/');
  return /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//u.exec(path)?.[1] ?? null;
}

function isManifest(value: unknown): value is Manifest {
  return typeof value === 'object' && value !== null && 'name' in value && 'version' in value;
}

/** What a package says of itself. Throws where it has no name, version or licence: what is not known is not shipped. */
export function readPackage(folder: string): ShippedPackage {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (!isManifest(manifest) || manifest.license === undefined)
    throw new Error(`${folder} does not say under which licence it is`);
  const { name, version, license, homepage, repository } = manifest;
  const source = typeof repository === 'string' ? repository : repository?.url;
  const texts = readdirSync(folder)
    .filter((file) => licenceFile.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  return {
    name,
    version,
    licence: license,
    homepage: homepage ?? source?.replace(/^git\+/, '').replace(/\.git$/, '') ?? null,
    text: texts.length === 0 ? null : texts.join('\n\n'),
  };
}

/** The packages of these modules, each once, by name and version. */
export function packagesOf(modules: Iterable<string>): readonly ShippedPackage[] {
  const folders = new Set([...modules].map(packageFolder).filter((folder) => folder !== null));
  const found = [...folders]
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .map((folder) => readPackage(folder));
  const once = new Map(found.map((each) => [`${each.name}@${each.version}`, each]));
  return [...once.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}

/** The notices as one text, as it lies in a package of Plumbline. */
export function noticesText(packages: readonly ShippedPackage[]): string {
  const rule = '-'.repeat(78);
  const parts = packages.map(({ name, version, licence, homepage, text }) =>
    [
      rule,
      `${name} ${version}`,
      `Licence: ${licence}`,
      ...(homepage === null ? [] : [homepage]),
      '',
      text ?? 'The package brings no text of its licence beside this name of it.',
      '',
    ].join('\n'),
  );
  return `Plumbline holds work of others, each under its own licence.\n\n${parts.join('\n')}`;
}
