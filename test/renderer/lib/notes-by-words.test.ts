import { expect, it } from 'vitest';
import type { EvidenceNote } from '../../../src/shared/evidence/evidence-state.ts';
import { notesByWords } from '../../../src/renderer/lib/notes-by-words.ts';

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
