import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldAt, foldDraft } from '../../../src/shared/judgment/fold-draft.ts';
import { wordless } from '../../../src/shared/records/record-line.ts';
import type { SignedRecord } from '../../../src/shared/records/record.ts';
import { ada, adasSecond, ben, deed, historyOf } from '../generated-history.ts';
import { History, quickCrypto, writer } from '../history.ts';

const texts = (
  history: History,
  records: readonly SignedRecord[] = history.records,
): readonly (string | null)[] =>
  (foldDraft(history.draft, records)?.state.narratives['summary'] ?? []).map((open) => open.value);

describe('the fold', () => {
  it('gives one draft for all orders of arrival, however often each record comes', () => {
    fc.assert(
      fc.property(
        fc.array(deed, { maxLength: 25 }),
        fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
        (deeds, order) => {
          const history = historyOf(deeds);
          const shuffled = [...history.records, ...history.records.slice(0, 3)]
            .map((record, index) => ({ record, at: order[index] ?? 0 }))
            .sort((a, b) => a.at - b.at)
            .map(({ record }) => record);
          expect(foldDraft(history.draft, shuffled)?.state).toEqual(
            foldDraft(history.draft, history.records)?.state,
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('waits for what is named and absent, and never folds a record before its ancestors', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 20 }), fc.array(fc.nat()), (deeds, gone) => {
        const history = historyOf(deeds);
        const lost = new Set(gone.map((index) => history.records[1 + (index % history.records.length)]?.id));
        const left = history.records.filter((record) => !lost.has(record.id));
        const folded = foldDraft(history.draft, left);
        const there = new Set(folded?.graph.entries.map(({ record }) => record.id));
        for (const { record } of folded?.graph.entries ?? []) {
          expect(record.parents.every((parent) => there.has(parent))).toBe(true);
        }
        for (const { record, from } of folded?.state.waiting ?? []) {
          expect(lost.has(record)).toBe(true);
          // Named is who wrote the record that is not here, or nobody.
          const wrote = history.records.find(({ id }) => id === record)?.author;
          expect([null, wrote]).toContain(from);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is the union of what folders hold: commutative, associative, idempotent', () => {
    fc.assert(
      fc.property(
        fc.array(deed, { maxLength: 15 }),
        fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 40, maxLength: 40 }),
        (deeds, share) => {
          const history = historyOf(deeds);
          const parts: SignedRecord[][] = [[], [], []];
          history.records.forEach((record, index) => parts[share[index] ?? 0]?.push(record));
          const [a = [], b = [], c = []] = parts;
          const whole = foldDraft(history.draft, history.records)?.state;
          for (const order of [
            [...a, ...b, ...c],
            [...c, ...b, ...a],
            [...b, ...a, ...c, ...a, ...b],
          ]) {
            expect(foldDraft(history.draft, order)?.state).toEqual(whole);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('shows both of two writes that did not know of each other, until one names both', () => {
    const history = new History();
    const first = history.begin(ada);
    history.add(ada, 'role.granted', { person: ben.person, role: 'inspector' });
    const granted = history.records[1]?.id ?? '';
    const one = history.write(ada, 'one', [], [granted]);
    const two = history.write(ben, 'two', [], [granted]);
    expect(texts(history).toSorted()).toEqual(['one', 'two']);
    expect(foldDraft(history.draft, history.records)?.state.conflicts).toEqual(['narrative/summary']);
    history.write(ada, 'both', [one.id, two.id]);
    expect(texts(history)).toEqual(['both']);
    expect(
      foldAt(foldDraft(history.draft, history.records)?.graph ?? raise(), [one.id])?.state.narratives[
        'summary'
      ]?.[0]?.value,
    ).toBe('one');
    expect(first.lamport).toBe(1);
  });

  it('does not let a write replace what its author did not have, nor stops who follows it', () => {
    const history = new History();
    history.begin(ada);
    const hidden = history.write(ada, 'hidden');
    const claims = history.write(adasSecond, 'claims', [hidden.id], [history.draft]);
    const absent = history.add(ada, 'comment.written', {
      ...{ section: 'summary', revision: '0'.repeat(64), quote: 'hidden', text: 'Who says so?' },
    });
    history.write(ada, 'after', [hidden.id]);
    const folded = foldDraft(history.draft, history.records);
    expect([...(folded?.rights.setAside.keys() ?? [])].sort()).toEqual([claims.id, absent.id].sort());
    expect([folded?.graph.faults, folded?.graph.missing]).toEqual([[], []]);
    expect(texts(history)).toEqual(['after']);
  });

  it('keeps erased words from coming back as older ones', () => {
    const history = new History();
    history.begin(ada);
    const old = history.write(ada, 'old');
    const named = history.write(ada, 'holds a name', [old.id]);
    const erased = [named.id];
    history.add(ada, 'content.erased', { erased, reason: 'a name', rule: 'redaction' });
    const shell = wordless(named, quickCrypto.sha256);
    for (const records of [
      history.records,
      history.records.map((record) => (record.id === named.id ? shell : record)),
    ]) {
      const open = foldDraft(history.draft, records)?.state.narratives['summary'] ?? [];
      expect(open.map(({ record, value, erased: gone }) => [record, value, gone])).toEqual([
        [named.id, null, true],
      ]);
    }
  });

  it('keeps the grade, the mark and the note’s place of records whose words were erased', () => {
    const history = new History();
    history.begin(ada);
    const note = history.add(ada, 'evidence.noted', {
      ...{ code: 'CT-001', kind: 'case-tracking', source: 'A manager', when: '2026-10-06T10:20' },
      ...{ direction: 'strength', text: 'Names a child' },
    });
    const revision = history.add(ada, 'revision.saved', {
      ...{ reason: 'because', narratives: [], improvements: null, rest: [] },
      grades: [{ area: 'leaders', value: { grade: 'good' }, over: [] }],
    });
    const mark = history.add(ada, 'descriptor.marked', {
      ...{ criterion: 'leaders.audit', grade: 'good', mark: 'met', reason: 'Names a child', over: [] },
    });
    const erased = [note.id, revision.id, mark.id];
    history.add(ada, 'content.erased', { erased, reason: 'a name', rule: 'redaction' });
    const state = foldDraft(history.draft, history.records)?.state;
    expect(state?.grades['leaders']?.map((write) => write.value)).toEqual([{ grade: 'good' }]);
    expect(state?.marks[0]?.values[0]?.value).toMatchObject({ mark: 'met' });
    expect(state?.notes[0]).toMatchObject({ code: 'CT-001', erased: true, text: '' });
    expect(JSON.stringify(state)).not.toContain('Names a child');
  });

  it('keeps and shows what a newer version wrote', () => {
    const history = new History();
    history.begin(ada);
    history.add(ada, 'future.event', { any: 'thing' });
    history.add(ada, 'revision.saved', { unknown: true }, history.heads(), 2);
    const state = foldDraft(history.draft, history.records)?.state;
    expect(state?.newer).toBe(true);
    expect(state?.notices.map((notice) => notice.code)).toEqual(['newer-version', 'newer-version']);
    expect(state?.count).toBe(3);
  });

  it('marks one key used in two places, and keeps both', () => {
    const history = new History();
    history.begin(ada);
    const fork = new History();
    fork.records.push(...history.records);
    history.write(ada, 'here');
    const restored = { ...writer('ada') };
    const other = new History();
    other.begin(ada);
    const there = other.write(restored, 'there');
    const state = foldDraft(history.draft, [...history.records, there])?.state;
    expect(state?.notices.filter((notice) => notice.code === 'one-key-two-places')).toHaveLength(2);
    expect(state?.narratives['summary']?.map((open) => open.value).toSorted()).toEqual(['here', 'there']);
  });

  it('folds a thousand records quickly enough to open a draft', () => {
    const history = new History();
    history.begin(ada);
    let last = history.write(ada, '0');
    for (let at = 1; at < 1000; at += 1) last = history.write(ada, `${at}`, [last.id], [last.id]);
    expect(texts(history)).toEqual(['999']);
  });
});

function raise(): never {
  throw new Error('the draft does not fold');
}
