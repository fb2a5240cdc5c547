import { gradeField } from '../draft/judgment-fields.ts';
import { settled } from '../records/settled.ts';
import { defineGate } from './gate.ts';
import { roundRows } from './rounds-gate.ts';

/** Where the framework asks for moderation, a panel graded the draft, or a reason says why none did. */
export const moderatedGate = defineGate({
  id: 'moderated',
  title: 'A panel has moderated the grades',
  rule: 'moderation',
  reasonRestsOn: gradeField.is,
  check: (state, framework) => {
    const isAsked = framework.deadlines.some(
      ({ from, until, stage }) => from === 'moderated' || until === 'moderated' || stage === 'moderation',
    );
    if (!isAsked) return null;
    const revealed = state.moderation.rounds.filter(({ standing }) => standing === 'revealed').length;
    if (revealed > 0) return { status: 'done', detail: revealed === 1 ? '1 round' : `${revealed} rounds` };
    const day = settled(state.moments['moderated']) ?? '';
    return {
      status: 'reason-needed',
      detail: `The framework asks for moderation, and no round of independent grades was revealed.${day === '' ? '' : ' A day is recorded for it: say where it took place.'}`,
      goTo: { screen: 'panel' },
    };
  },
  looksAt: (state, _framework, reason) =>
    roundRows(state, ({ standing }) => standing === 'revealed' || reason !== null),
});
