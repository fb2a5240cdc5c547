import type { Framework } from '../framework/framework-schema.ts';
import { findWords } from './find-words.ts';
import type { CheckedReport, ReportFinding } from './report-finding.ts';

const apart = /[^\p{L}\p{N}]+/gu;
const least = 3;

function same(a: string, b: string): boolean {
  return a.toLowerCase().replaceAll(apart, ' ').trim() === b.toLowerCase().replaceAll(apart, ' ').trim();
}

/** Names that other versions give to areas, each of three words and more; this framework's own are none of them. */
function otherNames(framework: Framework): readonly { readonly name: string; readonly title: string }[] {
  const own = framework.areas.flatMap(({ title, brief = '' }) => [title, brief]);
  return framework.areas.flatMap(({ title, printed }) =>
    printed
      .filter((name) => name.split(/\s+/).length >= least && !own.some((known) => same(known, name)))
      .map((name) => ({ name, title })),
  );
}

/** An area is called in the text as its heading calls it, and an overall grade is not spoken of where there is none. */
export function checkAreaNames(report: CheckedReport, framework: Framework | null): readonly ReportFinding[] {
  if (framework === null) return [];
  const overall = framework.areas.some((area) => area.kind === 'overall');
  return report.sections.flatMap((section) => [
    ...otherNames(framework).flatMap(({ name, title }) =>
      findWords(section, {
        kind: 'area-name',
        weight: 'suggestion',
        pattern: new RegExp(
          `(?<!\\p{L})${name
            .trim()
            .split(apart)
            .filter((word) => word !== '')
            .join('[^\\p{L}\\p{N}]+')}(?!\\p{L})`,
          'giu',
        ),
        reason: 'The area has another name in this framework.',
        instead: [title],
      }),
    ),
    ...(overall
      ? []
      : findWords(section, {
          kind: 'area-name',
          weight: 'suggestion',
          pattern: /\boverall\s+(?:effectiveness|grade|judge?ment)\b/giu,
          reason: 'This framework has no overall grade.',
        })),
  ]);
}
