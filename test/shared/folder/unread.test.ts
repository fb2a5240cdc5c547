import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countByKey, keyCounts, unreadCount, unreadOf } from '../../../src/shared/folder/unread.ts';

/** One key is one person's: the first letter is whose. */
const entries = fc
  .array(fc.constantFrom('a1', 'a2', 'b1', 'c1'))
  .map((keys) => keys.map((key, at) => ({ record: `r${at}`, key, author: key.charAt(0) })));

it('counts by key alone what reading every record would count', () => {
  fc.assert(
    fc.property(entries, fc.nat(), (all, passed) => {
      const seen = countByKey(all.slice(0, passed));
      expect(unreadCount(keyCounts(all), seen, 'a')).toBe(unreadOf(all, seen, 'a').length);
    }),
  );
});
