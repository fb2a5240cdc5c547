import { describe, expect, it } from 'vitest';
import { foldDraft } from '../../../src/shared/judgment/fold-draft.ts';
import { checkGates, gateRows } from '../../../src/shared/gates/all-gates.ts';
import { seenState, type SeenState } from '../../../src/shared/seen/seen-draft.ts';
import type { Framework } from '../../../src/shared/framework/framework-schema.ts';
import { shipped } from '../framework/shipped.ts';
import { History, writer } from '../history.ts';

const ada = writer('Ada');

const ilacs = shipped('ilacs-2023');
const homes = shipped('sccif-childrens-homes');

/** A draft with one note under a criterion of help and protection, that area graded, and two points of which one is bare. */
function begun(framework: Framework): SeenState {
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
  const area = framework.areas.find(({ scale, criteria }) => scale !== null && criteria.length > 0);
  const criterion = area?.criteria[0]?.id ?? '';
  history.add(ada, 'evidence.linked', {
    note: note.id,
    criterion,
    direction: 'against',
    over: [],
  });
  history.add(ada, 'revision.saved', {
    reason: 'Begun',
    narratives: [{ section: area?.id ?? '', text: 'A text with a hidden\u200bspace.', over: [] }],
    grades: [{ area: area?.id ?? '', value: { grade: framework.scales[0]?.grades[1]?.id ?? '' }, over: [] }],
    improvements: {
      points: [
        { id: 'names', text: 'Name who is responsible.', area: null, notes: [note.id] },
        { id: 'pace', text: 'Quicken the pace.', area: null, notes: [] },
      ],
      over: [],
    },
    rest: [],
  });
  const folded = foldDraft(history.draft, history.records);
  if (folded === null) throw new Error('the draft does not fold');
  return seenState(folded, '');
}

describe('what a gate looked at', () => {
  const state = begun(ilacs);

  it.each([
    [
      'framework',
      ['Version', 'For inspections', 'Areas', 'Rules by which one thing limits a grade', 'Deadlines'],
    ],
    ['graded', ilacs.areas.filter((area) => area.scale !== null).map((area) => area.title)],
    ['grades-rest', ilacs.areas.filter((area) => area.criteria.length > 0).map((area) => area.title)],
    ['improvements-rest', ['Quicken the pace.', 'Name who is responsible.']],
  ])('is listed thing by thing: %s', (gate, things) => {
    const titles = gateRows(gate, state, ilacs).map(({ title }) => title);
    expect(titles.toSorted()).toEqual(things.toSorted());
  });

  it('has what is not settled first', () => {
    expect(gateRows('improvements-rest', state, ilacs)).toMatchObject([
      { title: 'Quicken the pace.', detail: 'Rests on no note', isSettled: false },
      { title: 'Name who is responsible.', detail: 'DO-001', isSettled: true },
    ]);
  });

  it('is nothing for a gate whose detail says all', () => {
    expect(gateRows('arrived', state, ilacs)).toEqual([]);
  });

  it('keeps a hidden grade hidden', () => {
    const hiding = { round: null, arbiter: false, provisional: true, panel: true, message: '' };
    const hidden = { ...state, moderation: { ...state.moderation, hiding } };
    const details = gateRows('graded', hidden, ilacs).map(({ detail }) => detail);
    expect(new Set(details)).toEqual(new Set(['Hidden until the seal']));
  });

  it.each([
    ['ILACS 2023', ilacs],
    ['SCCIF children’s homes', homes],
  ])('is unsettled where, and only where, the gate is: %s', (_title, framework) => {
    const draft = begun(framework);
    const gates = checkGates(draft, framework);
    const listed = gates.filter(
      (gate) => gateRows(gate.id, draft, framework).length > 0 && !gate.id.startsWith('limiter-'),
    );
    expect(listed.length).toBeGreaterThan(4);
    for (const { id, status } of listed) {
      const open = gateRows(id, draft, framework).some(({ isSettled }) => !isSettled);
      expect([id, open]).toEqual([id, status === 'blocking' || status === 'reason-needed']);
    }
  });

  it.each([
    ['a note that stands under nothing', [], '1 link from 1 note'],
    ['a note whose link was taken away', [['b', 'hp.other', 'none']], '1 link from 1 note'],
    ['a second note', [['b', 'hp.other', 'for']], '2 links from 2 notes'],
  ] as const)('counts the notes that links stand from, with %s', (_what, more, detail) => {
    const [note, link] = [state.notes[0], state.links[0]];
    if (note === undefined || link === undefined) throw new Error('nothing is linked');
    const links = more.map(([id, criterion, value]) => ({
      ...link,
      note: id,
      criterion,
      values: link.values.map((write) => ({ ...write, value })),
    }));
    const draft = {
      ...state,
      notes: [...state.notes, { ...note, id: 'b' }],
      links: [...state.links, ...links],
    };
    expect(checkGates(draft, ilacs).find(({ id }) => id === 'grades-rest')).toMatchObject({ detail });
  });
});
