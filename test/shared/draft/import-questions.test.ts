import { describe, expect, it } from 'vitest';
import { importQuestionKey, openImportQuestions } from '../../../src/shared/draft/import-questions.ts';

const record = 'a'.repeat(64);
const heading = { code: 'heading-in-question', line: 12, message: 'Is this a heading?', text: null };
const kept = { code: 'not-placed', line: 40, message: 'Where does this go?', text: 'Loose words' };
const told = { code: 'hidden-text', line: 41, message: 'Hidden text was left out.', text: 'Hidden' };
const report = {
  file: 'a.pdf',
  sha256: '0'.repeat(64),
  title: '',
  furniture: [],
  warnings: [heading, kept, told],
};
const imported = { record, author: 'ada', at: '2026-10-05', report };
const answer = [
  { record: 'b'.repeat(64), author: 'ada', at: '2026-10-06', value: 'As it should be', erased: false },
];

describe('the open questions of an import', () => {
  it.each([
    ['nothing is answered', {}, [12, 40]],
    ['one is answered', { [importQuestionKey(record, 'not-placed', 40)]: answer }, [12]],
    ['one was answered in an earlier version', { 'import/heading-in-question/12': answer }, [40]],
    [
      'the same line of another import is',
      { [importQuestionKey('c'.repeat(64), 'not-placed', 40)]: answer },
      [12, 40],
    ],
    ['an answer was taken out', { [importQuestionKey(record, 'not-placed', 40)]: [] }, [12, 40]],
  ])('are those that ask, where %s', (_when, answers, lines) => {
    expect(openImportQuestions(imported, answers).map(({ line }) => line)).toEqual(lines);
  });

  it.each([
    ['its words were erased', { ...heading, message: '' }],
    ['it names no line', { ...heading, line: null }],
  ])('leave out what cannot be asked: %s', (_why, warning) => {
    expect(openImportQuestions({ ...imported, report: { ...report, warnings: [warning] } }, {})).toEqual([]);
  });
});
