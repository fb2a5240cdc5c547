import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { spawnSync } from 'node:child_process';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

interface Linted {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly message: string }[];
}

/** Breaks of rules that need types, written where each of the house's three kinds of file has its script. */
const breaks = `
import { Kind, kinds } from './kinds.ts';
declare const anything: any;
export function taken(kind: Kind, later: () => Promise<string>): string {
  later();
  if (later()) return 'always';
  const value: string = anything;
  switch (kind) {
    case 'one':
      return anything;
  }
  const idle = 1;
  return value == kinds[0] ? \`\${{}}\` : anything.name;
}`;

const seeded = {
  'kinds.ts': "export type Kind = 'one' | 'two';\nexport const kinds: readonly Kind[] = ['one', 'two'];\n",
  'seeded.ts': breaks,
  'seeded.svelte.ts': `${breaks}
import { SvelteMap } from 'svelte/reactivity';
export const wrapped = $state(new SvelteMap<string, string>());
export class Seeded {
  plain = new Map<string, string>();
  put(): void {
    this.plain.set('a', 'b');
  }
}
export function looping(): void {
  $effect.pre(() => undefined);
}`,
  'Part.svelte': '<script lang="ts">let { name }: { name: string } = $props();</script>{name}',
  'Seeded.svelte': `<script lang="ts">${breaks}
  $effect(() => void absent());
  import Part from './Part.svelte';
  let { later }: { later: () => Promise<string>; unused: string } = $props();
</script>
{#each kinds as kind}<Part name={kind} />{/each}
<button onclick={() => { later(); }}>{@html anything}{absent}</button>`,
};

const everywhere = [
  '@typescript-eslint/no-explicit-any',
  '@typescript-eslint/no-floating-promises',
  '@typescript-eslint/no-misused-promises',
  '@typescript-eslint/no-unsafe-assignment',
  '@typescript-eslint/no-unsafe-return',
  '@typescript-eslint/no-unsafe-member-access',
  '@typescript-eslint/switch-exhaustiveness-check',
  '@typescript-eslint/no-unused-vars',
  '@typescript-eslint/consistent-type-imports',
  '@typescript-eslint/restrict-template-expressions',
  'eqeqeq',
];

const expected: readonly (readonly [file: string, rule: string])[] = [
  ...['seeded.ts', 'seeded.svelte.ts', 'Seeded.svelte'].flatMap((file) =>
    everywhere.map((rule) => [file, rule] as const),
  ),
  ['seeded.svelte.ts', 'svelte/prefer-svelte-reactivity'],
  ['seeded.svelte.ts', 'svelte/no-unnecessary-state-wrap'],
  ['seeded.svelte.ts', 'no-restricted-syntax'],
  ['Seeded.svelte', 'no-restricted-syntax'],
  ['Seeded.svelte', 'svelte/no-unused-props'],
  ['Seeded.svelte', 'svelte/require-each-key'],
  ['Seeded.svelte', 'svelte/no-at-html-tags'],
  ['Seeded.svelte', 'no-undef'],
];

describe('linting', () => {
  let folder = '';
  let found: readonly Linted[] = [];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'plumbline-linting-'));
    for (const name of ['eslint.config.js', 'tsconfig.json', 'package.json'])
      cpSync(join(root, name), join(folder, name));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    mkdirSync(join(folder, 'src'));
    for (const [name, text] of Object.entries(seeded)) writeFileSync(join(folder, 'src', name), text);
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [join('node_modules', 'eslint', 'bin', 'eslint.js'), 'src', '--format', 'json'],
      { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 },
    );
    if (stdout === '') throw new Error(`nothing was linted: ${stderr}`);
    found = JSON.parse(stdout) as readonly Linted[];
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(expected)('reports in %s a break of %s', (file, rule) => {
    const linted = found.find(({ filePath }) => basename(filePath) === file);
    expect(linted?.messages.map(({ ruleId }) => ruleId)).toContain(rule);
  });
});
