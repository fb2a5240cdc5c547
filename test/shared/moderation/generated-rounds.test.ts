import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SignedRecord } from '../../../src/shared/records/record.ts';
import { seenState } from '../../../src/shared/seen/seen-draft.ts';
import { fittingKey, people, RoundHistory } from './round-history.ts';
import { idOf, writer } from '../history.ts';

const { ada, ben } = people;

/** One step of a generated history: who does what, and how much of the rest they know. */
const step = fc.record({
  what: fc.constantFrom(
    'lodge',
    'lodge',
    'lodge',
    'close',
    'abandon',
    'out',
    'revision',
    'amend',
    'amend',
    'record',
    'ask',
    'decide',
  ),
  who: fc.nat(6),
  device: fc.boolean(),
  n: fc.integer({ min: 1, max: 3 }),
  opens: fc.boolean(),
  fits: fc.boolean(),
  reason: fc.boolean(),
  leave: fc.nat(3),
  know: fc.nat(12),
});

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/**
 * Plays the steps; where nobody is `excused`, each change of the round excuses nobody, and what is recorded of others'
 * interests keeps nobody out where `isRecording` is false; arbiters are asked of another area, and so decide nothing,
 * where `isArbitrating` is false; all else is as it is.
 */
function played(
  steps: readonly Step[],
  isExcusing = true,
  isRecording = true,
  isArbitrating = true,
): RoundHistory {
  const history = new RoundHistory(2);
  const asked: SignedRecord[] = [];
  const all = Object.values(people);
  const lodged: SignedRecord[] = [];
  for (const { what, who, device, n, opens, fits, reason, leave, know } of steps) {
    const name = Object.keys(people)[who % all.length] ?? 'ada';
    const by = writer(name, device ? 'first' : 'second');
    const since = history.records.slice(history.records.findIndex((record) => record.id === history.round));
    const parents = know > 8 ? history.heads() : [since[know % since.length]?.id ?? history.round];
    if (what === 'lodge') lodged.push(history.lodge(by, n, parents, { grade: 'good' }, opens || n < 3));
    if (what === 'close') {
      const probe = history.folded();
      const known = lodged.filter(({ id }) =>
        parents.some((parent) => parent === id || probe.graph.isAncestor(id, parent)),
      );
      history.close(by, known.slice(leave > 1 ? 1 : 0), {
        parents,
        key: fits ? fittingKey : idOf('another'),
        ...(reason ? { reason: 'because' } : {}),
      });
    }
    if (what === 'amend') {
      const name = (at: number): string => all[at % all.length]?.person ?? '';
      const [added, excused] = [device ? [name(who + n)] : [], fits && isExcusing ? [name(who + n + 1)] : []];
      const due = `2026-10-0${n}`;
      const change = { round: history.round, due, added, excused, unproven: null, reason: 'because' };
      history.add(by, 'round.amended', change, parents);
    }
    if (what === 'abandon')
      history.add(by, 'round.abandoned', { round: history.round, reason: 'lost' }, parents);
    if (what === 'out') {
      const interests = [{ class: 'values', standing: 'actual', told: 'x', excludes: device }];
      history.add(by, 'interest.declared', { interests }, parents);
    }
    if (what === 'record') {
      const recorded = { class: 'values', standing: 'actual', told: 'x', excludes: device && isRecording };
      const person = all[(who + n) % all.length]?.person;
      history.add(by, 'interest.recorded', { person, interests: [recorded] }, parents);
    }
    if (what === 'ask') {
      const arbiter = (reason ? people.gil : (all[(who + n) % all.length] ?? people.gil)).person;
      const area = isArbitrating ? 'leaders' : 'help';
      const body = { round: history.round, area, arbiter, reason: 'none gives way' };
      asked.push(history.add(fits ? ada : by, 'arbiter.asked', body, leave > 0 ? history.heads() : parents));
    }
    const request = asked[n % Math.max(1, asked.length)];
    if (what === 'decide' && request !== undefined) {
      const body = { asked: request.id, agreed: { grade: 'good' }, reason: `decided ${n}` };
      history.add(fits ? people.gil : by, 'arbiter.decided', body, leave > 0 ? history.heads() : parents);
    }
    if (what === 'revision') history.write(by, `text ${n}`, [], parents);
  }
  return history;
}

