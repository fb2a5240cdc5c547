import { expect, it } from 'vitest';
import type { EvidenceNote } from '../../../src/shared/evidence/evidence-state.ts';
import { codesMeant, notesByWords } from '../../../src/renderer/lib/notes-by-words.ts';

const note = (code: string, text: string, erased = false): EvidenceNote => ({
  id: code,
  code,
  author: 'a',
  written: '2026-10-06T10:20:00.000Z',
  kind: 'case-tracking',
  source: 'Duty desk',
  when: '2026-10-06T10:20',
  direction: 'strength',
  text,
  lateDays: 0,
  addenda: [],
  corrections: [],
  attachments: [],
  erased,
});
const notes = [
  note('CT-001', 'Calls are answered.'),
  note('CT-014', 'Plans were read by no child.'),
  note('CT-015', 'Erased plans', true),
];

it.each([
  ['', ['CT-001', 'CT-014']],
  ['CT-01', ['CT-001', 'CT-014']],
  ['14', ['CT-014']],
  ['ct1', ['CT-001']],
  ['plans child', ['CT-014']],
  [' PLANS', ['CT-014']],
  ['duty', ['CT-001', 'CT-014']],
  ['erased', []],
  ['plans calls', []],
])('finds whatever holds every word, and nothing that was erased: “%s”', (typed, codes) => {
  expect(notesByWords(typed, notes).map(({ code }) => code)).toEqual(codes);
});

it.each([
  ['14', 'CT-014'],
  ['014', 'CT-014'],
  ['ct14', 'CT-014'],
  ['CT-014', 'CT-014'],
  ['1; ct-14', 'CT-001, CT-014'],
  ['OB-1', null],
  ['15', null],
  ['2025', null],
  ['sic', null],
  ['14, sic', null],
  ['', null],
])(
  'closes a citation by its bracket where its signs name one note each, and lets other words stand: “%s”',
  (typed, codes) => {
    expect(codesMeant(typed, notes)).toBe(codes);
  },
);

it('closes nothing by a number that notes of two kinds have', () => {
  const both = [...notes, note('OB-014', 'Seen')];
  expect(codesMeant('14', both)).toBeNull();
  expect(codesMeant('ob14', both)).toBe('OB-014');
});
