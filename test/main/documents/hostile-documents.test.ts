import { afterEach, describe, expect, it, vi } from 'vitest';
import { hostilePdfs } from './hostile/hostile-pdfs.ts';
import { hostileTexts } from './hostile/hostile-texts.ts';
import { hostileWords } from './hostile/hostile-words.ts';
import { hostileWorkbooks } from './hostile/hostile-workbooks.ts';
import { orABound, type Hostile } from './hostile/zip-of.ts';
import { trackedWord } from './report-fixtures.ts';
import { workerSources } from '../running-scope.ts';
import { documentsIn } from '../../../src/main/work/document-client.ts';
import type { Result } from '../../../src/shared/result.ts';

// Each document goes to the same reader, as from a window: whatever it does, the next one is answered. Every sixth is
// read in npm test, all of them with PLUMBLINE_FULL=1.

const all: readonly Hostile[] = [...hostileWords, ...hostileWorkbooks, ...hostileTexts, ...hostilePdfs];
const some = process.env['PLUMBLINE_FULL'] === '1' ? all : all.filter((_, at) => at % 6 === 0);
/** Readers, the second with a bound on time of its own for what a library might read for ever. */
const documents = documentsIn(workerSources.documents);
const impatient = documentsIn(workerSources.documents, { seconds: 3 });
const gibibyte = 2 ** 30;

/** What a piece of work took: its answer, seconds of both cores, and how far the memory of this process rose meanwhile. */
async function measured<T>(work: () => Promise<T>): Promise<{ answer: T; seconds: number; memory: number }> {
  const before = process.memoryUsage.rss();
  const usedBefore = process.cpuUsage();
  let most = before;
  const looking = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20);
  const answer = await work();
  clearInterval(looking);
  const { user, system } = process.cpuUsage(usedBefore);
  return { answer, seconds: (user + system) / 1_000_000, memory: most - before };
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a hostile document', () => {
  it.each(some)('ends in an answer or words: $name', async ({ as, bytes, refusal }) => {
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    const content = bytes();
    const { readStates, readEvidence } = refusal === orABound ? impatient : documents;
    const { answer, seconds, memory } = await measured<Result<unknown, { readonly message: string }>>(() =>
      as === 'report' ? readStates(content, [], null) : readEvidence(content),
    );
    const said = answer.ok ? 'read' : answer.error.message;
    if (refusal === null) expect(said).toMatch(/^read$|no title/u);
    else {
      expect(said).toMatch(refusal);
      expect(said).toContain('Nothing was imported and the file is unchanged.');
    }
    expect(seconds).toBeLessThan(5);
    expect(memory).toBeLessThan(gibibyte);
  });

  it('leaves the reader as it was for the next one', async () => {
    expect(await documents.readReport(await trackedWord())).toMatchObject({ ok: true });
  });
});
