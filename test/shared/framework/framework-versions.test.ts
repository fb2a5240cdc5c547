import { describe, expect, it } from 'vitest';
import { checkFramework } from '../../../src/shared/framework/check-framework.ts';
import { compareFrameworks } from '../../../src/shared/documents/compare-frameworks.ts';
import { mappingProblems, proposeMapping } from '../../../src/shared/framework/framework-mapping.ts';
import type { Framework } from '../../../src/shared/framework/framework-schema.ts';
import { pastedDescriptors } from '../../../src/shared/framework/pasted-descriptors.ts';
import { shipped } from './shipped.ts';
import { soundFramework } from './sound-framework.ts';
import { withPart } from './with-part.ts';

function changed(place: string, part: unknown): Framework {
  const checked = checkFramework(withPart(soundFramework, place, part));
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.framework;
}

describe('two versions of a framework, compared in words', () => {
  it('say the same where nothing changed', () => {
    expect(compareFrameworks(soundFramework, structuredClone(soundFramework))).toEqual([]);
  });

  it.each([
    ['version', '2', 'changed', 'About', 'Version'],
    ['areas[1].title', 'Care given', 'changed', 'Areas', 'Care given'],
    [
      'areas[0].criteria[0].descriptors[0].text',
      'Children are seen at once.',
      'changed',
      'Areas',
      'help: Referrals get a response, Good',
    ],
    [
      'areas[0].criteria[2]',
      { id: 'help.new', title: 'New', descriptors: [] },
      'added',
      'Areas',
      'help: New',
    ],
    ['limiters[1].force', 'hard', 'changed', 'Rules', 'Help inadequate keeps the overall from good'],
    ['deadlines[0].workingDays', 20, 'changed', 'Clocks', 'Draft report'],
    ['reportChecks[1].atMost', 4, 'changed', 'Report checks', 'Every area'],
    ['order', 'hard', 'changed', 'About', 'Order of judging'],
  ])('%s as %j is one difference', (place, part, kind, where, about) => {
    const found = compareFrameworks(soundFramework, changed(place, part));
    expect(found.map(({ kind, part, about }) => [kind, part, about])).toEqual(
      place === 'areas[1].title' ? expect.arrayContaining([[kind, where, about]]) : [[kind, where, about]],
    );
  });

  it('tells of ILACS 2018 and 2023 that care leavers became an area of its own', () => {
    const found = compareFrameworks(shipped('ilacs-2018'), shipped('ilacs-2023'));
    const areas = found.filter(({ key }) => key.startsWith('area/'));
    expect(areas.map((area) => [area.kind, area.key])).toEqual(
      expect.arrayContaining([
        ['added', 'area/care-leavers'],
        ['removed', 'area/children-in-care-and-care-leavers'],
      ]),
    );
  });
});

describe('how a draft would move', () => {
  const from = shipped('ilacs-2018');
  const to = shipped('ilacs-2023');
  const proposed = proposeMapping(from, to);

  it('pairs what has the same id or title, and says that the rest has no counterpart', () => {
    expect(proposed.areas).toEqual(
      expect.arrayContaining([
        { from: 'leaders', to: 'leaders' },
        { from: 'children-in-care-and-care-leavers', to: null },
      ]),
    );
    expect(mappingProblems(from, to, proposed)).toEqual([]);
    const renamed = {
      ...to,
      areas: to.areas.map((area) => (area.id === 'leaders' ? { ...area, id: 'lead' } : area)),
    };
    expect(proposeMapping(from, renamed).areas).toContainEqual({ from: 'leaders', to: 'lead' });
  });

  it.each([
    ['an area that is left out', { ...proposed, areas: proposed.areas.slice(1) }, 'Nothing is said about'],
    [
      'an area that the new framework has not',
      {
        ...proposed,
        areas: proposed.areas.map((area) => (area.to === null ? { ...area, to: 'nowhere' } : area)),
      },
      'The new framework has no area “nowhere”.',
    ],
    [
      'two that become one',
      {
        ...proposed,
        areas: proposed.areas.map((area) => (area.to === null ? { ...area, to: 'leaders' } : area)),
      },
      'Two become the area “leaders”: choose one of them.',
    ],
  ])('says what is wrong with %s', (_words, mapping, sentence) => {
    expect(mappingProblems(from, to, mapping).join(' ')).toContain(sentence);
  });
});

describe('official words pasted in', () => {
  const [scale] = soundFramework.scales;

  it('go to the grade whose name stands above them, paragraphs joined', () => {
    if (scale === undefined) throw new Error('there is no scale');
    const pasted =
      'Some heading\r\nOutstanding\r\nFirst line\r\nof a paragraph.\r\n\r\nSecond.\nGood:\nWhat is good.\nGood\nAgain.\nInadequate\n';
    expect(pastedDescriptors(scale, pasted)).toEqual([
      { grade: 'outstanding', text: 'First line of a paragraph.\nSecond.' },
      { grade: 'good', text: 'What is good.' },
    ]);
    expect(pastedDescriptors(scale, 'Nothing of the kind.')).toEqual([]);
  });
});