const histories = fc.array(step, { minLength: 1, maxLength: 18 });

/** The chair reveals all that she knows, which is everything. */
const revealing: Step = {
  what: 'close',
  who: 0,
  device: true,
  n: 1,
  opens: true,
  fits: true,
  reason: true,
  leave: 0,
  know: 12,
};
/** Histories that go on after a reveal, so that arbiters are asked and decide, and before it. */
const arbitrated = fc
  .tuple(
    fc.array(step, { minLength: 1, maxLength: 10 }),
    fc.array(
      fc
        .tuple(step, fc.constantFrom('ask', 'ask', 'decide', 'decide', 'lodge', 'amend', 'close', 'abandon'))
        .map(([one, what]): Step => ({ ...one, what })),
      { minLength: 2, maxLength: 8 },
    ),
  )
  .map(([before, after]) => [...before, revealing, ...after]);

describe('in any generated history, a round', () => {
  it('has at most one independent lodging of each member: readable, known to every valid close, and after none', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const history = played(steps);
        const { graph, moderation } = history.folded();
        const round = history.seen();
        const valid = round.closes.filter((close) => close.invalid === null);
        const out = moderation.records.closed.filter(({ body }) => body.privateKey === fittingKey);
        const standing = round.lodgings.filter((lodging) => lodging.standing === 'independent');
        expect(new Set(standing.map(({ author }) => author)).size).toBe(standing.length);
        for (const one of standing) {
          expect(valid.length).toBeGreaterThan(0);
          expect(valid.every((close) => close.counted.includes(one.record))).toBe(true);
          expect(valid.every((close) => graph.isAncestor(one.record, close.record))).toBe(true);
          expect(out.some(({ record }) => graph.isAncestor(record.id, one.record))).toBe(false);
          expect(round.participants).toContain(one.author);
          expect(one.entries).not.toBeNull();
        }
        if (round.standing !== 'revealed') {
          expect(round.lodgings.every((lodging) => lodging.entries === null)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('loses no grade by what is changed of it: a lodging that knew of no excusal stands as if nobody was excused', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const history = played(steps);
        const { graph, moderation } = history.folded();
        const excusals = moderation.records.amended.filter(({ body }) => body.excused.length > 0);
        const unexcused = played(steps, false);
        const standings = unexcused.standings();
        for (const { record, standing } of history.seen().lodgings) {
          if (excusals.some((excusal) => graph.isAncestor(excusal.record.id, record))) continue;
          const at = history.records.findIndex(({ id }) => id === record);
          expect(standings.get(unexcused.records[at]?.id ?? '')).toBe(standing);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('loses no grade by what is recorded of its member’s interests without every reveal knowing of it', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const history = played(steps);
        const { graph, moderation } = history.folded();
        const valid = history.seen().closes.filter((close) => close.invalid === null);
        const known = moderation.records.recorded.filter(
          ({ record, body }) =>
            body.interests.some(({ excludes }) => excludes) &&
            valid.every((close) => graph.isAncestor(record.id, close.record)),
        );
        const unrecorded = played(steps, true, false);
        const standings = unrecorded.standings();
        if (valid.length === 0) return;
        for (const { record, author, standing } of history.seen().lodgings) {
          if (known.some(({ body }) => body.person === author)) continue;
          const at = history.records.findIndex(({ id }) => id === record);
          expect(standings.get(unrecorded.records[at]?.id ?? '')).toBe(standing);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('counts nobody twice, and waits for nobody who was excused and lodged nothing', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const round = played(steps).seen();
        const people = [round.participants, round.excused.map(({ person }) => person)];
        for (const list of people) expect(new Set(list).size).toBe(list.length);
        for (const { person } of round.excused) expect(round.participants).toContain(person);
        if (round.standing === 'abandoned')
          expect(round.lodgings.every(({ entries }) => entries === null)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('is arbitrated after its reveal alone, once, by who graded nothing, which changes no grade', () => {
    let decided = 0;
    fc.assert(
      fc.property(arbitrated, (steps) => {
        const history = played(steps);
        const { graph } = history.folded();
        const round = history.seen();
        const without = played(steps, true, true, false);
        const standings = without.standings();
        expect(without.seen().arbitrations).toEqual([]);
        expect(without.seen().standing).toBe(round.standing);
        for (const { record, standing } of round.lodgings) {
          const at = history.records.findIndex(({ id }) => id === record);
          expect(standings.get(without.records[at]?.id ?? '')).toBe(standing);
        }
        const valid = round.closes.filter((close) => close.invalid === null);
        const knewOfReveal = (id: string): boolean =>
          valid.some((close) => graph.isAncestor(close.record, id));
        const decisions = round.arbitrations.filter((asked) => asked.decided !== null);
        expect(decisions.length).toBeLessThanOrEqual(1);
        decided += decisions.length;
        for (const asked of round.arbitrations) {
          expect([ada.person, ben.person]).toContain(asked.by);
          expect(knewOfReveal(asked.record)).toBe(true);
          if (asked.decided === null) continue;
          expect(knewOfReveal(asked.decided.record)).toBe(true);
          expect([people.gil.person]).toContain(asked.arbiter);
        }
        const outcomes = (round.outcomes['leaders'] ?? []).filter(({ value }) => value?.rule === 'arbiter');
        expect(outcomes).toHaveLength(decisions.length);
      }),
      { numRuns: 150 },
    );
    expect(decided, 'some of these histories are decided by an arbiter').toBeGreaterThan(0);
  });

  it('is the same whatever order its records arrive in, and however often', () => {
    fc.assert(
      fc.property(histories, fc.array(fc.nat(1000), { minLength: 60, maxLength: 60 }), (steps, random) => {
        const history = played(steps);
        const shuffled = [...history.records, ...history.records.slice(0, 4)]
          .map((record, at) => ({ record, at: random[at % random.length] ?? 0 }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ record }) => record);
        expect(history.seen(shuffled)).toEqual(history.seen());
      }),
      { numRuns: 150 },
    );
  });

  it('changes nobody else’s standing by what is lodged with the key known', () => {
    fc.assert(
      fc.property(histories, fc.nat(5), fc.integer({ min: 1, max: 4 }), (steps, who, n) => {
        const history = played(steps);
        const before = history.standings();
        if (!history.seen().closes.some((close) => close.invalid === null)) return;
        const by = writer(Object.keys(people)[who] ?? 'cyn', 'latest');
        const added = history.lodge(by, n);
        const after = history.standings();
        for (const [record, standing] of before) expect(after.get(record)).toBe(standing);
        expect(['late', 'foreign']).toContain(after.get(added.id) ?? 'late');
      }),
      { numRuns: 200 },
    );
  });

  it('is told to a member or a bystander without a word of who lodged, before the reveal', () => {
    fc.assert(
      fc.property(histories, fc.nat(5), (steps, who) => {
        const history = played(steps);
        const folded = history.folded();
        const person = writer(Object.keys(people)[who] ?? 'cyn').person;
        if (history.seen().standing === 'revealed' || person === ada.person || person === ben.person) return;
        const others = history.records.filter(
          (record) => record.type === 'grade.lodged' && record.author !== person,
        );
        const text = JSON.stringify(seenState(folded, person));
        const named = others.filter((other) => folded.graph.has(other.id) && text.includes(other.id));
        // A record that names a lodging, such as a reveal that does not count, may still name it.
        const spoken = new Set(folded.moderation.records.closed.flatMap(({ body }) => body.counted));
        const left = named.filter(({ id }) => !spoken.has(id) && !folded.rights.setAside.has(id));
        expect(left.map(({ id }) => id)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
