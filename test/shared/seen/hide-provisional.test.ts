import { describe, expect, it } from 'vitest';
import { hideProvisional } from '../../../src/shared/seen/hide-provisional.ts';
import { hidingFor } from '../../../src/shared/seen/hiding-for.ts';
import { visibleValues } from '../../../src/shared/seen/visible-values.ts';
import { idOf } from '../history.ts';
import { RoundHistory, members, people } from '../moderation/round-history.ts';

describe('what a round hides from its members', () => {
  it('is also that somebody else ticked a change, whose hash confirms a guess at its words', () => {
    const history = new RoundHistory();
    const tick = {
      change: idOf('Good became Inadequate'),
      revision: history.revision,
      reviewed: true,
      over: [],
    };
    history.add(people.ada, 'change.reviewed', tick);
    const [member] = members;
    history.add(member, 'change.reviewed', tick);
    const { state, values } = history.folded();
    const hiding = hidingFor(state, member.person);
    if (hiding === null) throw new Error('the round hides nothing from its member');
    const seenBy = (person: string): readonly string[] =>
      Object.keys(hideProvisional(state, visibleValues(values, hiding, person), (text) => text).reviewed);
    expect(Object.keys(state.reviewed)).toHaveLength(2);
    expect(seenBy(member.person)).toEqual([`${member.person}/${tick.change}`]);
    expect(seenBy(people.fay.person)).toEqual([]);
  });
});
