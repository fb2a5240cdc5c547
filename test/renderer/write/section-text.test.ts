import { Home } from '../home.ts';
import { madeInComponent } from '../made-in-component.svelte.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../src/renderer/lib/call.ts';
import { SectionText } from '../../../src/renderer/write/section-text.svelte.ts';
import { Writing } from '../../../src/renderer/write/write.svelte.ts';

describe('the section that is written', () => {
  const home = new Home();
  const area = 'help-and-protection';
  let draft = '';
  let writing: Writing;
  let section = area;
  let made: { readonly made: SectionText; readonly leave: () => void };

  const note = (text: string, criterion: string | null): Promise<unknown> =>
    call('noteEvidence', {
      draft,
      note: { kind: 'observation', source: 'Duty', when: '2026-11-17T10:00', direction: 'strength', text },
      ...(criterion === null ? {} : { link: { criterion, direction: 'for' } }),
    });

  beforeAll(async () => {
    await home.settle();
    draft = await home.begin();
    const criterionOf = (id: string): string =>
      home.draft.areas.find((known) => known.id === id)?.criteria[0]?.id ?? '';
    await note('Linked nowhere.', null);
    await note('Linked to another area.', criterionOf('leaders'));
    await note('Linked to the area.', criterionOf(area));
    await call('raiseChallenge', {
      draft,
      about: { what: 'grade', area },
      text: 'Is it good?',
      owner: home.draft.me,
      due: null,
    });
    await home.draft.load(draft);
    writing = new Writing(home.draft);
    await writing.open();
    made = madeInComponent(() => new SectionText(home.draft, writing, () => section));
  });
  afterAll(async () => {
    made.leave();
    await writing.discard([area, 'improvements']);
    await home.close();
  });

  it('offers to cite the notes of its area first', () => {
    expect(made.made.notesToCite().map(({ text }) => text)).toEqual([
      'Linked to the area.',
      'Linked nowhere.',
      'Linked to another area.',
    ]);
  });

  it('claims what is typed, and is asked what stands open', () => {
    writing.type(area, 'Calls are answered within a day.');
    expect(made.made.claims.map(({ concern }) => concern)).toEqual(['no-evidence']);
    expect(made.made.asked.map(({ text }) => text)).toEqual(['Is it good?']);
    // It means no words of the text, so that nothing stands beside them.
    expect(made.made.beside).toEqual([]);
  });

  it('claims nothing where it is a list of points, whose words are its text', () => {
    section = 'improvements';
    const other = madeInComponent(() => new SectionText(home.draft, writing, () => section));
    writing.setPoints(section, [{ id: 'point-1', text: 'See every child alone.', area: null, notes: [] }]);
    expect([other.made.isList, other.made.text, other.made.claims]).toEqual([
      true,
      'See every child alone.',
      [],
    ]);
    other.leave();
  });
});
