import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = join(import.meta.dirname, '..', '..');
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((name) => `src/${name.replaceAll('\\', '/')}`)
  .filter((name) => /\.(?:ts|svelte|css)$/.test(name));
const text = (file: string): string => readFileSync(join(root, file), 'utf8');
const code = files.filter((file) => file.endsWith('.ts'));

describe('the house', () => {
  it('has files of at most 250 lines', () => {
    expect(files.filter((file) => text(file).split('\n').length > 251)).toEqual([]);
  });

  it('names files in kebab-case, components in PascalCase', () => {
    const fits = (name: string): boolean =>
      (name.endsWith('.svelte')
        ? /^[A-Z][A-Za-z]*\.svelte$/
        : /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.svelte|\.d)?\.(?:ts|css)$/
      ).test(name);
    expect(files.filter((file) => !fits(basename(file)))).toEqual([]);
  });

  it('has no names that say nothing', () => {
    expect(
      files.filter((file) =>
        /\/(?:utils?|helpers?|common|misc|manager|stuff|index)(?:\/|\.(?!ts$))/.test(file),
      ),
    ).toEqual([]);
  });

  it('has no barrels and no default exports', () => {
    expect(code.filter((file) => /^export (?:\*|\{[^}]*\}) from/m.test(text(file)))).toEqual([]);
    expect(code.filter((file) => /^export default/m.test(text(file)))).toEqual([]);
  });

  /** The keys of lists by what people name, which foreign records may repeat: such a list dies for good. */
  const repeatable = (component: string): readonly string[] =>
    [...component.matchAll(/\{#each [^{}]*?\(([^()]*)\)\}/g)]
      .map(([, key = '']) => key)
      .filter((key) => /\.(?:title|name|text|sentence|label|message|value|provider)\b/.test(key));

  it('keys lists by nothing that two things may both be called', () => {
    const components = files.filter((file) => file.endsWith('.svelte'));
    expect(components.flatMap((file) => repeatable(text(file)))).toEqual([]);
    expect(repeatable('{#each found as command, index (command.title)}')).toEqual(['command.title']);
    expect(repeatable('{#each found as command, index (command.id)}')).toEqual([]);
  });

  it('has no field that cuts what is typed or pasted into it without a word', () => {
    const cuts = (component: string): boolean => /\bmaxlength=(?!"1")/.test(component);
    expect(files.filter((file) => file.endsWith('.svelte') && cuts(text(file)))).toEqual([]);
    expect([cuts('<input maxlength="120" />'), cuts('<input data-limit="120" />')]).toEqual([true, false]);
  });

  it('marks every peer that only benchmarks measure against', () => {
    const packages = z
      .object({
        devDependencies: z.record(z.string(), z.string()),
        benchmarkPeers: z.array(z.string()),
      })
      .parse(JSON.parse(text('package.json')));
    const sources = (folder: string): string =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
        .filter((name) => /\.(?:ts|mjs|svelte)$/.test(name))
        .filter((name) => folder === 'test/benchmark' || !name.startsWith('test/benchmark/'))
        .map(text)
        .join('\n');
    const [benchmarks, rest] = [
      sources('test/benchmark'),
      ['src', 'test', 'scripts'].map(sources).join('\n'),
    ];
    const imports = (all: string, name: string): boolean => new RegExp(`from '${name}(?:/[^']*)?'`).test(all);
    const peers = Object.keys(packages.devDependencies)
      .filter((name) => imports(benchmarks, name) && !imports(rest, name))
      .toSorted();
    expect(peers).toEqual(packages.benchmarkPeers.toSorted());
    expect(peers.length).toBeGreaterThan(3);
  });

  it('silences no tool and leaves no mark of unfinished work', () => {
    const marks = /eslint-disable|@ts-ignore|@ts-expect-error|svelte-ignore|\bas any\b|TODO|FIXME/;
    expect(files.filter((file) => marks.test(text(file)))).toEqual([]);
  });

  it('styles by tokens that are declared, since one that is not leaves no trace but a missing colour', () => {
    const declared = new Set(
      files
        .flatMap((file) => [
          ...text(file).matchAll(/(--[a-z][\w-]*)\s*:|style:(--[\w-]+)|setProperty\(\s*'(--[\w-]+)/gu),
        ])
        .flatMap(([, ...names]) => names),
    );
    const used = files.flatMap((file) =>
      [...text(file).matchAll(/var\((--[\w-]+)/gu)].map(([, name = '']) => [name, file] as const),
    );
    expect(used.length).toBeGreaterThan(500);
    expect(used.filter(([name]) => !declared.has(name))).toEqual([]);
  });

  // Elsewhere a comment stands where there is something to say: a rule that asked for one got names said twice.
  it('says of every exported function of the domain what it is for', () => {
    const domain = code.filter((file) => file.startsWith('src/shared/'));
    const bare = domain.flatMap((file) =>
      [...text(file).matchAll(/(?:^|\n)(.*)\nexport (?:async )?function (\w+)/g)]
        .filter(([, before = '']) => !/\*\/\s*$/.test(before))
        .map(([, , name]) => `${file}: ${name ?? ''}`),
    );
    expect(bare).toEqual([]);
  });
});
