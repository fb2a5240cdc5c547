import { describe, expect, it } from 'vitest';
import { SeenWorkspaces } from '../../../src/main/storage/seen-workspaces.ts';
import { nothingSeen, withDrafts, type SeenWorkspace } from '../../../src/shared/folder/seen-workspace.ts';
import { done } from '../../../src/shared/result.ts';

const idOf = (number: number): string => number.toString(16).padStart(64, '0');

/** Remembers a thousand drafts from one number on, as seen on a day. */
const thousand =
  (from: number, day: string) =>
  (seen: SeenWorkspace): SeenWorkspace =>
    withDrafts(
      seen,
      new Map(
        Array.from({ length: 1000 }, (_, at) => {
          const id = idOf(from + at);
          return [id, { folder: `authority-${id.slice(-8)}`, name: `Authority ${at}`, day }] as const;
        }),
      ),
    );

/** A store over texts in memory, with how often each was written. */
function store(texts: Map<string, string>, writes = true): { seen: SeenWorkspaces; written: string[] } {
  const written: string[] = [];
  const seen = new SeenWorkspaces(
    (workspace) => ({
      read: () => Promise.resolve(texts.get(workspace) ?? null),
      write: (text) => {
        written.push(workspace);
        texts.set(workspace, text);
        return Promise.resolve(done(null));
      },
    }),
    writes,
  );
  return { seen, written };
}

describe('what a device remembers of a workspace', () => {
  it('is one file however many drafts there are, written only when something is new', async () => {
    const texts = new Map<string, string>();
    const { seen, written } = store(texts);
    await seen.remember('team', thousand(0, '2026-11-27'));
    await seen.remember('team', thousand(0, '2026-11-27'));
    expect(written).toEqual(['team']);
    await seen.remember('team', thousand(0, '2026-11-28'));
    expect(written).toEqual(['team', 'team']);
    expect(await store(texts).seen.read('team')).toEqual(thousand(0, '2026-11-28')(nothingSeen));
  });

  it('is kept whole where several windows remember at once', async () => {
    const texts = new Map<string, string>();
    const { seen } = store(texts);
    await Promise.all([0, 1000, 2000].map((from) => seen.remember('team', thousand(from, '2026-11-28'))));
    expect((await store(texts).seen.read('team')).drafts.size).toBe(3000);
  });

  it('stays in memory alone where another process has the profile', async () => {
    const texts = new Map<string, string>();
    const { seen, written } = store(texts, false);
    await seen.remember('team', thousand(0, '2026-11-28'));
    expect(written).toEqual([]);
    expect((await seen.read('team')).drafts.size).toBe(1000);
  });

  it.each([
    '',
    'no JSON',
    '{"drafts":[],"people":{},"log":{}}',
    '{"people":{},"log":{}}',
    '{"drafts":{},"people":{}}',
    '{"drafts":{"__proto__":1},"people":{},"log":{}}',
  ])('begins anew where its file is damaged: %s', async (text) => {
    expect(await store(new Map([['team', text]])).seen.read('team')).toEqual(nothingSeen);
  });
});
