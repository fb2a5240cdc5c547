import { Home } from '../home.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { app } from '../../../src/renderer/lib/app-state.svelte.ts';
import { call } from '../../../src/renderer/lib/call.ts';
import { EvidenceOfArea } from '../../../src/renderer/evidence/evidence.svelte.ts';
import { notesWith } from '../../../src/renderer/evidence/criterion-evidence.ts';
import { services } from '../../../src/main/composition/calls.ts';
import { evidenceLinked } from '../../../src/shared/evidence/evidence-linked.ts';
import type { EvidenceKind } from '../../../src/shared/values/evidence-kind.ts';
import { need, type Running } from '../../main/running-scope.ts';

/** A page that draws so many of a criterion's notes, and on which nothing is selected unless a test says so. */
class Page {
  ids: readonly string[] = [];
  open = 0;
  selected = '';
  readonly focused: string[] = [];
  readonly notes = (): { ids: readonly string[]; open: number } => ({ ids: this.ids, open: this.open });
  readonly selectedIn = (): string => this.selected;
  readonly focusNote = (note: string): void => void this.focused.push(note);
  readonly left: string[] = [];
  readonly focusCriterion = (criterion: string): void => void this.focused.push(criterion);
  readonly leaveRow = (criterion: string): void => void this.left.push(criterion);
}

