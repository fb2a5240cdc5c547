import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownFolder, workerSources } from '../running-scope.ts';
import { SearchIndex } from '../../../src/main/storage/search-index.ts';
import { searchIn } from '../../../src/main/work/search-client.ts';
import {
  matchExpression,
  type SearchDocument,
  type SearchQuery,
} from '../../../src/shared/search/search-query.ts';

const own = ownFolder();
afterAll(own.remove);

const all: SearchQuery = {
  text: '',
  what: null,
  kind: null,
  author: null,
  from: null,
  to: null,
  area: null,
  grade: null,
};
const document = (code: string, text: string, more: Partial<SearchDocument> = {}): SearchDocument => ({
  what: 'note',
  place: code,
  code,
  kind: 'case-tracking',
  author: 'ada',
  day: '2026-10-06',
  areas: ['help'],
  grades: ['good'],
  text,
  ...more,
});

describe('what people type', () => {
  it.each([
    ['strategy', '"strategy"*'],
    ['strategy ', '"strategy"'],
    ['be', '"be"'],
    ['late strat', '"late" "strat"*'],
    ['"strategy discussion" police', '"strategy discussion" "police"*'],
    ['"not closed', '"not closed"'],
    ['a" OR text:* NOT (b)', '"a" "OR text NOT b"'],
    ["child's CT-014", '"child s" "CT 014"*'],
    ['Łódź', '"Łódź"*'],
    ['"" -- ;', ''],
  ])('of %j looks for %s', (typed, expression) => {
    expect(matchExpression(typed)).toBe(expression);
  });
});

describe('the search index', () => {
  const path = join(own.path, 'index.sqlite');
  let index: SearchIndex;
  const codes = (query: Partial<SearchQuery>, ranked = true): readonly string[] =>
    index.search({ ...all, ...query }, ranked).hits.map((hit) => hit.code);

  beforeAll(() => {
    index = new SearchIndex(path);
    index.put('d1', 's1', 'Northmere', [
      document('CT-001', 'Strategy discussions were late. Strategy again, and strategy.'),
      document('DA-001', 'The strategy is on paper.', { kind: 'data', day: '2026-10-08', author: 'ben' }),
      document('CH-001', 'A naïve café visit', { areas: ['care'], grades: ['inadequate'] }),
      document('', 'The narrative speaks of strategy once.', { what: 'narrative', place: 'help', kind: '' }),
    ]);
    index.put('d2', 's2', 'Southmere', [document('CT-001', 'Plans and visits.')]);
  });
  afterAll(() => {
    index.close();
  });

  it.each<[string, Partial<SearchQuery>, readonly string[]]>([
    ['words, best first', { text: 'strategy' }, ['CT-001', '', 'DA-001']],
    ['the beginning of the last word', { text: 'strat' }, ['CT-001', '', 'DA-001']],
    ['every word', { text: 'strategy paper' }, ['DA-001']],
    ['phrases', { text: '"strategy discussions"' }, ['CT-001']],
    ['a code', { text: 'DA-001' }, ['DA-001']],
    ['words without their accents', { text: 'naive cafe' }, ['CH-001']],
    ['one kind', { text: 'strategy', kind: 'data' }, ['DA-001']],
    ['one inspector', { text: 'strategy', author: 'ben' }, ['DA-001']],
    ['days', { text: 'strategy', from: '2026-10-07', to: '2026-10-08' }, ['DA-001']],
    ['one area', { text: 'visit', area: 'care' }, ['CH-001']],
    ['one grade', { text: 'visit', grade: 'inadequate' }, ['CH-001']],
    ['narratives', { text: 'strategy', what: 'narrative' }, ['']],
    ['nothing where nothing is asked', { text: '  ' }, []],
    ['nothing of what nobody wrote', { text: 'weather' }, []],
  ])('finds %s', (_name, query, expected) => {
    expect(codes(query)).toEqual(expected);
  });

  it('gives the newest at once, and marks what it found', () => {
    expect(codes({ text: 'strategy' }, false)).toEqual(['', 'DA-001', 'CT-001']);
    const {
      hits: [hit],
    } = index.search({ ...all, text: 'paper' }, true);
    expect(hit).toMatchObject({ draft: 'd1', provider: 'Northmere', area: 'help', place: 'DA-001' });
    expect(hit?.snippet).toContain('\u0001paper\u0002');
  });

  it('shows of each document its own words', () => {
    const { hits } = index.search({ ...all, text: 'strategy' }, true);
    expect(hits.map((hit) => hit.snippet.replaceAll('\u0001', '').replaceAll('\u0002', ''))).toEqual([
      'Strategy discussions were late. Strategy again, and strategy.',
      'The narrative speaks of strategy once.',
      'The strategy is on paper.',
    ]);
  });

  it('puts whole words before beginnings of words while one types', () => {
    index.put('d3', 's1', 'Eastmere', [document('CT-020', 'Strategic aims')]);
    expect(codes({ text: 'strateg' }, false)[0]).toBe('CT-020');
    expect(codes({ text: 'strategy' }, false)).not.toContain('CT-020');
    index.drop('d3');
  });

  it('replaces a draft as a whole, and leaves no byte of what is gone in its file', () => {
    index.put('d2', 's3', 'Southmere', [document('CT-009', 'Quixotic words stand here')]);
    expect(codes({ text: 'visits' })).toEqual([]);
    expect(index.stamps()).toEqual({ d1: 's1', d2: 's3' });
    index.drop('d2');
    expect(codes({ text: 'quixotic' })).toEqual([]);
    index.close();
    expect(readFileSync(path).includes('uixotic')).toBe(false);
    index = new SearchIndex(path);
    expect(codes({ text: 'paper' })).toEqual(['DA-001']);
  });
});

describe('the index of a workspace, in a worker', () => {
  it('is made anew where its file is damaged', async () => {
    const profile = join(own.path, 'profile');
    const first = searchIn(profile, workerSources.search).of('team');
    await first.put('d1', 's1', 'Northmere', [document('CT-001', 'Strategy')]);
    expect((await first.search({ ...all, text: 'strategy' }, true)).hits).toHaveLength(1);
    writeFileSync(
      join(profile, 'index', 'other.sqlite'),
      'no database at all, and longer than a header of one '.repeat(40),
    );
    const other = searchIn(profile, workerSources.search).of('other');
    expect(await other.stamps()).toEqual({});
    await other.put('d1', 's1', 'Northmere', [document('CT-001', 'Strategy')]);
    expect((await other.search({ ...all, text: 'strategy' }, true)).hits).toHaveLength(1);
    await first.renew();
    expect(await first.stamps()).toEqual({});
  });
});
