import { describe, expect, it } from 'vitest';
import type { SignedRecord } from '../../../src/shared/records/record.ts';
import type { Round } from '../../../src/shared/moderation/round.ts';
import { fittingKey, members, people, RoundHistory } from './round-history.ts';
import { idOf, writer } from '../history.ts';

const { ada, ben, cyn, dan, eve, fay } = people;
const codes = (round: Round): readonly string[] => round.problems.map((problem) => problem.code);
const independent = (round: Round): readonly string[] =>
  round.lodgings.filter((lodging) => lodging.standing === 'independent').map((lodging) => lodging.author);

describe('a round', () => {
  it('shows no entry of anybody until it is revealed, and all at once then', () => {
    const history = new RoundHistory();
    const lodged = members.map((member) => history.lodge(member));
    expect(history.seen()).toMatchObject({ standing: 'lodging', problems: [] });
    expect(
      history.seen().lodgings.every((lodging) => lodging.entries === null && lodging.standing === 'lodged'),
    ).toBe(true);
    history.close(ada, lodged);
    const round = history.seen();
    expect(round.standing).toBe('revealed');
    expect(independent(round)).toEqual(members.map((member) => member.person));
    expect(round.lodgings.every((lodging) => lodging.entries?.length === 1)).toBe(true);
  });

  it('takes each member’s highest number, and opens the earlier ones as such', () => {
    const history = new RoundHistory();
    const first = history.lodge(cyn);
    const again = history.lodge(cyn, 2);
    const others = [dan, eve].map((member) => history.lodge(member));
    history.close(ben, [first, again, ...others]);
    const standings = history.standings();
    expect([standings.get(first.id), standings.get(again.id)]).toEqual(['earlier', 'independent']);
  });

  it('keeps a lodging that no close knew out of the figures, as of no proven time where it knew of no close', () => {
    const history = new RoundHistory();
    const lodged = [cyn, dan, eve].map((member) => history.lodge(member));
    const before = history.heads();
    history.close(ada, lodged);
    const unaware = history.lodge(fay, 1, before);
    const knowing = history.lodge(cyn, 2);
    const round = history.seen();
    expect(history.standings().get(unaware.id)).toBe('unproven');
    expect(history.standings().get(knowing.id)).toBe('late');
    expect(independent(round)).toEqual([cyn, dan, eve].map(({ person }) => person));
    expect(codes(round)).toEqual(['lodged-unproven', 'lodged-late']);
  });

  it('counts neither of two lodgings of one member with one number', () => {
    const history = new RoundHistory();
    const at = history.heads();
    const lodged = [dan, eve, fay].map((member) => history.lodge(member));
    const one = history.lodge(cyn, 1, at);
    const two = history.lodge(writer('cyn', 'second'), 1, at);
    history.close(ada, [...lodged, one, two]);
    const standings = history.standings();
    expect([standings.get(one.id), standings.get(two.id)]).toEqual(['doubled', 'doubled']);
    expect(independent(history.seen())).not.toContain(cyn.person);
  });

  it('lets nobody undo their own grade after the reveal by lodging its number again', () => {
    const history = new RoundHistory();
    const lodged = members.map((member) => history.lodge(member));
    const before = history.heads();
    history.close(ada, lodged);
    history.lodge(writer('cyn', 'second'), 1, before);
    history.lodge(writer('cyn', 'third'), 1);
    expect(independent(history.seen())).toEqual(members.map((member) => member.person));
  });

  it('calls foreign what somebody lodged who takes no part, or who is out for an interest', () => {
    const history = new RoundHistory();
    const stranger = history.lodge(ben);
    const lodged = members.map((member) => history.lodge(member));
    const interest = { class: 'values', standing: 'actual', told: 'Worked there', excludes: true };
    history.add(fay, 'interest.declared', { interests: [interest] });
    history.close(ada, lodged);
    const standings = history.standings();
    expect(standings.get(stranger.id)).toBe('foreign');
    expect(standings.get(lodged[3]?.id ?? '')).toBe('foreign');
    expect(history.seen().excluded.map(({ person }) => person)).toEqual([fay.person]);
  });

  it('does not let an interest declared after the reveal take a grade back', () => {
    const history = new RoundHistory();
    history.close(
      ada,
      members.map((member) => history.lodge(member)),
    );
    const interest = { class: 'values', standing: 'perceived', told: 'Late thought', excludes: true };
    history.add(fay, 'interest.declared', { interests: [interest] });
    expect(independent(history.seen())).toContain(fay.person);
  });

  it('shows what does not open as that, and lets no earlier one stand for it', () => {
    const history = new RoundHistory();
    const first = history.lodge(cyn);
    const torn = history.lodge(cyn, 2, undefined, { grade: 'good' }, false);
    const others = [dan, eve, fay].map((member) => history.lodge(member));
    history.close(ada, [first, torn, ...others]);
    expect(history.standings().get(torn.id)).toBe('unreadable');
    expect(independent(history.seen())).not.toContain(cyn.person);
    expect(codes(history.seen())).toEqual(['lodged-unreadable']);
  });

  it('is revealed once: who reveals again knowing of it changes nothing', () => {
    const history = new RoundHistory();
    const lodged = members.map((member) => history.lodge(member));
    history.close(ada, lodged);
    history.close(ben, [], { reason: 'None of them should count' });
    const round = history.seen();
    expect(codes(round)).toEqual(['close-invalid']);
    expect(round.closes.map((close) => close.invalid)).toEqual([null, 'late']);
    expect(independent(round)).toEqual(members.map((member) => member.person));
  });

  it('keeps what a reveal relied on, though its author is removed by somebody who did not know of it', () => {
    const history = new RoundHistory();
    const lodged = members.map((member) => history.lodge(member));
    history.close(ben, lodged);
    const removal = { person: cyn.person, role: null, reason: 'Left' };
    history.add(writer('ada', 'second'), 'role.revoked', removal, [history.round]);
    const round = history.seen();
    expect(round.standing).toBe('revealed');
    expect(independent(round)).toEqual(members.map((member) => member.person));
    expect(codes(round)).toEqual(['lodged-then-lost']);
  });

  it('is revealed twice where two holders did not know of each other, and counts what both count', () => {
    const history = new RoundHistory();
    const early = [cyn, dan, eve].map((member) => history.lodge(member));
    const known = history.heads();
    const late = history.lodge(fay);
    history.close(ada, early, { parents: known, reason: 'The day has come' });
    history.close(ben, [...early, late], { parents: [late.id, ...known] });
    const round = history.seen();
    expect(codes(round)).toContain('two-closes');
    expect(history.standings().get(late.id)).toBe('contested');
    expect(independent(round)).toEqual([cyn, dan, eve].map(({ person }) => person));
  });

  it.each([
    ['by somebody who is no holder', 'not-a-holder', { by: people.cyn }],
    ['with a key that does not fit', 'wrong-key', { key: idOf('another') }],
    ['below the quorum without a reason', 'no-quorum-without-reason', { few: true }],
  ])(
    'is not revealed by a close %s',
    (
      _how,
      why,
      {
        by = ada,
        key = fittingKey,
        few = false,
      }: {
        by?: typeof ada;
        key?: string;
        few?: boolean;
      },
    ) => {
      const history = new RoundHistory();
      if (by === cyn) history.add(ada, 'role.granted', { person: cyn.person, role: 'deputy' });
      const lodged = (few ? [cyn] : members).map((member) => history.lodge(member));
      history.close(by, lodged, { key });
      const round = history.seen();
      expect(round.standing).toBe('lodging');
      expect(round.closes).toMatchObject([{ invalid: why }]);
      expect(round.lodgings.every((lodging) => lodging.entries === null)).toBe(true);
      expect(codes(round)).toContain('close-invalid');
    },
  );

  it('says that the key is out where a close does not count, and calls late what is lodged then', () => {
    const history = new RoundHistory();
    const one = history.lodge(cyn);
    history.close(ada, [one]);
    const two = history.lodge(dan);
    expect(codes(history.seen())).toEqual(['close-invalid', 'key-out', 'lodged-late']);
    history.close(ada, [one, two], { reason: 'The key is out anyway' });
    expect(independent(history.seen())).toEqual([cyn.person]);
    expect(history.standings().get(two.id)).toBe('late');
  });

  it('is revealed below the quorum with a reason, and says so', () => {
    const history = new RoundHistory();
    history.close(ada, [history.lodge(cyn)], { reason: 'Two are ill' });
    expect(history.seen().standing).toBe('revealed');
    expect(codes(history.seen())).toEqual(['closed-below-quorum']);
  });

  it('is abandoned by the owner alone where its holders are lost, and never opens', () => {
    const history = new RoundHistory();
    const lodged = members.map((member) => history.lodge(member));
    history.add(ben, 'round.abandoned', { round: history.round, reason: 'I would rather not' });
    expect(history.seen().standing).toBe('lodging');
    history.add(ada, 'round.abandoned', { round: history.round, reason: 'Both computers are gone' });
    expect(history.seen()).toMatchObject({
      standing: 'abandoned',
      abandoned: { reason: 'Both computers are gone' },
    });
    history.close(ben, lodged);
    expect(history.seen()).toMatchObject({ standing: 'abandoned', closes: [{ invalid: 'abandoned' }] });
    expect(history.seen().lodgings.every((lodging) => lodging.entries === null)).toBe(true);
  });

  it('is not moved by a new revision', () => {
    const history = new RoundHistory();
    const before = history.seen();
    history.write(ada, 'Rewritten.', [history.revision]);
    history.lodge(cyn);
    expect(history.seen().revision).toBe(before.revision);
    expect(history.seen().provisionalGrades).toEqual(before.provisionalGrades);
  });

  it('holds members’ second thoughts beside their independent grades, never over them', () => {
    const history = new RoundHistory();
    const lodged = members.map((member) => history.lodge(member));
    const say = (by: typeof cyn, grade: string): SignedRecord =>
      history.add(by, 'grade.reconsidered', {
        round: history.round,
        area: 'leaders',
        answer: { grade },
        reason: 'Heard the others',
      });
    say(eve, 'inadequate');
    history.close(ada, lodged);
    expect(history.seen().reconsidered).toEqual([]);
    say(cyn, 'good');
    say(dan, 'inadequate');
    say(ben, 'inadequate');
    const round = history.seen();
    expect(round.reconsidered.map(({ person, change }) => [person, change])).toEqual([
      [cyn.person, 'confirmed'],
      [dan.person, 'changed'],
    ]);
    expect(round.lodgings.map((lodging) => lodging.entries?.[0]?.answer)).toEqual(
      members.map(() => ({ grade: 'good' })),
    );
    expect(independent(round)).toHaveLength(4);
  });

  it('lets only a holder settle an outcome, and only after the reveal', () => {
    const history = new RoundHistory();
    const lodged = members.map((member) => history.lodge(member));
    const outcome = {
      outcome: 'agree',
      agreed: { grade: 'good' },
      rule: 'consensus',
      reason: 'All agree',
      points: [],
    };
    const decide = (by: typeof ada): SignedRecord =>
      history.add(by, 'outcome.decided', { round: history.round, area: 'leaders', outcome, over: [] });
    decide(ada);
    expect(history.seen().outcomes['leaders']).toEqual([]);
    history.close(ada, lodged);
    decide(cyn);
    expect(history.seen().outcomes['leaders']).toEqual([]);
    decide(ben);
    expect(history.seen().outcomes['leaders']).toMatchObject([
      { author: ben.person, value: { outcome: 'agree' } },
    ]);
  });
});
