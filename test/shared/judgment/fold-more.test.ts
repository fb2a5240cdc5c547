import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldDraft, foldMore, type FoldedDraft } from '../../../src/shared/judgment/fold-draft.ts';
import { draftEventTypes } from '../../../src/shared/judgment/event-types.ts';
import { wordless } from '../../../src/shared/records/record-line.ts';
import type { SignedRecord } from '../../../src/shared/records/record.ts';
import { nothingRevealed } from '../../../src/shared/lodging/lodging-records.ts';
import { ada, adasSecond, addOfKind, ben, deed, historyOf } from '../generated-history.ts';
import { History, quickCrypto, writer, type Writer } from '../history.ts';
import { members, people, RoundHistory } from '../moderation/round-history.ts';

const kinds = [...draftEventTypes.keys()].filter((type) => type !== 'draft.begun');
const eve = writer('eve');

/** A record of any kind, by the owner on either computer, a lead, or somebody with no role. */
const written = fc.record({
  who: fc.constantFrom(ada, ada, adasSecond, ben, eve),
  type: fc.constantFrom(...kinds),
  seen: fc.oneof(
    { weight: 4, arbitrary: fc.constant(1) },
    { weight: 1, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
  ),
  seed: fc.nat(),
});

/** All that a fold says, with every round's key taken to fit. */
function said(folded: FoldedDraft | null): object | null {
  if (folded === null) return null;
  const { state, graph, rights, values, moderation } = folded;
  const keyFits = new Set(graph.entries.map(({ record }) => record.id));
  return {
    state,
    revealed: moderation.stateWith({ ...nothingRevealed, keyFits }),
    entries: graph.entries.map(({ record }) => record.id),
    problems: [graph.faults, graph.missing, [...graph.beyondKnowledge].sort()],
    setAside: [...rights.setAside].sort(),
    values: [...values]
      .map(([field, open]) => [field, open.map(({ record, value }) => [record.id, value])])
      .sort(),
  };
}

/** Folds records as they arrive, a few at a time, going on from the fold before wherever that can be. */
function foldArriving(
  draft: string,
  arrivals: readonly (readonly SignedRecord[])[],
  watch: (type: string) => void,
): FoldedDraft | null {
  const here: SignedRecord[] = [];
  let folded: FoldedDraft | null = null;
  for (const arrival of arrivals) {
    here.push(...arrival);
    const more: FoldedDraft | null = folded === null ? null : foldMore(folded, here);
    if (more !== null) for (const { type } of arrival) watch(type);
    folded = more ?? foldDraft(draft, here);
  }
  return folded;
}

/** Records in groups of these sizes, over and over. */
function inGroups(
  records: readonly SignedRecord[],
  sizes: readonly number[],
): readonly (readonly SignedRecord[])[] {
  const groups: SignedRecord[][] = [];
  for (let at = 0; at < records.length; at += groups.at(-1)?.length ?? 1)
    groups.push(records.slice(at, at + (sizes[groups.length % sizes.length] ?? 1)));
  return groups;
}

/** One thing that happens in a round; whoever does it had not seen the last `back` records. */
function takeStep(history: RoundHistory, who: Writer, what: string, back: number): void {
  const known = history.records.slice(0, Math.max(9, history.records.length - back));
  const covered = new Set(known.flatMap((record) => [...record.parents, record.prev ?? '']));
  const parents = known.map(({ id }) => id).filter((id) => !covered.has(id));
  const lodged = known.filter(({ type }) => type === 'grade.lodged');
  const outcomes = known.filter(({ type }) => type === 'outcome.decided').map(({ id }) => id);
  if (what === 'lodge') history.lodge(who, lodged.length + 1, parents);
  if (what === 'close') history.close(who, lodged, { parents, reason: 'over' });
  if (what === 'leave')
    history.add(people.ada, 'role.revoked', { person: who.person, role: null, reason: 'left' }, parents);
  if (what === 'write') history.write(who, `${history.records.length}`, [], parents);
  if (what !== 'decide' && what !== 'settle') return;
  const outcome = { outcome: 'gather', agreed: null, rule: 'consensus', reason: 'more', points: [] };
  const over = what === 'settle' ? outcomes : [];
  history.add(who, 'outcome.decided', { round: history.round, area: 'leaders', outcome, over }, parents);
}

describe('the fold that goes on from the one before', () => {
  const added = new Set<string>();
  const watch = (type: string): void => void added.add(type);

  it('is the fold from nothing, for every history, order of arrival, and kind of record', () => {
    fc.assert(
      fc.property(
        fc.array(deed, { maxLength: 8 }),
        fc.array(written, { minLength: 1, maxLength: 25 }),
        fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 5 }),
        fc.option(fc.array(fc.nat(), { minLength: 60, maxLength: 60 }), { nil: null }),
        (deeds, records, sizes, order) => {
          const history = historyOf(deeds, [[ben, 'lead']]);
          for (const record of records) addOfKind(history, record);
          const arriving =
            order === null
              ? history.records
              : history.records.toSorted((a, b) => place(a, order) - place(b, order));
          const folded = foldArriving(history.draft, inGroups(arriving, sizes), watch);
          expect(said(folded)).toEqual(said(foldDraft(history.draft, history.records)));

          function place(record: SignedRecord, places: readonly number[]): number {
            return places[history.records.indexOf(record) % places.length] ?? 0;
          }
        },
      ),
      { numRuns: process.env['PLUMBLINE_FULL'] === '1' ? 3_000 : 200 },
    );
  });

  it('is so for rounds that are lodged in, closed and spoken about, whatever each person had seen', () => {
    const step = fc.record({
      who: fc.constantFrom(...members, people.ada, people.ben),
      what: fc.constantFrom('lodge', 'lodge', 'close', 'decide', 'settle', 'leave', 'write'),
      back: fc.nat({ max: 3 }),
    });
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 14 }),
        fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 1, maxLength: 4 }),
        (steps, sizes) => {
          const history = new RoundHistory(1);
          for (const { who, what, back } of steps) takeStep(history, who, what, back);
          const { draft, records } = history;
          const folded = foldArriving(draft, inGroups(records, sizes), watch);
          expect(said(folded)).toEqual(said(foldDraft(draft, records)));
        },
      ),
      { numRuns: process.env['PLUMBLINE_FULL'] === '1' ? 2_000 : 150 },
    );
  });

  // Schemas alone fill no list of holders, each of whom may stand in it once: rounds were opened in the histories above.
  it.each(
    kinds.filter((type) => draftEventTypes.get(type)?.reachesBack === false && !type.endsWith('.opened')),
  )('takes in %s, which bears on none before it', (type) => {
    const history = new RoundHistory();
    const before = foldDraft(history.draft, [...history.records]);
    const count = history.records.length;
    for (let seed = 0; history.records.length === count && seed < 500; seed += 1)
      addOfKind(history, { who: people.ada, type, seen: 1, seed });
    expect(history.records).toHaveLength(count + 1);
    const after = before === null ? null : foldMore(before, history.records);
    expect(said(after)).toEqual(said(foldDraft(history.draft, history.records)));
    expect(after).not.toBeNull();
  });

  it('takes in, one by one, records that speak of the one before', () => {
    const history = new History();
    history.begin(ada);
    let folded = foldDraft(history.draft, [...history.records]);
    const add = (type: string, body: object): string => {
      const { id } = history.add(ada, type, body);
      const more = folded === null ? null : foldMore(folded, history.records);
      expect(said(more), type).toEqual(said(foldDraft(history.draft, history.records)));
      expect(more?.rights.setAside.size, type).toBe(0);
      folded = more;
      return id;
    };
    const noted = { code: 'CT-001', kind: 'case-tracking', source: 'A manager', when: '2026-10-06T10:20' };
    const text = { direction: 'strength', text: 'Visits are on time.' };
    const sha256 = '0'.repeat(64);
    const note = add('evidence.noted', { ...noted, ...text });
    add('addendum.written', { note, text: 'Also at night.' });
    const kind = { value: 'data', over: [] };
    const corrected = add('note.corrected', { note, kind, reason: 'a table' });
    add('note.corrected', { note, kind: { value: 'document', over: [corrected] }, reason: 'a report' });
    add('attachment.added', { note, sha256, name: 'a.png', media: 'image/png', bytes: 4 });
    const link = { note, criterion: 'leaders.audit' };
    const linked = add('evidence.linked', { ...link, direction: 'for', over: [] });
    add('evidence.linked', { ...link, direction: 'against', over: [linked] });
    const imported = add('evidence.imported', { file: 'a.csv', sha256, rows: 1, records: 1 });
    const from = { import: imported, row: 1 };
    const row = add('evidence.noted', { ...noted, ...text, from });
    add('note.corrected', { note: row, kind, reason: 'a table' });
    add('evidence.linked', { note: row, criterion: 'leaders.audit', direction: 'for', over: [] });
    add('evidence.noted', { ...noted, ...text });
    add('import.undone', { import: imported, reason: 'the wrong file' });
    add('evidence.noted', { ...noted, ...text });
    const pause = add('clock.paused', { from: '2026-10-07', deadlines: [], reason: 'holidays' });
    add('clock.resumed', { pause, on: '2026-10-14', over: [] });
    const paragraphs = [{ number: 1, section: 'summary', text: 'Practice is good.' }];
    const sent = add('accuracy.sent', { paragraphs, due: null });
    const point = { paragraph: 1, comment: 'It is better.', evidence: '' };
    const received = add('accuracy.received', { sent, points: [point], odd: [], file: null });
    const answer = { received, point: 0, reasons: 'seen', change: null };
    const answered = add('accuracy.answered', { ...answer, answer: 'partly', over: [] });
    add('accuracy.answered', { ...answer, answer: 'accepted', over: [answered] });
    const moment = add('moment.recorded', { moment: 'draft-sent', day: '2026-10-20', over: [] });
    add('moment.recorded', { moment: 'draft-sent', day: null, over: [moment] });
  });

  it('took in no record that bears on those before it', () => {
    console.log(`measured: kinds of record added to a fold in these histories: ${added.size}`);
    expect(added.size).toBeGreaterThan(20);
    expect([...added].filter((type) => draftEventTypes.get(type)?.reachesBack !== false)).toEqual([]);
  });

  it('leaves what was folded before as it was', () => {
    const history = new History();
    history.begin(ada);
    const one = history.write(ada, 'one');
    const before = foldDraft(history.draft, history.records);
    const asItWas = JSON.stringify(said(before));
    history.write(ada, 'two', [one.id]);
    const after = before === null ? null : foldMore(before, history.records);
    expect(after?.state.narratives['summary']?.map(({ value }) => value)).toEqual(['two']);
    expect(JSON.stringify(said(before))).toBe(asItWas);
    // A fold that was gone on from goes on no more: all are folded anew.
    expect(before === null ? null : foldMore(before, history.records)).toBeNull();
  });

  it.each<[string, (history: History) => readonly SignedRecord[]]>([
    ['a record is gone', ({ records }) => records.slice(0, -1)],
    [
      'the words of one are gone',
      ({ records }) =>
        records.map((record, at) => (at === 1 ? wordless(record, quickCrypto.sha256) : record)),
    ],
    [
      'one comes before others in the order',
      (history) => {
        history.write(ben, 'earlier', [], [history.draft]);
        return history.records;
      },
    ],
    [
      'one bears on others',
      (history) => {
        history.add(ada, 'role.granted', { person: ben.person, role: 'inspector' });
        return history.records;
      },
    ],
    [
      'one is of a kind that is not known',
      (history) => {
        history.add(ada, 'vote.cast', {});
        return history.records;
      },
    ],
  ])('goes on no further where %s', (_what, change) => {
    const history = new History();
    history.begin(ada);
    const one = history.write(ada, 'one');
    history.write(ada, 'two', [one.id]);
    const before = foldDraft(history.draft, [...history.records]);
    expect(before).not.toBeNull();
    expect(before === null ? undefined : foldMore(before, change(history))).toBeNull();
  });
});
