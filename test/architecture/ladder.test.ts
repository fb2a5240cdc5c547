import { describe, expect, it } from 'vitest';
import { folderCycles, sourceImports } from './source-graph.ts';

const imports = sourceImports();

/**
 * The rooms of src/shared from the ground up: each imports rooms above it in this list, that is below it in the house,
 * and none after it. What a room is for stands in docs/architecture.md.
 */
const ladder = [
  'values',
  'records',
  'text',
  'framework',
  'people',
  'evidence',
  'report',
  'draft',
  'lodging',
  'pairwise',
  'moderation',
  'accuracy',
  'clocks',
  'finalising',
  'audits',
  'workspace',
  'judgment',
  'seen',
  'comparison',
  'coverage',
  'retention',
  'search',
  'checks',
  'precedents',
  'documents',
  'gates',
  'folder',
  'together',
  'statistics',
  'agreement',
  'audit-results',
  'work',
  'ipc',
];

const roomOf = (file: string): string | null => /^src\/shared\/([a-z-]+)\//u.exec(file)?.[1] ?? null;
const isInShared = (file: string): boolean => file.startsWith('src/shared/');

describe('the ladder of rooms', () => {
  it('names every room of src/shared, once', () => {
    const rooms = new Set([...imports.keys()].filter(isInShared).flatMap((file) => roomOf(file) ?? []));
    expect([...rooms].sort()).toEqual([...ladder].sort());
  });

  it('is climbed down alone', () => {
    const up = [...imports]
      .filter(([file]) => isInShared(file))
      .flatMap(([file, others]) => {
        const from = ladder.indexOf(roomOf(file) ?? '');
        return others
          .filter((other) => ladder.indexOf(roomOf(other) ?? '') > from)
          .map((other) => `${file} -> ${other}`);
      });
    expect(up).toEqual([]);
  });

  it('leaves no folders that import each other, in any slab', () => {
    expect(folderCycles(imports)).toEqual([]);
  });

  it('would be seen broken', () => {
    const seeded = new Map([
      ['src/a/one.ts', ['src/b/two.ts']],
      ['src/b/two.ts', ['src/c/three.ts']],
      ['src/c/three.ts', ['src/a/other.ts']],
      ['src/d/alone.ts', ['src/a/one.ts']],
    ]);
    expect(folderCycles(seeded)).toEqual([['src/a', 'src/b', 'src/c']]);
  });
});
