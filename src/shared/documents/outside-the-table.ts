import type { EvidenceTable } from '../evidence/evidence-table.ts';
import type { ReportFile } from '../report/report-file.ts';
import { formWords } from './accuracy-documents.ts';
import { formColumns, type ReadForm } from '../accuracy/comments-form.ts';

function plainly(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

const own = [...formWords, ...Object.values(formColumns), 'Comments'].map(plainly);

/**
 * What a returned Word form holds beside its table: lines written around it and remarks in the margin. They are no
 * points, because nobody said which paragraph they are about, and are listed so that nothing is lost.
 */
export function outsideTheTable(file: ReportFile, table: EvidenceTable): ReadForm['odd'] {
  const cells = [table.headers, ...table.rows.map((row) => row.cells)];
  const inside = plainly(cells.map((row) => row.join(' ')).join(' '));
  const { lines } = file.tracked.at(-1)?.source ?? file.source;
  const around = lines
    .map((line) => plainly(line.text))
    .filter((text) => text !== '' && !own.includes(text) && !inside.includes(text))
    .filter((text) => !text.endsWith(': comments on factual accuracy'))
    .map((text) => ({ row: 0, text, why: 'It stands outside the table.' }));
  const remarks = file.comments.map(({ author, text, quote }) => ({
    row: 0,
    text: `${author}${quote === '' ? '' : `, on “${quote}”`}: ${text}`,
    why: 'It is a remark in the margin.',
  }));
  return [...around, ...remarks];
}
