import { describe, expect, it } from 'vitest';
import { challengesGate } from '../../../src/shared/gates/challenges-gate.ts';
import { roundsGate } from '../../../src/shared/gates/rounds-gate.ts';
import { RoundHistory, members, people } from '../moderation/round-history.ts';

describe('the gates of the panel say where to go', () => {
  it('goes to the panel for a round that is open', () => {
    const history = new RoundHistory();
    expect(roundsGate.check(history.folded().state, null)?.goTo).toEqual({ screen: 'panel' });
  });

  it('goes to the area of the first open challenge, and nowhere once all are answered', () => {
    const history = new RoundHistory();
    const owner = people.ada.person;
    const challenge = history.add(members[0], 'challenge.raised', {
      about: { what: 'grade', area: 'leaders' },
      text: 'Which note shows it?',
      owner,
      due: null,
    });
    expect(challengesGate.check(history.folded().state, null)?.goTo).toEqual({
      screen: 'panel',
      area: 'leaders',
    });
    history.add(people.ada, 'challenge.answered', { challenge: challenge.id, answer: 'The third.' });
    expect(challengesGate.check(history.folded().state, null)).toMatchObject({
      status: 'done',
      goTo: null,
    });
  });
});
