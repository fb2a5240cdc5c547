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
  for (const { scale, id, title } of gradesOf(framework)) {
    if (area !== null && area.scale !== scale) continue;
    if (plain === title) return { id, before: '' };
    if (plain.endsWith(` ${title}`)) return { id, before: plain.slice(0, -title.length - 1) };
  }
  return null;
}

interface PlainGrade {
  readonly scale: string;
  readonly id: string;
  readonly title: string;
}

const known = new WeakMap<ReportFramework, readonly PlainGrade[]>();

/** The grades of a framework by their plain names; made once, since every line is compared with them. */
function gradesOf(framework: ReportFramework): readonly PlainGrade[] {
  const grades =
    known.get(framework) ??
    framework.scales.flatMap(({ id: scale, grades: own }) =>
      own.flatMap(({ id, title, words }) =>
        [...new Set([title, words ?? title])].map((name) => ({
          scale,
          id,
          title: withoutSuffix(plainWords(name)),
        })),
      ),
    );
  known.set(framework, grades);
  return grades;
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
