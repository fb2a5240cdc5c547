import { describe, expect, it } from 'vitest';
import {
  asSentence,
  count,
  dayWords,
  eitherOf,
  excerptOf,
  inspectionName,
  listOf,
  longDayWords,
  momentWords,
  nameDaysIn,
  withinSentence,
} from '../../src/shared/words.ts';

describe('numbers, days, plurals and lists', () => {
  it.each([
    [0, '0 notes'],
    [1, '1 note'],
    [12_480, '12,480 notes'],
  ])('counts %i', (number, words) => {
    expect(count(number, 'note')).toBe(words);
  });

  it('writes a day for screens and for print, and says where none is known', () => {
    expect(dayWords('2026-11-11')).toBe('Wed 11 Nov 2026');
    expect(dayWords('')).toBe('no date');
    expect(longDayWords('2026-06-08')).toBe('8 June 2026');
    expect(momentWords('2026-06-08T14:05:00.000Z')).toBe('8 June 2026, 14:05');
  });

  it('names the days of a screen in a person’s language, its year last, and those of print in its own', () => {
    const named = (['de', 'es', 'en-US', 'pl', 'en-GB'] as const).map((language) => {
      nameDaysIn(language);
      return [dayWords('2026-11-11').replaceAll('.', ''), longDayWords('2026-06-08')];
    });
    expect(named).toEqual([
      ['Mi 11 Nov 2026', '8 June 2026'],
      ['mié 11 nov 2026', '8 June 2026'],
      ['Wed Nov 11 2026', '8 June 2026'],
      ['śr 11 lis 2026', '8 June 2026'],
      ['Wed 11 Nov 2026', '8 June 2026'],
    ]);
  });

  it.each([
    ['Plans are late.', 15, 'Plans are late.'],
    ['Plans are late,\n and nobody asks', 15, 'Plans are late …'],
    ['The timeliness (outcome 2, national framework)', 16, 'The timeliness …'],
    ['Llanfairpwllgwyngyll', 8, 'Llanfair …'],
    ['😀😀😀', 3, '😀 …'],
  ])('shows the beginning of %j in %i signs, and that more follows', (text, most, words) => {
    expect(excerptOf(text, most)).toBe(words);
  });

  it('joins names as a sentence does', () => {
    expect(listOf(['Ada'])).toBe('Ada');
    expect(listOf(['Ada', 'Ben', 'Cai'])).toBe('Ada, Ben and Cai');
    expect(eitherOf(['interviews', 'observation'])).toBe('interviews or observation');
  });

  it.each([
    ['Good', 'good'],
    ['Requires improvement to be good', 'requires improvement to be good'],
    ['SEND', 'SEND'],
    ['ILACS 2026', 'ILACS 2026'],
    ['A2', 'A2'],
    ['', ''],
  ])('writes the title %s within a sentence as "%s"', (title, words) => {
    expect(withinSentence(title)).toBe(words);
  });

  it.each([
    ['Sefton', 'Sefton'],
    ['', 'Inspection without a name'],
    [' ', 'Inspection without a name'],
    [null, 'Inspection without a name'],
  ])('never calls an inspection nothing: %j', (provider, words) => {
    expect(inspectionName(provider)).toBe(words);
  });
});

it.each([
  ['no evidence', 'No evidence'],
  ['one inspector only', 'One inspector only'],
  ['SEND is missing', 'SEND is missing'],
  ['', ''],
])('begins a sentence with what stood within one: “%s”', (words, sentence) => {
  expect(asSentence(words)).toBe(sentence);
});
