import { afterAll, expect, it, vi } from 'vitest';
import { compareRevisions } from '../../src/main/application/comparison/compare-revisions.ts';
import { saveRevision } from '../../src/main/application/draft/save-revision.ts';
import type { Scope } from '../../src/main/application/session/session.ts';
import { services } from '../../src/main/composition/calls.ts';
import { alignParagraphs } from '../../src/shared/text/align-paragraphs.ts';
import { heavyWork } from '../../src/shared/work/heavy-work.ts';
import { summaryOf, twoOnADraft } from '../main/people-at-work.ts';
import { need, ownFolder } from '../main/running-scope.ts';

vi.mock('../../src/shared/text/align-paragraphs.ts', async (original) => {
  const module = await original<{ alignParagraphs: typeof alignParagraphs }>();
  return { ...module, alignParagraphs: vi.fn(module.alignParagraphs) };
});

const own = ownFolder();
afterAll(own.remove);

/** Compares in this thread, where alignments are counted, and not in the worker's. */
function inThisThread(scope: Scope): Scope {
  return {
    ...scope,
    ports: {
      ...scope.ports,
      heavyWork: (name, ...input) => Promise.resolve(Reflect.apply(heavyWork[name], undefined, input)),
    },
  };
}

it('aligns the texts of a section once for words, figures, questions, authors and comments together', async () => {
  const { ada, draft } = await twoOnADraft(own.path);
  const first = need(
    await saveRevision(ada.scope, summaryOf(draft, 'Plans are good.\n\nVisits are timely.', [])),
  );
  const second = need(
    await saveRevision(ada.scope, summaryOf(draft, 'Plans are weak.\n\nVisits are timely.', [first.record])),
  );
  for (const quote of ['Plans are good.', 'Visits are timely.', 'timely'])
    need(
      await services.writeComment(ada.scope, {
        draft,
        section: 'summary',
        revision: first.record,
        quote,
        text: 'Is that so?',
      }),
    );
  vi.mocked(alignParagraphs).mockClear();
  const { comparison, comments } = need(
    await compareRevisions(inThisThread(ada.scope), { draft, before: first.record, after: second.record }),
  );
  expect(comparison.sections.map(({ section, stats }) => [section, stats.wordsChanged])).toEqual([
    ['summary', 2],
  ]);
  expect(comparison.sections[0]?.paragraphs[0]?.words[1]?.by).toEqual([{ text: 'good', by: second.record }]);
  expect(comments.map(({ standing }) => standing)).toEqual(['changed', 'there', 'there']);
  expect(vi.mocked(alignParagraphs).mock.calls).toHaveLength(1);
});
