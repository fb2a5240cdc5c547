import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { draftScreens, workspaceScreens } from '../../src/renderer/lib/route.ts';
import { draftEventTypes, everyEventType } from '../../src/shared/judgment/event-types.ts';

const root = join(import.meta.dirname, '..', '..');
const text = (file: string): string => readFileSync(join(root, file), 'utf8');
const shared = readdirSync(join(root, 'src/shared'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => text(join('src/shared', name)));

describe('a recipe of docs/contributing.md', () => {
  const [, ...recipes] = text('docs/contributing.md').split('\n\n**');

  it.each(recipes.map((recipe) => [recipe.split('.')[0], recipe]))(
    'names a test that says what is missing: %s',
    (_title, recipe) => {
      expect(recipe).toMatch(/`test\/[\w./-]+`/u);
    },
  );

  it('is there for everything that is added often', () => {
    expect(recipes.length).toBeGreaterThan(8);
  });
});

describe('a kind of record', () => {
  it('stands in the table of its log once it is defined', () => {
    const defined = shared.flatMap((source) =>
      [...source.matchAll(/\bdefineEvent\(\{\s+type: '([^']+)'/gu)].map(([, type = '']) => type),
    );
    expect(defined.sort()).toEqual([...everyEventType.keys()].sort());
  });

  it('says which roles may write it in a draft, but for what rights judge by themselves', () => {
    const judged = ['draft.begun', 'ownership.accepted', 'ownership.recovered'];
    const unsaid = [...draftEventTypes.values()].filter(({ may }) => may.length === 0);
    expect(unsaid.map(({ type }) => type).sort()).toEqual(judged);
  });

  /** By what of the records before it each bears on: only for these is a draft folded anew. */
  const bearing: Readonly<Record<string, readonly string[]>> = {
    'whose they were, and whether they count': [
      'draft.begun',
      'ownership.accepted',
      'ownership.passed',
      'ownership.recovered',
      'record.adopted',
      'role.granted',
      'role.revoked',
    ],
    'whether their words are there': ['content.erased'],
    'whether a seal covers them': [
      'copy.redacted',
      'judgment.reopened',
      'judgment.sealed',
      'reopening.proposed',
      'seal.time-stamped',
      'seal.withdrawn',
    ],
    'what they are called': ['framework.adopted', 'framework.moved'],
  };

  it('says that it bears on no record before it, but for those that do', () => {
    const reaching = [...draftEventTypes.values()].filter(({ reachesBack }) => reachesBack);
    expect(reaching.map(({ type }) => type).sort()).toEqual(Object.values(bearing).flat().sort());
  });
});

describe('a screen', () => {
  const rows = [
    ...text('src/renderer/shell/screens.ts').matchAll(/^ {2}'?([\w-]+)'?: \{.*letter: '(\w)'/gmu),
  ];
  const letters = rows.map(([, name = '', letter = '']) => `${name.replaceAll('-', ' ')}, ${letter}`);

  it('has in docs/keyboard.md its keys, under its name and the letter that its row in the table has', () => {
    const headings = [...text('docs/keyboard.md').matchAll(/^## (.+), G (\w)$/gmu)];
    expect(rows.map(([, name]) => name).sort()).toEqual([...workspaceScreens, ...draftScreens].sort());
    expect(headings.map(([, name, letter]) => `${name ?? ''}, ${letter ?? ''}`.toLowerCase()).sort()).toEqual(
      letters.sort(),
    );
  });

  it('has a letter of its own', () => {
    expect(new Set(rows.map(([, , letter]) => letter)).size).toBe(rows.length);
  });
});
