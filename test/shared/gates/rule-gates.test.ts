import { describe, expect, it } from 'vitest';
import type { DraftState } from '../../../src/shared/judgment/draft-state.ts';
import { foldDraft } from '../../../src/shared/judgment/fold-draft.ts';
import { checkGates } from '../../../src/shared/gates/all-gates.ts';
import type { GateView } from '../../../src/shared/gates/gate.ts';
import type { Framework } from '../../../src/shared/framework/framework-schema.ts';
import { shipped } from '../framework/shipped.ts';
import { History, writer } from '../history.ts';

const ada = writer('Ada');

/** A draft with a note and these grades, and what is written after. */
function graded(
  grades: { readonly [area: string]: string },
  more: (history: History, note: string) => void = () => undefined,
): DraftState {
  const history = new History();
  history.begin(ada);
  const note = history.add(ada, 'evidence.noted', {
    code: 'DO-001',
    kind: 'document',
    source: 'The register',
    when: '2026-10-06T10:00',
    direction: 'weakness',
    text: 'The register names nobody.',
  });
  history.add(ada, 'revision.saved', {
    reason: 'Graded',
    narratives: [],
    grades: Object.entries(grades).map(([area, grade]) => ({ area, value: { grade }, over: [] })),
    improvements: null,
    rest: [],
  });
  more(history, note.id);
  const folded = foldDraft(history.draft, history.records);
  if (folded === null) throw new Error('the draft does not fold');
  return folded.state;
}

function gate(state: DraftState, framework: Framework, id: string): GateView {
  const view = checkGates(state, framework).find((candidate) => candidate.id === id);
  if (view === undefined) throw new Error(`there is no gate ${id}`);
  return view;
}

const reason = (rule: string) => (history: History) =>
  history.add(ada, 'reason.given', { rule, reason: 'Partners alone were weak.', over: [] });
const fact = (holds: boolean, withNote: boolean) => (history: History, note: string) =>
  history.add(ada, 'fact.recorded', {
    fact: 'no-registered-manager',
    holds,
    reason: 'The manager left in May.',
    notes: withNote ? [note] : [],
    over: [],
  });

const O = 'outstanding';
const G = 'good';
const R = 'requires-improvement';
const I = 'inadequate';
const ilacs = shipped('ilacs-2023');
const cqc = shipped('cqc-key-questions');
const areas = (leaders: string, help: string, care: string, leavers: string, overall: string) => ({
  leaders,
  'help-and-protection': help,
  'children-in-care': care,
  'care-leavers': leavers,
  overall,
});

describe('a hard rule', () => {
  it('blocks, allows no reason, and says what it looked at, what follows and what would change it', () => {
    const state = graded(areas(G, I, G, G, R), reason('practice-inadequate'));
    const view = gate(state, ilacs, 'limiter-practice-inadequate');
    expect(view).toMatchObject({ status: 'blocking', rule: null });
    expect(view.detail).toBe(
      'Any practice area inadequate makes the overall inadequate. Overall effectiveness then is Inadequate. The experiences and progress of children who need help and protection: Inadequate; The experiences and progress of children in care: Good; The experiences and progress of care leavers: Good; Overall effectiveness: Requires improvement to be good. It would be kept if Overall effectiveness were Inadequate, and would not apply if fewer than 1 of Help and protection, Children in care, Care leavers were Inadequate. This rule allows no exception.',
    );
  });

  it.each([
    ['once the overall follows', areas(G, I, G, G, I), 'done', 'It would not apply if fewer than 1 of'],
    ['once no practice area is inadequate', areas(G, R, G, G, R), 'not-needed', 'It would apply if any of'],
  ])('lets through %s', (_words, grades, status, words) => {
    const view = gate(graded(grades), ilacs, 'limiter-practice-inadequate');
    expect(view.status).toBe(status);
    expect(view.detail).toContain(words);
  });
});

