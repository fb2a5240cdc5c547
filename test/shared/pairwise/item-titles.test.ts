import { describe, expect, it } from 'vitest';
import {
  itemTitles,
  titlesOf,
  type NamedThing,
  withoutName,
} from '../../../src/shared/pairwise/item-titles.ts';

const thing = (draft: string, provider: string, area: string | null, day = '2026-11-11'): NamedThing => ({
  draft,
  provider,
  day,
  area,
});
const words = 'Royal Borough of Upper Featherstonehaugh-on-the-Wold with Llanfairpwllgwyngyll';
const long = (length: number): string => `${words} `.repeat(4).slice(0, length - 6) + ' Trust';

describe('what the things of a round of comparisons are called', () => {
  it.each([
    [
      'areas of one draft by themselves',
      [thing('a', 'Alderby', 'Leaders'), thing('a', 'Alderby', 'Care')],
      ['Leaders', 'Care'],
    ],
    [
      'whole drafts by their providers',
      [thing('a', 'Alderby', null), thing('b', 'Birchwick', null)],
      ['Alderby', 'Birchwick'],
    ],
    [
      'two inspections of one provider by their days',
      [
        thing('a', 'Alderby', 'Care', '2023-11-13'),
        thing('b', 'Alderby', 'Care'),
        thing('c', 'Birchwick', 'Care'),
      ],
      ['Alderby, Mon 13 Nov 2023: Care', 'Alderby, Wed 11 Nov 2026: Care', 'Birchwick: Care'],
    ],
    [
      'two of one provider and day by number',
      [thing('a', 'Alderby', null), thing('b', 'Alderby', null)],
      ['Alderby, Wed 11 Nov 2026 (1)', 'Alderby, Wed 11 Nov 2026 (2)'],
    ],
  ])('is %s', (_, things, titles) => {
    expect(itemTitles(things)).toEqual(titles);
  });

  it.each([187, 200, 300])('keeps the area after a provider of %i characters', (length) => {
    const titles = itemTitles([
      thing('a', long(length), 'Impact of leaders'),
      thing('b', 'Alderby', 'Impact of leaders'),
      thing('a', long(length), 'Help and protection'),
    ]);
    expect(titles[0]).toMatch(/Trust: Impact of leaders$/);
    expect(titles[2]).toMatch(/Trust: Help and protection$/);
    expect(titles[0]).toMatch(/^Royal Borough of Upper/);
    expect(titles.every((title) => title.length <= 200)).toBe(true);
  });

  it('tells two apart whose long names differ only where they are cut', () => {
    const [start, end] = ['A'.repeat(140), 'B'.repeat(140)];
    const titles = itemTitles([thing('a', `${start}x${end}`, null), thing('b', `${start}y${end}`, null)]);
    expect(new Set(titles).size).toBe(2);
    expect(titles.every((title) => title.length <= 200)).toBe(true);
  });

  it('cuts no sign in two', () => {
    const [title = ''] = itemTitles([thing('a', '👩🏽‍🏫'.repeat(40), null), thing('b', 'Alderby', null)]);
    expect(title.replaceAll('👩🏽‍🏫', '')).toBe('…');
  });

  it('numbers titles that an earlier version cut alike, and no others', () => {
    const items = ['Trust: Im', 'Alderby', 'Trust: Im', 'Trust: Im (3)'].map((title) => ({ title }));
    expect(titlesOf({ items: items.slice(0, 3) })).toEqual(['Trust: Im (1)', 'Alderby', 'Trust: Im (3)']);
    expect(new Set(titlesOf({ items })).size).toBe(4);
  });
});

describe('a text whose subject is withheld', () => {
  it.each([
    ['Leaders of Northmere know.', 'Northmere County Council', 'Leaders of [name] know.'],
    ['NORTHMERE’s council, and its county', 'Northmere County Council', '[name]’s council, and its county'],
    ['St Anne’s is calm', 'St Anne’s Primary School', 'St [name] is calm'],
    ['Northmerely', 'Northmere', 'Northmerely'],
    ['Nothing', '', 'Nothing'],
  ])('has no name of it: %s', (text, name, shown) => {
    expect(withoutName(text, name)).toBe(shown);
  });
});
