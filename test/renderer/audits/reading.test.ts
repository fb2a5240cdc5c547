import { Home } from '../home.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OwnConclusion } from '../../../src/renderer/audits/conclusion.svelte.ts';
import { OwnReading } from '../../../src/renderer/audits/reading.svelte.ts';
import { app } from '../../../src/renderer/lib/app-state.svelte.ts';
import { unkept } from '../../../src/renderer/lib/unkept.svelte.ts';
import { call } from '../../../src/renderer/lib/call.ts';
import type { ReadingView } from '../../../src/shared/ipc/reading-channels.ts';

const id = (letter: string): string => letter.repeat(64);

describe('one’s own reading of a drawn judgment', () => {
  const home = new Home();
  let view: ReadingView;
  let own: OwnReading;
  let kept: unknown[] = [];

  beforeAll(async () => {
    await home.settle('Ada Marsh');
    await home.begin();
    const { frameworks } = await call('listFrameworks', {});
    const found = frameworks.find((each) => each.framework.id === 'ilacs-2026');
    if (found === undefined) throw new Error('the framework is not there');
    const { framework } = found;
    view = {
      ...{ seal: id('a'), draft: id('b'), provider: 'Northmere', step: 'evidence', framework },
      areas: framework.areas.flatMap((area) => (area.scale === null ? [] : area.id)).slice(0, 2),
      blind: { provider: 'Northmere', notes: [], links: [], narratives: null },
      ...{ onEvidence: null, typed: [], typedConclusion: null, opened: null },
    };
  });
  beforeEach(() => {
    app.banner = null;
    kept = [];
    own = new OwnReading({ audit: id('c'), frame: id('d'), seal: id('a') }, (words) => {
      kept.push(words);
      return Promise.resolve();
    });
    own.view = view;
    own.goTo(view.areas[0] ?? '');
  });
  afterAll(() => home.close());

  it('asks for a grade and a reason of every area, and whether a published grade was known, before it lodges', async () => {
    const [first = '', second = ''] = view.areas;
    expect(own.needs).toContain(own.areaTitle(first));
    own.write('No grade yet');
    expect(own.entry(first)).toBeUndefined();
    own.grade(1);
    own.write('The notes show it.');
    own.step(1);
    expect([own.area, own.needs]).toEqual([second, `${own.areaTitle(second)} still needs a grade.`]);
    own.grade(0);
    expect(own.needs).toBe(`${own.areaTitle(second)} still needs a reason.`);
    expect(await own.lodge()).toBe(false);
    own.write('So do these.');
    expect(own.needs).toBe(`Say how sure you are of ${own.areaTitle(first)}.`);
    own.sure('unsure');
    own.step(-1);
    own.sure('sure');
    expect(own.needs).toBe('Say whether you knew a published grade of it.');
    own.known = false;
    expect(own.needs).toBe('');
    expect(own.answers.map(({ area, sure }) => [area, sure])).toEqual([
      [first, 'sure'],
      [second, 'unsure'],
    ]);
  });

  it('turns criteria, cites a note and takes it out again, and sets a best fit', () => {
    const [first = '', second = ''] = own.criteria.map((criterion) => criterion.id);
    expect(own.criterion).toBe(first);
    own.turn(1);
    expect(own.criterion).toBe(second);
    own.grade(2);
    own.cite(id('e'));
    own.fit(second, 'good');
    expect(own.entry(own.area)).toMatchObject({
      evidence: [id('e')],
      fits: [{ criterion: second, grade: 'good' }],
    });
    own.cite(id('e'));
    own.fit(second, '');
    expect(own.entry(own.area)).toMatchObject({ evidence: [] });
    expect(own.entry(own.area)?.fits).toBeUndefined();
  });

  it('keeps what is typed, and shows it to whoever must take it elsewhere until it is kept', async () => {
    own.grade(0);
    own.write('Nobody may lose this.');
    expect([own.kept, unkept.text()]).toEqual([false, expect.stringContaining('Nobody may lose this.')]);
    await own.keep();
    expect([own.kept, kept]).toMatchObject([true, [{ answers: [{ rationale: 'Nobody may lose this.' }] }]]);
  });

  it('records outcomes once every area has one with its reason, every question an answer, and the file a grade', async () => {
    const protocol = {
      ...{ id: 'sealed-judgment', version: 1, title: 'Quality' },
      questions: [{ id: 'tone', text: 'Tone?', record: 'tone' as const }],
    };
    const opened = {
      ...{ record: id('f'), stratum: 'All', areas: [], protocol, facts: { tone: '1 hedge.' } },
      ...{ concluded: null, leads: [] },
    };
    own.view = { ...view, step: 'conclude', opened };
    const conclusion = new OwnConclusion(own);
    const [first = '', second = ''] = view.areas;
    expect(conclusion.headline).toBe('');
    conclusion.setOutcome(first, 'supported');
    conclusion.setOutcome(second, 'not-supported');
    expect([conclusion.headline, conclusion.lacks]).toEqual([
      'Not supported by what is on file',
      `Say why of ${own.areaTitle(second)}.`,
    ]);
    conclusion.setReason(second, 'Paragraph 8 claims effect.');
    expect(conclusion.lacks).toBe('1 of 1 questions are not answered yet.');
    conclusion.answer('tone', 'differ');
    conclusion.note('tone', 'Two hedges');
    expect(conclusion.lacks).toBe('Grade the file.');
    conclusion.grade(4);
    expect(conclusion.lacks).toContain('key finding');
    expect(await conclusion.record()).toBe(false);
    conclusion.find('DA-006 was left out.');
    expect(conclusion.lacks).toBe('');
    await conclusion.keep();
    expect(kept.at(-1)).toMatchObject({ conclusion: { fileGrade: 4, answers: [{ record: '1 hedge.' }] } });
    const typed = { outcomes: [], answers: [], fileGrade: 2, keyFinding: '' };
    conclusion.begin({ ...view, opened, typedConclusion: typed });
    expect([conclusion.fileGrade, conclusion.headline]).toEqual([2, '']);
  });
});
