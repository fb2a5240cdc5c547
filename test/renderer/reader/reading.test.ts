import { Home } from '../home.ts';
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { app } from '../../../src/renderer/lib/app-state.svelte.ts';
import { call } from '../../../src/renderer/lib/call.ts';
import { readerChecks } from '../../../src/renderer/reader/reader-checks.ts';
import { reading } from '../../../src/renderer/lib/reading.svelte.ts';

const home = new Home();
const file = join(home.path, 'sample.judgment');

beforeAll(async () => {
  const draft = await home.openSample();
  const { name } = (await call('exportCopy', { draft, evidence: true })) ?? { name: '' };
  writeFileSync(file, home.main.saved.get(name) ?? '');
}, 60_000);
afterEach(() => {
  app.banner = null;
  vi.restoreAllMocks();
});
afterAll(() => home.close());

describe('a file that a window reads by itself', () => {
  it('is read and verified, and says of a draft that it is not sealed', async () => {
    home.main.choice.files = [file];
    await reading.choose();
    expect(reading.view).toMatchObject({ copy: 'whole', isSound: true, certificate: null });
    expect(readerChecks(reading.view ?? neverRead()).map(({ status, title }) => [status, title])).toEqual([
      ['ok', 'Every record holds'],
      ['open', 'It is not sealed'],
    ]);
  });

  it('leaves the document that is shown, and hands it out', async () => {
    reading.tab = 'moderation';
    await reading.again();
    expect(reading.tab).toBe('moderation');
    await reading.export('html');
    expect(app.banner?.text).toBe('Wrote sample-moderation.html.');
  });

  it('is read where it is dropped, and others are refused in words', async () => {
    reading.close();
    home.main.choice.files = [file];
    const [grant] = await call('chooseFiles', { purpose: 'records' });
    vi.spyOn(window.plumbline, 'takeFiles').mockResolvedValue(grant === undefined ? [] : [grant]);
    await reading.dropped([new File(['x'], 'notes.pdf')]);
    expect([reading.view, app.banner?.tone]).toEqual([null, 'warn']);
    await reading.dropped([new File(['x'], 'notes.pdf'), new File(['x'], 'sample.judgment')]);
    expect(reading.view?.file).toBe('sample.judgment');
    reading.close();
    expect(reading.view).toBeNull();
  });
});

function neverRead(): never {
  throw new Error('nothing was read');
}

const people = { roles: [], registration: '', verification: '', at: '2026-10-06T15:12:00.000Z' };
const statement = {
  id: 'a'.repeat(64),
  words: [],
  signer: { ...people, person: 'p', name: 'Sian Marl' },
  approvers: [{ ...people, person: 'q', name: 'Judith Pryce' }],
  reopenings: [],
  reasons: [],
  records: 3,
  counts: [],
  redacted: false,
};
const pages = {
  title: '',
  language: 'en-GB',
  watermark: null,
  foot: '',
  landscape: false,
  blocks: [],
} as const;
const sealed: Parameters<typeof readerChecks>[0] = {
  ...{
    file: '',
    bytes: 0,
    provider: '',
    copy: 'whole',
    isSound: true,
    timeStamps: 0,
    since: [],
    ruleTitles: {},
    absent: [],
    taken: [],
  },
  ...{ report: pages, moderation: null, certificate: null },
  verification: {
    ...{ draft: '', name: '', start: null, records: 3, sealed: true, seal: statement, problems: [] },
    lodged: { rounds: 0, opened: 0, unopened: 0 },
  },
};
const problem = (
  level: 'broken' | 'notice',
  code: string,
): (typeof sealed.verification.problems)[number] => ({
  ...{ level, code, file: '', line: 0, record: null, message: 'It is so.' },
});
const withProblem = (...given: Parameters<typeof problem>): typeof sealed => ({
  ...sealed,
  verification: { ...sealed.verification, problems: [problem(...given)] },
});

describe('what is checked of a sealed file', () => {
  it.each<[string, typeof sealed, readonly [status: string, title: string]]>([
    ['counts the signatures that hold', sealed, ['ok', '2 signatures hold']],
    ['never says who the signers are', sealed, ['open', 'Who the signers are']],
    ['says that nothing outside proves the time', sealed, ['open', 'No time-stamp']],
    [
      'says so where a service did',
      { ...sealed, timeStamps: 1 },
      ['ok', 'Time-stamped by an outside service'],
    ],
    [
      'counts what came afterwards',
      withProblem('notice', 'after-sealing'),
      ['ok', '1 record came afterwards'],
    ],
    ['says what is broken', withProblem('broken', 'signature'), ['bad', 'Something is broken']],
    [
      'vouches for what is withheld in a redacted copy',
      { ...sealed, copy: 'redacted' },
      ['ok', 'What is withheld has not changed'],
    ],
    [
      'and not where its words are others',
      { ...withProblem('broken', 'redacted-copy'), copy: 'redacted' },
      ['bad', 'What is withheld has not changed'],
    ],
  ])('%s', (_words, view, [status, title]) => {
    expect(readerChecks(view)).toContainEqual(expect.objectContaining({ status, title }));
  });

  it.each([
    [[], 'No record came after the seal'],
    [['1 time-stamp', '2 redacted copies'], 'Since then: 1 time-stamp and 2 redacted copies'],
  ])('says what came beside the seal and changed nothing that was sealed: %j', (since, detail) => {
    const title = 'Nothing sealed was changed';
    expect(readerChecks({ ...sealed, since })).toContainEqual({ status: 'ok', title, detail });
  });
});
