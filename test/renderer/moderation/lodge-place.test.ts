import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Home } from '../home.ts';
import { newWindow } from '../new-window.ts';
import { LodgePlace } from '../../../src/renderer/moderation/lodge-place.svelte.ts';
import { unkept } from '../../../src/renderer/lib/unkept.svelte.ts';
import { OwnGrades } from '../../../src/renderer/moderation/own-grades.svelte.ts';

describe('where a member reads while they grade', () => {
  const home = new Home();
  beforeAll(async () => {
    await home.openSample();
  }, 60_000);
  // Nobody here takes part in the round, so that no grade was ever kept: none is left to be tried again in another file.
  afterAll(async () => {
    newWindow(() => Promise.resolve({ ok: true, value: null }));
    await unkept.keepAll();
    await home.close();
  });

  function begin(): { readonly own: OwnGrades; readonly place: LodgePlace } {
    const round = home.draft.state?.moderation.rounds[0];
    if (round === undefined) throw new Error('the sample has no round');
    const own = new OwnGrades(home.draft, round.id, round.areas);
    own.ready = true;
    const text = round.areas.map((section) => ({ section, paragraph: 1, text: 'Plans are late.' }));
    return { own, place: new LodgePlace(home.draft, round, own, () => text) };
  }

  it('begins with the first criterion, goes on to the next, and stays at both ends', () => {
    const { place } = begin();
    place.stepCriterion(-1);
    expect(place.number).toBe(1);
    for (const _ of place.criteria) place.stepCriterion(1);
    expect(place.number).toBe(place.criteria.length);
    place.step(1);
    expect(place.number, 'of the next area').toBe(1);
  });

  it('shows the notes of the criterion that is read, and those of all on demand', () => {
    const { place } = begin();
    const first = place.notes.map(({ id }) => id);
    place.all = true;
    expect(place.notes.length).toBeGreaterThan(first.length);
    expect(place.notes.map(({ id }) => id)).toEqual(expect.arrayContaining(first));
  });

  it('cites, fits and is sure of nothing before the area has a grade', () => {
    const { own, place } = begin();
    expect(place.citeHere(), 'nothing is read yet').toBe(false);
    place.stepHere(1);
    expect(place.citeHere()).toBe(true);
    place.fitHere(0);
    place.sure('sure');
    expect(own.answers).toEqual([]);
    place.give(1);
    place.citeHere();
    place.fitHere(2);
    place.sure('unsure');
    const [entry] = own.answers;
    expect(entry).toMatchObject({
      answer: { grade: 'good' },
      sure: 'unsure',
      evidence: [place.notes[0]?.id],
    });
    expect(entry?.fits).toEqual([{ criterion: place.criterion?.id, grade: 'requires-improvement' }]);
    place.fitHere(2);
    expect(own.answers[0]?.fits, 'the same key takes it back').toBeUndefined();
  });

  it('cites a paragraph after the last note, and cites it no more', () => {
    const { own, place } = begin();
    place.give(1);
    place.stepHere(-1);
    expect(place.here).toBe('¶ 1');
    place.citeHere();
    expect(own.answers[0]?.passages).toEqual([{ section: place.area, paragraph: 1 }]);
    place.citeHere();
    expect(own.answers[0]?.passages).toBeUndefined();
  });

  it('reads the descriptors of the grade that is given, until another is looked at or given', () => {
    const { place } = begin();
    expect(place.looked).toBe('outstanding');
    place.give(1);
    expect(place.looked).toBe('good');
    place.stepLook(1);
    expect(place.looked).toBe('requires-improvement');
    place.give(3);
    expect(place.looked).toBe('inadequate');
  });

  it('gives no grade with each reason of the scale in turn', () => {
    const { own, place } = begin();
    const reasons: string[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      place.giveNone();
      const answer = own.answers[0]?.answer;
      if (answer !== undefined && 'notGraded' in answer) reasons.push(answer.notGraded);
    }
    expect(reasons).toEqual(['not-graded', 'not-inspected', 'insufficient-evidence', 'not-graded']);
  });
});
