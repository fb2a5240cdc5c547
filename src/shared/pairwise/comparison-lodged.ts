import { defineEvent, weighers } from '../records/define-event.ts';
import { lodgedBody } from '../lodging/grade-lodged.ts';

/**
 * All of a member's comparisons, unreadable until the reveal: a packet like that of grades, with info
 * "plumbline/comparison/1" and associated data the canonical form of [draft, round, author, n].
 */
export const comparisonLodged = defineEvent({
  type: 'comparison.lodged',
  noun: ['set of comparisons', 'sets of comparisons'],
  reachesBack: false,
  lodges: true,
  trail: 'panel',
  notice: null,
  body: lodgedBody,
  may: weighers,
  names: (body) => [body.round],
  describe: () => 'lodged comparisons',
});
