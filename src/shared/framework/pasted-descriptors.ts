import type { Criterion, Scale } from './framework-schema.ts';

const plain = (line: string): string => line.trim().replace(/[:.]$/u, '').toLowerCase();

/**
 * Descriptors out of pasted text: a line that is a grade's title, words or printed number begins its text, which goes
 * on until the next such line. Text before the first one is left out; the lines of one paragraph are joined.
 */
export function pastedDescriptors(scale: Scale, pasted: string): Criterion['descriptors'] {
  const found: { grade: string; lines: string[] }[] = [];
  for (const line of pasted.split(/\r?\n/u)) {
    const grade = scale.grades.find((grade) =>
      [grade.title, grade.short, grade.words, grade.printed?.toString()].some(
        (name) => name !== undefined && plain(name) === plain(line),
      ),
    );
    if (grade !== undefined) found.push({ grade: grade.id, lines: [] });
    else found.at(-1)?.lines.push(line.trim());
  }
  return found.flatMap(({ grade, lines }, at) => {
    const text = lines
      .join('\n')
      .split(/\n{2,}/u)
      .map((paragraph) => paragraph.replaceAll('\n', ' ').trim())
      .filter((paragraph) => paragraph !== '')
      .join('\n');
    const again = found.findIndex((descriptor) => descriptor.grade === grade) < at;
    return text === '' || again ? [] : [{ grade, text }];
  });
}
