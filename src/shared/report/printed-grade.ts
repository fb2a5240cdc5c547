import { plainWords } from './plain-words.ts';
import type { ReportArea, ReportFramework } from './report-framework.ts';

/** Reports print "Requires improvement" with and without this; a scale may do so too. */
const suffix = ' to be good';

/** A grade that a text ends in. */
interface PrintedGrade {
  readonly id: string;
  /** The plain words before the grade. */
  readonly before: string;
}

/** The grade of the area's scale (of any scale where no area is given) that `text` ends in, or null. */
export function printedGradeAtEnd(
  text: string,
  framework: ReportFramework,
  area: ReportArea | null = null,
): PrintedGrade | null {
  const plain = withoutSuffix(plainWords(text)).replace(/\brequire improvement$/u, 'requires improvement');
  for (const scale of framework.scales) {
    if (area !== null && area.scale !== scale.id) continue;
    for (const grade of scale.grades) {
      for (const name of [grade.title, grade.words ?? grade.title]) {
        const title = withoutSuffix(plainWords(name));
        if (plain === title) return { id: grade.id, before: '' };
        if (plain.endsWith(` ${title}`)) return { id: grade.id, before: plain.slice(0, -title.length - 1) };
      }
    }
  }
  return null;
}

/** Whether a line only completes the grade on the line before it. */
export function completesGrade(line: string): boolean {
  return plainWords(line).replace(/\.$/u, '') === suffix.trim();
}

function withoutSuffix(plain: string): string {
  return plain.endsWith(suffix) ? plain.slice(0, -suffix.length) : plain;
}

/**
 * The one grade of the area's scale whose words stand in a text that says it in prose ("... arrangements lead to inconsistent
 * experiences and outcomes"), or null where none does or several do.
 */
export function gradeInProse(text: string, framework: ReportFramework, area: ReportArea): string | null {
  const plain = plainWords(text);
  const scale = framework.scales.find(({ id }) => id === area.scale);
  const [only, another] = (scale?.grades ?? []).filter(({ title, words }) =>
    [title, words ?? title].some((name) => plain.includes(plainWords(name))),
  );
  return another === undefined ? (only?.id ?? null) : null;
}
