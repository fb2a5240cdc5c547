import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agoWords, arrivalNotices } from '../../../src/shared/folder/arrival-notice.ts';
import { countByKey, unreadOf } from '../../../src/shared/folder/unread.ts';

const entry = (
  type: string,
  author = 'priya',
): { record: string; type: string; author: string; at: string } => ({
  record: `${type} ${author}`,
  type,
  author,
  at: '2026-10-08T09:00:00.000Z',
});
const noticesOf = (types: readonly string[], author?: string): readonly string[] =>
  arrivalNotices({
    provider: 'Northbrook',
    entries: types.map((type) => entry(type, author)),
    revisions: new Map([['revision.saved priya', 4]]),
    nameOf: (person) => (person === 'priya' ? 'Priya Nair' : 'Ada Moss'),
  });

describe('a notice of what arrived', () => {
  it.each([
    [['revision.saved'], ['Priya Nair saved revision 4 of Northbrook']],
    [['evidence.noted'], ['Priya Nair added an evidence note in Northbrook']],
    [['evidence.noted', 'evidence.noted'], ['Priya Nair added 2 evidence notes in Northbrook']],
    [
      ['revision.saved', 'comment.written'],
      ['Priya Nair saved revision 4 of Northbrook and wrote a comment'],
    ],
    [['best-fit.set', 'descriptor.marked'], ['Priya Nair changed something in Northbrook']],
    [['draft.begun', 'framework.adopted'], ['Priya Nair began the draft of Northbrook']],
    [['grade.lodged'], []],
    [['round.closed', 'evidence.noted'], ['Priya Nair added an evidence note in Northbrook']],
  ])('of %j is %j', (types, words) => {
    expect(noticesOf(types)).toEqual(words);
  });

  it('says when by the author’s claim, and never a time to come', () => {
    const now = Date.parse('2026-10-08T09:02:10.000Z');
    expect(agoWords('2026-10-08T09:00:00.000Z', now)).toBe('2 minutes ago');
    expect(agoWords('2026-10-08T12:00:00.000Z', now)).toBe('just now');
    expect(agoWords('2026-10-08T06:00:00.000Z', now)).toBe('3 hours ago');
    expect(agoWords('2026-10-05T06:00:00.000Z', now)).toBe('3 days ago');
  });
});

describe('unread records', () => {
  const entries = fc.array(
    fc.record({ record: fc.uuid(), key: fc.constantFrom('a1', 'b1', 'b2'), author: fc.constant('') }),
  );
  const authored = entries.map((all) => all.map((entry) => ({ ...entry, author: entry.key.charAt(0) })));

  it('are none once all was looked at, and one more by another is one', () => {
    fc.assert(
      fc.property(authored, (all) => {
        const seen = countByKey(all);
        expect(unreadOf(all, seen, 'a')).toEqual([]);
        const more = [...all, { record: 'new', key: 'b2', author: 'b' }];
        expect(unreadOf(more, seen, 'a').map(({ record }) => record)).toEqual(['new']);
        expect(unreadOf(more, seen, 'b')).toEqual([]);
      }),
    );
  });
});
