import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceImports } from './source-graph.ts';

const root = join(import.meta.dirname, '..', '..');
const imports = sourceImports();
const text = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Where programs begin: what the build takes, the window's page, and nothing else. */
const entries = [
  ...[...text('electron.config.ts').matchAll(/from\('(src\/[^']+\.ts)'\)/gu)].map(([, file = '']) => file),
  'src/renderer/shell/main.ts',
];

function reached(): ReadonlySet<string> {
  const seen = new Set(entries);
  for (const file of seen) for (const next of imports.get(file) ?? []) seen.add(next);
  return seen;
}

const codeBelow = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\.(?:ts|svelte)$/u.test(name));

describe('the figures of the house', () => {
  it('count no file that no program reaches', () => {
    const seen = reached();
    expect(entries.length).toBeGreaterThan(8);
    expect([...imports.keys()].filter((file) => !seen.has(file))).toEqual([]);
  });

  it('count no export that no other file names', () => {
    const naming = new Map<string, number>();
    for (const file of [...imports.keys(), ...codeBelow('test'), ...codeBelow('scripts')])
      for (const word of new Set(text(file).match(/[A-Za-z_$][\w$]*/gu) ?? []))
        naming.set(word, (naming.get(word) ?? 0) + 1);
    const exported = /^\s*export (?:async )?(?:function\*?|const|class|interface|type) ([A-Za-z_$][\w$]*)/gmu;
    const alone = [...imports.keys()]
      .filter((file) => !entries.includes(file))
      .flatMap((file) =>
        [...text(file).matchAll(exported)]
          .filter(([, name = '']) => naming.get(name) === 1)
          .map(([, name = '']) => `${file}: ${name}`),
      );
    expect(alone).toEqual([]);
  });

  it('count at most 20 files of fewer than 25 lines that one other file imports', () => {
    const importers = new Map<string, number>();
    for (const others of imports.values())
      for (const other of others) importers.set(other, (importers.get(other) ?? 0) + 1);
    const crumbs = [...imports.keys()].filter(
      (file) => importers.get(file) === 1 && text(file).split('\n').length - 1 < 25,
    );
    expect(crumbs.length, crumbs.join('\n')).toBeLessThanOrEqual(20);
  });

  it('count no state class of a window that no test without a browser makes', () => {
    const made = new Set(
      codeBelow('test/renderer').flatMap((file) =>
        [...text(file).matchAll(/from '(?:\.\.\/)+(src\/renderer\/[^']+)'/gu)].map(
          ([, module = '']) => module,
        ),
      ),
    );
    const states = codeBelow('src/renderer').filter(
      (file) => file.endsWith('.svelte.ts') && /^(?:export )?class /mu.test(text(file)),
    );
    expect(states.length).toBeGreaterThan(25);
    expect(states.filter((file) => !made.has(file))).toEqual([]);
  });
});
