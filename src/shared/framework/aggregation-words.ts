import type { Aggregation, Framework, Scale } from './framework-schema.ts';
import { areaOf, gradeTitle, scaleOf } from './grade-order.ts';
import { gradeFrom } from './read-aggregation.ts';

/** The title of what is read: an area, or a criterion of the area it is read for. */
export function titleOf(framework: Framework, id: string): string {
  const criteria = framework.areas.flatMap((area) => area.criteria);
  const area = areaOf(framework, id);
  return area?.brief ?? area?.title ?? criteria.find((criterion) => criterion.id === id)?.title ?? id;
}

/** The scale of a part: its own, or for a criterion that of the area it is read for. */
function scaleOfPart(framework: Framework, area: string, part: string): Scale | undefined {
  return scaleOf(framework, areaOf(framework, part) === undefined ? area : part);
}

function partGrade(framework: Framework, area: string, part: string, grade: string): string {
  const scale = scaleOfPart(framework, area, part);
  return scale?.grades.find(({ id }) => id === grade)?.title ?? grade;
}

const mostNamed = 6;

/** What an aggregation looked at, part by part; by grade and number where the parts are many. */
export function readParts(
  framework: Framework,
  { area, from }: Aggregation,
  parts: readonly string[],
): string {
  if (from.length <= mostNamed)
    return from
      .map((id, at) => `${titleOf(framework, id)}: ${partGrade(framework, area, id, parts[at] ?? '')}`)
      .join('; ');
  const counts = new Map<string, number>();
  from.forEach((id, at) => {
    const title = partGrade(framework, area, id, parts[at] ?? '');
    counts.set(title, (counts.get(title) ?? 0) + 1);
  });
  return [...counts].map(([title, count]) => `${title}: ${count}`).join('; ');
}

/** The smallest changes of a single part that would make the aggregation point to another grade, in words; empty where none does. */
export function wouldPointElsewhere(
  framework: Framework,
  aggregation: Aggregation,
  parts: readonly string[],
  grade: string | null,
): string {
  const { area, from } = aggregation;
  const bands = new Map<string, string>();
  from.forEach((part, at) => {
    const grades = scaleOfPart(framework, area, part)?.grades ?? [];
    const rank = grades.findIndex((grade) => grade.id === parts[at]);
    const nearest = [...grades.keys()]
      .filter((other) => other !== rank)
      .sort((a, b) => Math.abs(a - rank) - Math.abs(b - rank));
    for (const other of nearest) {
      const changed = parts.map((part, place) => (place === at ? (grades[other]?.id ?? part) : part));
      const points = gradeFrom(framework, aggregation, changed);
      if (points === grade || points === null || bands.has(points)) continue;
      const became = `${titleOf(framework, part)} were ${grades[other]?.title ?? ''}`;
      bands.set(points, `${gradeTitle(framework, area, points)} if ${became}`);
    }
  });
  return bands.size === 0
    ? 'No change of a single part would make it point elsewhere. '
    : `It would point to ${[...bands.values()].join(', and to ')}. `;
}
