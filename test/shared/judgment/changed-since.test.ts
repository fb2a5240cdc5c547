import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldDraft } from '../../../src/shared/judgment/fold-draft.ts';
import { approvedGate } from '../../../src/shared/gates/approved-gate.ts';
import { moderatedGate } from '../../../src/shared/gates/moderated-gate.ts';
import type { SignedRecord } from '../../../src/shared/records/record.ts';
import { shipped } from '../framework/shipped.ts';
import { History, writer } from '../history.ts';
import { knownTo } from './sealing-history.ts';

const ilacs = shipped('ilacs-2026');
const lead = writer('Ada');
const second = writer('Ada', 'second');
const approver = writer('Ben');

type Act = 'text' | 'grade' | 'fact' | 'detail' | 'reason' | 'approval';
interface Step {
  readonly act: Act;
  readonly onSecond: boolean;
  /** Whether who acts has seen everything so far, or only what their own device wrote. */
  readonly hasSeen: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom<Act>('text', 'grade', 'fact', 'detail', 'reason', 'approval'),
  onSecond: fc.boolean(),
  hasSeen: fc.boolean(),
});

interface Acted {
  readonly act: Act;
  readonly record: SignedRecord;
}

/** Acts one after the other, each over what that device knows. */
function acted(steps: readonly Step[]): { readonly history: History; readonly all: readonly Acted[] } {
  const history = new History();
  history.begin(lead);
  const text = history.write(lead, 'Children are safe.').id;
  const granted = history.add(lead, 'role.granted', { person: approver.person, role: 'qa' }).id;
  const all = steps.map(({ act, onSecond, hasSeen }, at): Acted => {
    const by = act === 'approval' ? approver : onSecond ? second : lead;
    const parents = hasSeen ? history.heads() : [granted];
    const add = (type: string, body: unknown): SignedRecord => history.add(by, type, body, parents);
    const save = { reason: 'Seen', narratives: [], grades: [], improvements: null, rest: [] };
    switch (act) {
      case 'text':
        return { act, record: history.write(by, `Text ${at}.`, [text], parents) };
      case 'grade':
        return {
          act,
          record: add('revision.saved', {
            ...save,
            grades: [{ area: 'leaders', value: { grade: at % 2 === 0 ? 'good' : 'inadequate' }, over: [] }],
          }),
        };
      case 'fact':
        return {
          act,
          record: add('fact.recorded', {
            fact: 'no-manager',
            holds: true,
            reason: 'So.',
            notes: [],
            over: [],
          }),
        };
      case 'detail':
        return {
          act,
          record: add('details.set', { writes: [{ name: 'leadInspector', value: `A${at}`, over: [] }] }),
        };
      case 'reason':
        return { act, record: add('reason.given', { rule: 'moderation', reason: `R${at}.`, over: [] }) };
      case 'approval': {
        // It names what its author saw: the values that stand among what they know.
        const known = knownTo({ parents, prev: null }, history.records);
        const seen = foldDraft(
          history.draft,
          history.records.filter(({ id }) => known.has(id)),
        );
        const values = (seen?.state.finalising.approvable ?? []).map((value) => ({
          field: value.field,
          records: [...value.records],
        }));
        return { act, record: add('judgment.approved', { values, path: [], note: '' }) };
      }
    }
  });
  return { history, all };
}

describe('whatever the order of edits, reasons and approvals', () => {
  it('no approval counts that did not know of everything that was written', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const { history, all } = acted(steps);
        const state = foldDraft(history.draft, history.records)?.state;
        if (state === undefined) throw new Error('the history has no beginning');
        const written = all.filter(({ act }) => act !== 'approval');
        const sound = all
          .filter(({ act }) => act === 'approval')
          .filter(({ record }) => {
            const known = knownTo(record, history.records);
            return written.every((write) => known.has(write.record.id));
          });
        const isDone = approvedGate.check(state, ilacs)?.status === 'done';
        expect(isDone).toBe(sound.length > 0);
      }),
      { numRuns: 300 },
    );
  });

  it('no reason lets a gate pass that was given before a grade was written, or beside it', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const { history, all } = acted(steps);
        const state = foldDraft(history.draft, history.records)?.state;
        if (state === undefined) throw new Error('the history has no beginning');
        const grades = all.filter(({ act }) => act === 'grade');
        const reasons = all.filter(({ act }) => act === 'reason');
        const open = reasons.filter(
          ({ record }) => !reasons.some((other) => knownTo(other.record, history.records).has(record.id)),
        );
        const passes = moderatedGate.check(state, ilacs)?.status === 'by-reason';
        const stands = open.filter(({ record }) => {
          const known = knownTo(record, history.records);
          return grades.every((grade) => known.has(grade.record.id));
        });
        if (passes) expect(stands.length).toBeGreaterThan(0);
        if (reasons.length === 1) expect(passes).toBe(stands.length === 1);
      }),
      { numRuns: 300 },
    );
  });

  it('the order in which records arrive tells nothing', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 10 }), (steps) => {
        const { history } = acted(steps);
        const forwards = foldDraft(history.draft, history.records)?.state.changedSince;
        const backwards = foldDraft(history.draft, history.records.toReversed())?.state.changedSince;
        expect(backwards).toEqual(forwards);
      }),
      { numRuns: 100 },
    );
  });
});
