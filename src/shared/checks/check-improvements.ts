import { contentWords } from '../evidence/content-words.ts';
import { findingId, type CheckedReport, type ReportFinding } from './report-finding.ts';

/** Share of a point's content words that some section must hold. */
const least = 0.5;

/** Every point of what needs to improve can be traced: it rests on a note, and some section says what it is about. */
export function checkImprovements({ points, sections }: CheckedReport): readonly ReportFinding[] {
  const said = new Set(sections.flatMap((section) => [...contentWords(section.text)]));
  return points.flatMap(({ id, text, notes }): readonly ReportFinding[] => {
    const words = [...contentWords(text)];
    const known = words.filter((word) => said.has(word)).length;
    const untold = words.length > 0 && known / words.length < least;
    if (notes > 0 && !untold) return [];
    const why = [
      ...(notes === 0 ? ['names no evidence note'] : []),
      ...(untold ? ['is about what no section of the report speaks of'] : []),
    ];
    return [
      {
        id: findingId('improvement', 'improvements', `${id} ${text}`),
        kind: 'improvement',
        weight: 'suggestion',
        section: 'improvements',
        from: 0,
        to: 0,
        times: 1,
        words: text.slice(0, 120),
        reason: `This point ${why.join(' and ')}.`,
        instead: [],
      },
    ];
  });
}
