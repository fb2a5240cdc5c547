import type { Scale } from '../framework/framework-schema.ts';
import { plainWords } from '../report/plain-words.ts';

/** What a cell says of a grade: the grade, whether it was read in spite of its form, or that it states none. */
type StatedGrade =
  | { readonly grade: string; readonly asIs: boolean }
  | { readonly grade: null; readonly why: 'blank' | 'no-such-judgment' | 'unreadable' };

const shortened = (text: string): string => plainWords(text).replace(/ to be good$/u, '');
/** What sources write where there was no such judgment to make. */
const none = /^(?:n\/?a|not applicable|not judged|not inspected|.*pre[ -]?dates.*|not reported.*)$/u;

/** Reads a cell against a scale; "to requires improvement" and "requires_improvement" are read, and said to be so. */
export function statedGrade(scale: Scale, cell: string): StatedGrade {
  const plain = shortened(cell);
  if (plain === '') return { grade: null, why: 'blank' };
  const find = (words: string): string | undefined =>
    scale.grades.find((grade) =>
      [grade.title, grade.short ?? grade.title, grade.words ?? grade.title, grade.id].some(
        (name) => shortened(name) === words,
      ),
    )?.id;
  const exact = find(plain);
  if (exact !== undefined) return { grade: exact, asIs: true };
  const mended = find(plain.replaceAll(/[_-]+/gu, ' ').replace(/^to /u, '').trim());
  if (mended !== undefined) return { grade: mended, asIs: false };
  return { grade: null, why: none.test(plain.replaceAll('_', ' ')) ? 'no-such-judgment' : 'unreadable' };
}