describe('a soft rule', () => {
  const grades = areas(R, R, G, G, G);

  it('asks for a reason, and lets through once one is recorded, with its words', () => {
    const asked = gate(graded(grades), ilacs, 'limiter-good-needs-most');
    expect(asked).toMatchObject({ status: 'reason-needed', rule: 'good-needs-most' });
    expect(asked.detail).toContain('It may be departed from with a reason, which goes on the record.');
    expect(asked.detail).toContain('This rule is a default to review.');
    const given = gate(graded(grades, reason('good-needs-most')), ilacs, 'limiter-good-needs-most');
    expect(given.status).toBe('by-reason');
    expect(given.detail).toContain('Reason recorded: Partners alone were weak.');
  });
});

describe('the order of judging', () => {
  const early = { overall: G };
  const hard: Framework = { ...ilacs, order: 'hard' };

  it('asks for a reason where the framework says nothing else', () => {
    expect(gate(graded(early), ilacs, 'judging-order')).toMatchObject({
      status: 'reason-needed',
      detail:
        'Graded before its parts: Overall effectiveness. Grade the parts first, or record why the order was left.',
    });
    expect(gate(graded(early, reason('judging-order')), ilacs, 'judging-order')).toMatchObject({
      status: 'by-reason',
      detail:
        'Graded before its parts: Overall effectiveness. Grade the parts first. Reason recorded: Partners alone were weak.',
    });
    expect(gate(graded(areas(G, G, G, G, G)), ilacs, 'judging-order').status).toBe('done');
  });

  it('blocks where the framework says that it is hard, whatever reason is given', () => {
    expect(gate(graded(early, reason('judging-order')), hard, 'judging-order')).toMatchObject({
      status: 'blocking',
      rule: null,
      detail:
        'Graded before its parts: Overall effectiveness. Grade the parts first: this framework allows no exception.',
    });
  });
});

describe('facts on which rules turn', () => {
  const grades = { safe: G, effective: G, caring: G, responsive: G, 'well-led': O, overall: G };
  const rule = 'limiter-no-manager-caps-well-led';
  const breach = (history: History): unknown =>
    history.add(ada, 'fact.recorded', {
      fact: 'breach',
      holds: false,
      reason: 'None was found.',
      notes: [],
      over: [],
    });

  it('must be answered, and shown by a note where they hold', () => {
    expect(gate(graded(grades), cqc, 'facts')).toMatchObject({
      status: 'blocking',
      detail:
        'Not answered yet: The provider is in breach of a regulation; There is no registered manager. Say of each whether it holds.',
    });
    const bare = graded(grades, (history, note) => {
      fact(true, false)(history, note);
      breach(history);
    });
    expect(gate(bare, cqc, 'facts')).toMatchObject({
      status: 'blocking',
      detail: 'Recorded without evidence: There is no registered manager. Name the note that shows it.',
    });
    const shown = graded(grades, (history, note) => {
      fact(true, true)(history, note);
      breach(history);
    });
    expect(gate(shown, cqc, 'facts')).toMatchObject({
      status: 'done',
      detail: 'The provider is in breach of a regulation: no. There is no registered manager: yes',
    });
  });

  it('no framework without such rules asks', () => {
    expect(checkGates(graded({}), ilacs).map(({ id }) => id)).not.toContain('facts');
  });

  it('cap a grade with their evidence named, and no longer once taken back or the grade follows', () => {
    const capped = gate(graded(grades, fact(true, true)), cqc, rule);
    expect(capped.status).toBe('blocking');
    expect(capped.detail).toContain('There is no registered manager: recorded');
    expect(capped.detail).toContain(
      'It would be kept if Well-led were Requires improvement or worse, and would not apply if it were not recorded that there is no registered manager.',
    );
    expect(capped.detail).toContain('Recorded on DO-001: The manager left in May.');
    expect(gate(graded(grades, fact(false, false)), cqc, rule).status).toBe('not-needed');
    expect(gate(graded({ ...grades, 'well-led': R }, fact(true, true)), cqc, rule).status).toBe('done');
  });
});
