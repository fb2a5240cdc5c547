import { Home } from '../home.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { app } from '../../../src/renderer/lib/app-state.svelte.ts';
import { call } from '../../../src/renderer/lib/call.ts';
import { Linking } from '../../../src/renderer/evidence/linking.svelte.ts';
import { services } from '../../../src/main/composition/calls.ts';
import { linkedEvidence } from '../../../src/shared/coverage/linked-evidence.ts';
import type { CallInput } from '../../../src/shared/ipc/contract.ts';
import { need, type Running } from '../../main/running-scope.ts';

describe('links of notes to criteria', () => {
  const home = new Home();
  let draft = '';
  let first = '';
  let second = '';
  let ben: Running;
  let linking: Linking;

  beforeAll(async () => {
    await home.settle();
    draft = await home.begin();
    ben = await home.colleague(draft);
    await home.draft.load(draft);
    [first = '', second = ''] = home.draft.areas.flatMap(({ criteria }) => criteria.map(({ id }) => id));
  });
  beforeEach(() => {
    linking = new Linking(home.draft, linkedNotes);
    app.banner = null;
  });
  afterAll(() => home.close());

  const linkedNotes = (): ReturnType<typeof linkedEvidence> =>
    linkedEvidence(home.draft.view?.state ?? { notes: [], links: [] });

  async function noted(direction: CallInput<'noteEvidence'>['note']['direction']): Promise<string> {
    const note = {
      kind: 'observation',
      source: 'A visit',
      when: '2026-11-17T10:00',
      text: 'As seen',
    } as const;
    const { record } = await call('noteEvidence', { draft, note: { ...note, direction } });
    await home.draft.load(draft);
    return record;
  }

  /** How a note stands under a criterion; null where it does not. */
  function standing(note: string, criterion: string): unknown {
    const link = linkedNotes()
      .get(criterion)
      ?.find((weighed) => weighed.note.id === note);
    return link === undefined ? null : [link.direction, link.strength, link.passage];
  }

  /** A colleague weighs a note under the first criterion anew, over what stands there. */
  async function weighElsewhere(note: string, direction: 'for' | 'against'): Promise<void> {
    const { links } = home.draft.view?.state ?? { links: [] };
    const values = links.find((link) => link.note === note && link.criterion === first)?.values ?? [];
    const over = values.map(({ record }) => record);
    need(await services.linkEvidence(ben.scope, { draft, note, criterion: first, direction, over }));
    await home.draft.load(draft);
  }

  it.each([
    ['strength', 'for'],
    ['weakness', 'against'],
    ['neutral', 'for'],
  ] as const)('go, for a note of a %s, %s the criterion where nobody says which', async (direction, way) => {
    const note = await noted(direction);
    await linking.link(note, first, 'as-noted');
    expect(standing(note, first)).toEqual([way, null, null]);
  });

  it('go the way that a neutral note has elsewhere', async () => {
    const note = await noted('neutral');
    await linking.link(note, first, 'against');
    await linking.link(note, second, 'as-noted');
    expect(standing(note, second)).toEqual(['against', null, null]);
  });

  it('are named for a note with the way it points under each', async () => {
    const note = await noted('weakness');
    expect(Object.entries(linking.criteriaOf(note))).toEqual([]);
    await linking.link(note, first, 'as-noted');
    await linking.link(note, second, 'for');
    expect(Object.entries(linking.criteriaOf(note)).sort()).toEqual(
      [
        [first, 'against'],
        [second, 'for'],
      ].sort(),
    );
    await linking.link(note, first, 'none');
    expect(Object.entries(linking.criteriaOf(note))).toEqual([[second, 'for']]);
  });

  it('keep their strength and their passage when the way alone is changed', async () => {
    const note = await noted('strength');
    await linking.link(note, first, 'for', { strength: 'strong', passage: 'As' });
    await linking.link(note, first, 'against');
    expect(standing(note, first)).toEqual(['against', 'strong', 'As']);
  });

  it('come back as they were, strength and passage too, when unlinking is undone', async () => {
    const note = await noted('strength');
    await linking.link(note, first, 'for', { strength: 'slight', passage: 'seen' });
    await linking.link(note, first, 'none');
    expect(standing(note, first)).toBeNull();
    await linking.undo();
    expect(standing(note, first)).toEqual(['for', 'slight', 'seen']);
    await linking.undo();
    expect([standing(note, first), linking.mayUndo]).toEqual([null, false]);
  });

  it('that were made in one step are undone in one', async () => {
    const notes = [await noted('strength'), await noted('weakness')];
    await linking.linkAll(notes, first, 'as-noted');
    expect(notes.map((note) => standing(note, first))).toEqual([
      ['for', null, null],
      ['against', null, null],
    ]);
    await linking.undo();
    expect([notes.map((note) => standing(note, first)), linking.mayUndo]).toEqual([[null, null], false]);
  });

  it('stay where a colleague weighed them anew: undoing says so and touches nothing', async () => {
    const note = await noted('strength');
    await linking.link(note, first, 'for');
    await weighElsewhere(note, 'against');
    await linking.undo();
    expect(standing(note, first)).toEqual(['against', null, null]);
    expect(app.banner?.text).toMatch(/weighed this note anew .* nothing was undone/);
  });

  it('of a step of which a colleague weighed one anew are undone but for that one', async () => {
    const [mine, theirs] = [await noted('strength'), await noted('strength')];
    await linking.linkAll([mine, theirs], first, 'for');
    await weighElsewhere(theirs, 'against');
    await linking.undo();
    expect([standing(mine, first), standing(theirs, first)]).toEqual([null, ['against', null, null]]);
    expect(app.banner?.text).toMatch(/^1 note weighed anew/);
  });

  it('that were refused are not there to be undone', async () => {
    const note = await noted('strength');
    const allow = home.refuse('linkEvidence', 'The disk is full.');
    await linking.link(note, first, 'for');
    allow();
    expect([standing(note, first), linking.mayUndo, app.banner?.text]).toEqual([
      null,
      false,
      'The disk is full.',
    ]);
  });

  it('can be undone later where undoing was refused', async () => {
    const note = await noted('strength');
    await linking.link(note, first, 'for');
    const allow = home.refuse('linkEvidence', 'The disk is full.');
    await linking.undo();
    allow();
    expect([standing(note, first), linking.mayUndo]).toEqual([['for', null, null], true]);
    await linking.undo();
    expect(standing(note, first)).toBeNull();
  });
});