describe('the evidence of an area', () => {
  const home = new Home();
  let draft = '';
  let ben: Running & { readonly person: string };
  let page: Page;
  let evidence: EvidenceOfArea;
  const spoken = vi.spyOn(app, 'say');

  beforeAll(async () => {
    await home.settle();
    draft = await home.begin();
    ben = await home.colleague(draft);
    await home.draft.load(draft);
  });
  beforeEach(() => {
    app.go({ screen: 'evidence', draft, area: '' });
    page = new Page();
    evidence = new EvidenceOfArea(home.draft, page);
    app.banner = null;
  });
  afterAll(() => home.close());

  async function noted(text: string, kind: EvidenceKind = 'observation'): Promise<string> {
    const when = '2026-11-17T10:00';
    const note = { kind, source: 'A visit', when, direction: 'strength', text } as const;
    const { record } = await call('noteEvidence', { draft, note });
    await home.draft.load(draft);
    return record;
  }
  const criterion = (at: number): string => evidence.criteria[at]?.id ?? '';
  const linkedTo = (at: number): readonly string[] =>
    evidence.linked(criterion(at)).map(({ note }) => note.id);

  it('is that of the area in the address, or of the first that has criteria', () => {
    const withCriteria = home.draft.areas.filter(({ criteria }) => criteria.length > 0).map(({ id }) => id);
    expect(evidence.areaId).toBe(withCriteria[0]);
    app.goInDraft({ area: withCriteria[1] ?? '' });
    expect(evidence.areaId).toBe(withCriteria[1]);
    app.goInDraft({ area: 'no-such-area' });
    expect(evidence.areaId).toBe(withCriteria[0]);
  });

  it('holds a note among the unlinked until it is linked, and the list by kind of source', async () => {
    const [seen, heard] = [await noted('Visits are timely.'), await noted('I was heard.', 'interview-child')];
    expect(evidence.unlinked.map(({ id }) => id)).toEqual([seen, heard]);
    evidence.pick(seen);
    evidence.pick(heard);
    await evidence.linkPicked(criterion(0), 'for');
    expect([evidence.unlinked, evidence.picked]).toEqual([[], []]);
    expect(linkedTo(0)).toEqual([seen, heard]);
    evidence.kind = 'interview-child';
    expect(linkedTo(0)).toEqual([heard]);
  });

  it.each([
    ['', 2],
    ['waits', 1],
    ['VISIT waits', 1],
    ['waits elsewhere', 0],
  ])('finds unlinked notes by words, source or code: “%s”', async (typed, found) => {
    const made = [await noted('A child waits for a plan.'), await noted('A plan was read.')];
    const notes = evidence.unlinked.filter(({ id }) => made.includes(id));
    expect(notesWith(typed, notes)).toHaveLength(found);
    expect(notesWith(notes[1]?.code ?? '', notes)).toEqual([notes[1]]);
  });

  it('picks all that were found beside what is picked, and lets go of them again', async () => {
    const [first, second, third] = [await noted('One.'), await noted('Two.'), await noted('Three.')];
    const some = evidence.unlinked.filter(({ id }) => id !== first);
    const found = some.filter(({ id }) => id === second || id === third);
    evidence.pick(first);
    evidence.pickAll(found);
    expect(evidence.picked).toEqual([first, second, third]);
    evidence.pickAll(found);
    expect(evidence.picked).toEqual([first]);
    evidence.pickAll(found);
    await evidence.linkPicked(criterion(4), 'as-noted');
    expect(linkedTo(4)).toEqual([first, second, third]);
  });

  it('links the note that has the focus with the words selected in it, and not these with several', async () => {
    const [one, other] = [await noted('Plans are good. Some drift.'), await noted('Plans drift.')];
    page.selected = 'Some drift.';
    evidence.focusedNote = one;
    await evidence.linkPicked(criterion(1), 'against');
    evidence.picked = [one, other];
    await evidence.linkPicked(criterion(2), 'against');
    expect(evidence.linked(criterion(1)).map(({ passage }) => passage)).toEqual(['Some drift.']);
    expect(evidence.linked(criterion(2)).map(({ passage }) => passage)).toEqual([null, null]);
  });

  it('weighs a linked note heavier, round and round, and says where there is none', async () => {
    const note = await noted('Audits are done.');
    evidence.focusedNote = note;
    expect(await evidence.heavier(criterion(3))).toBe(false);
    await evidence.linkPicked(criterion(3), 'for');
    const strengths = [];
    for (let at = 0; at < 4; at += 1) {
      await evidence.heavier(criterion(3));
      strengths.push(evidence.linked(criterion(3))[0]?.strength);
    }
    expect(strengths).toEqual(['moderate', 'strong', 'slight', 'moderate']);
  });

  it('keeps each person’s mark of a descriptor beside the others’', async () => {
    const at = criterion(0);
    const grade = evidence.criteria[0]?.descriptors[0]?.grade ?? '';
    await evidence.setMark(at, grade, 'partly');
    await evidence.setMark(at, grade, 'met');
    const theirs = {
      draft,
      criterion: at,
      grade,
      mark: 'not',
      reason: 'Not in two cases',
    } as const;
    need(await services.markDescriptor(ben.scope, { ...theirs, over: [] }));
    await home.draft.load(draft);
    expect(evidence.mark(at, grade, evidence.me)).toEqual({ mark: 'met', reason: '' });
    expect(evidence.marksOfOthers(at, grade)).toEqual([
      { author: ben.person, mark: 'not', reason: 'Not in two cases' },
    ]);
    await evidence.setFit(at, grade);
    expect(home.draft.view?.state.fits[at]).toMatchObject([{ value: grade }]);
  });

  it('knows the pairs of a criterion once they were compared, and those of later links at once', async () => {
    const late = await noted('Dental checks and supervision notes came late.');
    const prompt = await noted('Dental checks and supervision notes came promptly.');
    const at = criterion(4);
    evidence.picked = [late];
    await evidence.linkPicked(at, 'against');
    expect(evidence.contradictions(at)).toEqual([]);
    evidence.comparePairs(at);
    evidence.picked = [prompt];
    await evidence.linkPicked(at, 'for');
    const [pair] = evidence.contradictions(at);
    expect(pair).toMatchObject({ notes: [prompt, late], settled: null });
    if (pair !== undefined) await evidence.settle(pair, 'Two teams.');
    expect(evidence.contradictionOf(at, late)?.settled).toBe('Two teams.');
  });

  it('opens a criterion from a row that lets the focus go first, and the open one without', () => {
    const [first, second] = evidence.criteria;
    evidence.openHere(second?.id ?? '');
    evidence.openHere(second?.id ?? '');
    expect(page.left).toEqual([second?.id]);
    evidence.openHere(first?.id ?? '');
    expect(page.left).toEqual([second?.id, first?.id]);
    expect(page.focused).toEqual([second?.id, second?.id, first?.id]);
  });

  it('steps through the criteria, each closed to its first notes, and says where the last is', () => {
    evidence.wantedNotes = 40;
    evidence.stepCriterion(1);
    expect([evidence.current?.id, evidence.wantedNotes]).toEqual([criterion(1), 0]);
    expect(page.focused).toEqual([criterion(1)]);
    evidence.stepCriterion(-1);
    evidence.stepCriterion(-1);
    expect([evidence.current?.id, spoken.mock.lastCall]).toEqual([
      criterion(0),
      ['This is the first criterion'],
    ]);
  });

  it('steps through the notes, has more drawn in time, and says where the last is', () => {
    page.ids = ['a', 'b', 'c', 'd', 'unlinked'];
    page.open = 4;
    evidence.stepNote(1);
    expect([page.focused.at(-1), evidence.wantedNotes]).toEqual(['a', 0]);
    evidence.focusedNote = 'b';
    evidence.stepNote(1);
    expect([page.focused.at(-1), evidence.wantedNotes]).toEqual(['c', 7]);
    evidence.focusedNote = 'unlinked';
    evidence.stepNote(1);
    expect([page.focused.at(-1), spoken.mock.lastCall]).toEqual(['unlinked', ['This is the last note']]);
    page.ids = [];
    evidence.stepNote(-1);
    expect(spoken).toHaveBeenLastCalledWith('No note stands here');
  });

  it('says why a key does nothing for somebody whose role does not link', () => {
    expect([evidence.mayOrSays(evidenceLinked), app.banner]).toEqual([true, null]);
    const may = vi.spyOn(home.draft, 'may').mockReturnValue(false);
    expect(evidence.mayOrSays(evidenceLinked)).toBe(false);
    may.mockRestore();
    expect(app.banner?.text).toMatch(
      /^Your role in this draft does not let you link evidence\. Ask its owner/,
    );
  });
});
