import { describe, expect, it } from 'vitest';
import { foldDraft } from '../../../src/shared/judgment/fold-draft.ts';
import type { DraftState } from '../../../src/shared/judgment/draft-state.ts';
import { approvedGate } from '../../../src/shared/gates/approved-gate.ts';
import { areasWithoutWordsGate } from '../../../src/shared/gates/areas-without-words-gate.ts';
import { checkGates } from '../../../src/shared/gates/all-gates.ts';
import { gatesHolding } from '../../../src/shared/gates/gate.ts';
import { moderatedGate } from '../../../src/shared/gates/moderated-gate.ts';
import { requiredEvidenceGate } from '../../../src/shared/gates/required-evidence-gate.ts';
import { shipped } from '../framework/shipped.ts';
import { soundFramework } from '../framework/sound-framework.ts';
import { History, writer } from '../history.ts';

const ada = writer('Ada');
const ben = writer('Ben');
const ilacs = shipped('ilacs-2026');

function stateOf(history: History): DraftState {
  const folded = foldDraft(history.draft, history.records);
  if (folded === null) throw new Error('the history has no beginning');
  return folded.state;
}

function begun(): History {
  const history = new History();
  history.begin(ada);
  history.add(ada, 'role.granted', { person: ben.person, role: 'qa' });
  return history;
}

function grade(history: History, area: string, value: string, over: readonly string[] = []): string {
  return history.add(ada, 'revision.saved', {
    reason: 'Graded',
    narratives: [],
    grades: [{ area, value: { grade: value }, over: [...over] }],
    improvements: null,
    rest: [],
  }).id;
}

const excuse = (history: History, rule: string, parents?: readonly string[], by = ada): string =>
  history.add(by, 'reason.given', { rule, reason: 'As agreed with the board.', over: [] }, parents).id;

describe('a reason', () => {
  it('lets a gate pass by reason while what it was given over stands, and lapses with a change, saying which', () => {
    const history = begun();
    const first = grade(history, 'leaders', 'good');
    expect(moderatedGate.check(stateOf(history), ilacs)).toMatchObject({ status: 'reason-needed' });
    excuse(history, 'moderation');
    expect(moderatedGate.check(stateOf(history), ilacs)).toMatchObject({ status: 'by-reason' });
    history.write(ada, 'Children are safe.');
    expect(moderatedGate.check(stateOf(history), ilacs)).toMatchObject({ status: 'by-reason' });
    grade(history, 'leaders', 'inadequate', [first]);
    const after = moderatedGate.check(stateOf(history), ilacs);
    expect(after?.status).toBe('reason-needed');
    expect(after?.detail).toContain('“Grade of The impact of leaders');
  });

  it('lapses with a change that its author could not know, in whatever order the two came', () => {
    const history = begun();
    grade(history, 'leaders', 'good');
    const before = history.heads();
    grade(history, 'care-leavers', 'good');
    excuse(history, 'moderation', before, writer('Ada', 'second'));
    const forwards = foldDraft(history.draft, history.records)?.state;
    const backwards = foldDraft(history.draft, history.records.toReversed())?.state;
    for (const state of [forwards, backwards])
      expect(state === undefined ? null : moderatedGate.check(state, ilacs)?.status).toBe('reason-needed');
  });

  it('that saw a value of somebody whose removal it could not know lapses where that is set aside', () => {
    const history = begun();
    history.add(ada, 'role.granted', { person: ben.person, role: 'lead' });
    const at = history.heads();
    history.add(ben, 'revision.saved', {
      reason: 'Graded',
      narratives: [],
      grades: [{ area: 'leaders', value: { grade: 'good' }, over: [] }],
      improvements: null,
      rest: [],
    });
    const reason = excuse(history, 'moderation');
    expect(stateOf(history).changedSince[reason]).toBeUndefined();
    history.add(
      writer('Ada', 'second'),
      'role.revoked',
      { person: ben.person, role: null, reason: 'Left' },
      at,
    );
    const state = stateOf(history);
    expect(state.grades['leaders'] ?? []).toEqual([]);
    expect(state.changedSince[reason]).toEqual(['grade/leaders']);
  });
});

describe('an approval', () => {
  it.each([
    [
      'a fact',
      'fact.recorded',
      { fact: 'no-manager', holds: false, reason: 'There is one.', notes: [], over: [] },
    ],
    ['a reason', 'reason.given', { rule: 'judging-order', reason: 'So agreed.', over: [] }],
    ['a detail', 'details.set', { writes: [{ name: 'leadInspector', value: 'Ada', over: [] }] }],
  ])('lapses with %s that came after it', (_what, type, body) => {
    const history = begun();
    const text = history.write(ada, 'Children are safe.').id;
    history.approve(ben, [text]);
    expect(approvedGate.check(stateOf(history), soundFramework)?.status).toBe('done');
    history.add(ada, type, body);
    const view = approvedGate.check(stateOf(history), soundFramework);
    expect(view).toMatchObject({ status: 'blocking' });
    expect(view?.detail).toContain('has lapsed');
  });
});

describe('what a draft must have', () => {
  it('counts 0 of all while nothing has been written', () => {
    expect(gatesHolding(checkGates(stateOf(begun()), ilacs)).holding).toBe(0);
  });

  it('asks for the words of each area and section, or why there are none', () => {
    const history = begun();
    expect(areasWithoutWordsGate.check(stateOf(history), ilacs)).toMatchObject({
      status: 'reason-needed',
      detail: expect.stringContaining('Summary') as string,
    });
    const sections = [...ilacs.sections.filter(({ points }) => !points), ...ilacs.areas].map(({ id }) => id);
    const write = (texts: readonly string[]): void => {
      history.add(ada, 'revision.saved', {
        reason: 'Written',
        narratives: texts.map((section) => ({ section, text: 'Plans are clear.', over: [] })),
        grades: [],
        improvements: null,
        rest: [],
      });
    };
    write(sections.slice(1));
    expect(areasWithoutWordsGate.check(stateOf(history), ilacs)?.status).toBe('reason-needed');
    write(sections.slice(0, 1));
    expect(areasWithoutWordsGate.check(stateOf(history), ilacs)?.status).toBe('done');
  });

  it('asks for the kinds of evidence that a framework requires, and for moderation, only where it does', () => {
    const homes = shipped('sccif-childrens-homes');
    const state = stateOf(begun());
    expect(requiredEvidenceGate.check(state, homes)?.status).toBe('reason-needed');
    expect(requiredEvidenceGate.check(state, shipped('estyn'))).toBeNull();
    expect(moderatedGate.check(state, homes)).toBeNull();
    // What one criterion lacks is said of it, and not of its area, which may have as much elsewhere.
    expect(requiredEvidenceGate.check(state, ilacs)?.detail).toContain(
      '(“Strategy discussions and enquiries protect children without delay”: the framework asks for 2 from',
    );
  });
});
