// Writes a spreadsheet of evidence: `make-workbook.ts PATH ROWS`.
import { writeFileSync } from 'node:fs';
import { excelOf } from '../../main/documents/evidence-fixtures.ts';
import { madeNotes } from '../search/made-notes.ts';

const [path = '', count = ''] = process.argv.slice(2);
const header = ['Note', 'Kind', 'Source', 'Date', 'Criterion'];
const made = [...madeNotes(Number(count))].map(({ day, text }, at) => [
  `${at + 1}: ${text}`,
  'Data',
  `Source ${at % 40}`,
  day,
  at % 10 === 0 ? 'hp.front-door' : '',
]);
writeFileSync(path, excelOf([header, ...made]));
