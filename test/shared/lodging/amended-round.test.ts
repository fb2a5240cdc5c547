import { describe, expect, it } from 'vitest';
import { amendmentWords } from '../../../src/shared/lodging/amended-round.ts';
import { independentGrades, withUnproven } from '../../../src/shared/moderation/independent-grades.ts';
import type { SignedRecord } from '../../../src/shared/records/record.ts';
import { fittingKey, members, people, RoundHistory } from '../moderation/round-history.ts';
import { writer, type Writer } from '../history.ts';

const { ada, ben, cyn, dan, eve, fay } = people;
const gus = writer('gus');
interface Change {
  readonly due?: string;
  readonly added?: readonly Writer[];
  readonly excused?: readonly Writer[];
  readonly unproven?: 'shown' | 'hidden';
}

function amend(history: RoundHistory, by: Writer, change: Change, parents?: readonly string[]): SignedRecord {
  const ids = (list: readonly Writer[] = []): readonly string[] => list.map(({ person }) => person);
  const { due = null, added, excused, unproven = null } = change;
  const body = { round: history.round, due, added: ids(added), excused: ids(excused), unproven };
  return history.add(by, 'round.amended', { ...body, reason: 'because' }, parents);
}

/** A round with Gus on the panel, who is no member of it yet. */
function withGus(): RoundHistory {
  const history = new RoundHistory();
  history.add(ada, 'role.granted', { person: gus.person, role: 'panel' });
  return history;
}

describe('a change of an open round', () => {
  it('moves the day, the last one in order counting', () => {
    const history = new RoundHistory();
    amend(history, ada, { due: '2026-10-16' });
    amend(history, ben, { due: '2026-10-20' });
    expect(history.seen().due).toBe('2026-10-20');
  });

  it('adds a member, whose grades a reveal counts, and whom it waits for', () => {
    const history = withGus();
    amend(history, ada, { added: [gus] });
    const lodged = [...members, gus].map((member) => history.lodge(member));
    history.close(ada, lodged);
    expect(history.seen().participants).toContain(gus.person);
    expect(history.standings().get(lodged[4]?.id ?? '')).toBe('independent');
  });

  it('is nothing to a reveal that counts a member whom it did not know to be added', () => {
    const history = withGus();
    const before = history.heads();
    const lodged = [...members, gus].map((member) => history.lodge(member));
    history.close(ada, lodged);
    amend(history, ben, { added: [gus] }, before);
    expect(history.seen()).toMatchObject({ standing: 'lodging', closes: [{ invalid: 'not-lodgings' }] });
  });

  it('takes no lodged grade away from whom it excuses, whether they knew of it or not', () => {
    const history = new RoundHistory();
    const first = history.lodge(cyn);
    const before = history.heads();
    amend(history, ada, { excused: [cyn, dan] });
    const unaware = history.lodge(dan, 1, before);
    const others = [eve, fay].map((member) => history.lodge(member));
    history.close(ada, [first, unaware, ...others]);
    expect([...history.standings().values()]).toEqual(Array.from({ length: 4 }, () => 'independent'));
    expect(history.seen().excused.map(({ person }) => person)).toEqual([cyn.person, dan.person]);
  });

  it('lets whom it excused lodge again once they are added again, and not before', () => {
    const history = new RoundHistory();
    amend(history, ada, { excused: [cyn] });
    const excused = history.lodge(cyn);
    amend(history, ada, { added: [cyn] });
    const back = history.lodge(cyn, 2);
    const others = [dan, eve].map((member) => history.lodge(member));
    history.close(ada, [back, ...others]);
    const standings = history.standings();
    expect([standings.get(excused.id), standings.get(back.id)]).toEqual(['foreign', 'independent']);
    expect(history.seen().excused).toEqual([]);
  });

  it.each([
    ['by somebody who holds no key', (history: RoundHistory) => amend(history, cyn, { due: '2026-12-24' })],
    [
      'by a deputy of the draft who is no holder of the round',
      (history: RoundHistory) => {
        history.add(ada, 'role.granted', { person: gus.person, role: 'deputy' });
        return amend(history, gus, { due: '2026-12-24' });
      },
    ],
    [
      'after the reveal',
      (history: RoundHistory) => {
        history.close(
          ada,
          members.map((member) => history.lodge(member)),
        );
        return amend(history, ada, { due: '2026-12-24' });
      },
    ],
    [
      'once the key is out',
      (history: RoundHistory) => {
        history.close(ada, [history.lodge(cyn)], { key: fittingKey });
        return amend(history, ada, { due: '2026-12-24' });
      },
    ],
    [
      'written beside a reveal that did not know of it',
      (history: RoundHistory) => {
        const before = history.heads();
        history.close(
          ada,
          members.map((member) => history.lodge(member)),
        );
        return amend(history, ben, { due: '2026-12-24' }, before);
      },
    ],
  ])('counts for nothing %s', (_where, change) => {
    const history = new RoundHistory();
    change(history);
    expect(history.seen()).toMatchObject({ due: null, amendments: [], excused: [] });
  });

  it('is said in words, each part by itself', () => {
    const change = { record: 'r', author: 'ada', at: '', reason: 'x' };
    const words = amendmentWords(
      { ...change, due: '2026-10-16', added: ['gus'], excused: ['cyn', 'dan'], unproven: 'hidden' },
      (person) => person,
    );
    expect(words).toBe(
      'To be lodged by Fri 16 Oct 2026; gus added; cyn excused; dan excused; What has no proven time hidden in a second line of figures',
    );
  });
});

describe('what is written without reference to the reveal', () => {
  const late = (choose?: 'shown' | 'hidden', number = 1): RoundHistory => {
    const history = new RoundHistory();
    const lodged = [cyn, dan, eve].map((member) => history.lodge(member));
    if (choose !== undefined) amend(history, ada, { unproven: choose });
    const before = history.heads();
    history.close(ada, lodged);
    history.lodge(fay, number, before, { grade: 'inadequate' });
    return history;
  };
  const graded = (round: Parameters<typeof independentGrades>[0] | null): readonly string[] =>
    round === null ? [] : independentGrades(round, 'leaders').map(({ person }) => person);

  it('stands in a second line of figures, and never in the first', () => {
    const round = late().seen();
    expect(graded(round)).toEqual([cyn, dan, eve].map(({ person }) => person));
    expect(graded(withUnproven(round))).toEqual(members.map(({ person }) => person));
  });

  it('is in no line where the chair said so before the reveal, and is where they said the other', () => {
    expect(withUnproven(late('hidden').seen())).toBeNull();
    expect(graded(withUnproven(late('shown').seen()))).toHaveLength(4);
  });

  it('is in no line where two have one number, and takes the place of no independent grade', () => {
    const doubled = late();
    const [close] = doubled.folded().moderation.records.closed;
    doubled.lodge(writer('fay', 'second'), 1, [...(close?.record.parents ?? [])]);
    expect(withUnproven(doubled.seen())).toBeNull();
    const again = new RoundHistory();
    const lodged = members.map((member) => again.lodge(member));
    const before = again.heads();
    again.close(ada, lodged);
    again.lodge(cyn, 2, before, { grade: 'inadequate' });
    expect(withUnproven(again.seen())).toBeNull();
  });
});
