import { lastWriter, type EarlierRecord, type LaterIntent } from '../session/later-intent.ts';
import { gradeValueSchema } from '../../../shared/values/grade-value.ts';
import type { Framework } from '../../../shared/framework/framework-schema.ts';
import type { ImportedReport } from '../../../shared/report/imported-report.ts';
import { byWords } from '../../../shared/report/read-states.ts';
import type { ReportComment } from '../../../shared/report/report-file.ts';
import { commentWritten } from '../../../shared/draft/comment-written.ts';
import { revisionSaved } from '../../../shared/draft/revision-saved.ts';
import { reportImported } from '../../../shared/draft/report-imported.ts';
import type { Improvement } from '../../../shared/values/improvement.ts';
import type { Intent } from '../../../shared/records/define-event.ts';
import type { RecordId } from '../../../shared/records/record.ts';
import { canonical } from '../../../shared/records/canonical.ts';
import { gradeField, improvementsField, narrativeField } from '../../../shared/draft/judgment-fields.ts';
import type { PlacedLine } from '../../../shared/report/source-text.ts';

/** What of a report goes into a revision: text by section, grades by area, and the points to improve. */
export interface ReportRevision {
  readonly narratives: ReadonlyMap<string, string>;
  readonly grades: ReadonlyMap<string, string>;
  readonly points: readonly string[];
}

/** Sections of the draft: the framework's areas, the summary, and what stands under no area. */
export function reportRevision(report: ImportedReport, framework: Framework | null): ReportRevision {
  const others = report.otherSections.map((other, at): [string, readonly string[]] => [
    `other-${at + 1}`,
    [...(other.title === '' ? [] : [other.title]), ...other.paragraphs],
  ]);
  const sections: readonly [string, readonly string[]][] = [
    ['summary', report.summary],
    ...report.areas.map((area): [string, readonly string[]] => [area.id, area.paragraphs]),
    ...others,
  ];
  return {
    narratives: new Map(
      sections
        .filter(([, paragraphs]) => paragraphs.length > 0)
        .map(([section, paragraphs]) => [section, paragraphs.join('\n\n')]),
    ),
    grades: new Map(
      report.areas.flatMap((area): [string, string][] =>
        area.grade !== null && framework?.areas.some(({ id }) => id === area.id) === true
          ? [[area.id, area.grade]]
          : [],
      ),
    ),
    points: report.improvements,
  };
}

/** The record of what the file held beside its narrative. */
export function importRecord(report: ImportedReport, file: string, sha256: string): LaterIntent {
  return () =>
    reportImported.write({
      file,
      sha256,
      title: report.title,
      furniture: setAside(report).map(({ page, line, text }) => ({ page, line, text })),
      warnings: report.warnings.map(({ code, message, line, text }) => ({ code, message, line, text })),
    });
}

const nothingYet: ReportRevision = { narratives: new Map(), grades: new Map(), points: [] };

/** What stands in a draft that a report is added to: the writes of a field that its own replace, and the points. */
export interface StandingFields {
  readonly open: (field: string) => readonly RecordId[];
  readonly points: readonly Improvement[];
}

const emptyDraft: StandingFields = { open: () => [], points: [] };

/** Texts as points: one that stands already stays the point it is, with its area and its notes. */
function pointsOf(texts: readonly string[], standing: readonly Improvement[]): readonly Improvement[] {
  const known = new Map(standing.map((point) => [point.text, point]));
  const taken = new Set(standing.map(({ id }) => id));
  let last = 0;
  const fresh = (): string => {
    do last += 1;
    while (taken.has(`point-${last}`));
    return `point-${last}`;
  };
  return texts.map((text) => {
    const point = known.get(text);
    known.delete(text);
    return point ?? { id: fresh(), text, area: null, notes: [] };
  });
}

/** A revision that turns one state of a report into the next, written over what the records before it wrote. */
export function revisionRecord(
  reason: string,
  now: ReportRevision,
  before: ReportRevision = nothingYet,
  { open, points }: StandingFields = emptyDraft,
): LaterIntent {
  return (earlier) => {
    const over = (field: string): readonly string[] => {
      const writer = lastWriter(earlier, field);
      return writer.length > 0 ? writer : open(field);
    };
    const sections = [...new Set([...before.narratives.keys(), ...now.narratives.keys()])];
    const changedPoints = before === nothingYet || canonical(before.points) !== canonical(now.points);
    return revisionSaved.write({
      reason,
      narratives: sections
        .filter((section) => before.narratives.get(section) !== now.narratives.get(section))
        .map((section) => ({
          section,
          text: now.narratives.get(section) ?? '',
          over: over(narrativeField.name({ section })),
        })),
      grades: [...now.grades]
        .filter(([area, grade]) => before.grades.get(area) !== grade)
        .map(([area, grade]) => ({
          area,
          value: gradeValueSchema.parse({ grade }),
          over: over(gradeField.name({ area })),
        })),
      improvements: changedPoints
        ? { points: [...pointsOf(now.points, points)], over: over(improvementsField.name({})) }
        : null,
      rest: [],
    });
  };
}

/** Whether two states of a report differ in what a revision holds. */
export function differ(a: ReportRevision, b: ReportRevision): boolean {
  const plain = (one: ReportRevision): string =>
    canonical([[...one.narratives].sort(), [...one.grades].sort(), one.points]);
  return plain(a) !== plain(b);
}

/**
 * A comment of the file on the words it lies on, as they stand in the last revision of the file, or where that made none
 * in the one that stood before it; null where no section of the last state has them.
 */
export function commentRecord(
  comment: ReportComment,
  state: ReportRevision,
): ((earlier: readonly EarlierRecord[], standing?: RecordId) => Intent) | null {
  const quote = comment.quote.replaceAll(/\s+/g, ' ').slice(0, 4000);
  const found = [...state.narratives].find(([, text]) => quote !== '' && text.includes(quote));
  if (found === undefined) return null;
  return (earlier, standing = '') => {
    const revision = earlier.findLast((record) => record.type === revisionSaved.type)?.id ?? standing;
    const text = `${byWords(comment)}: ${comment.text}`.slice(0, 20_000);
    return commentWritten.write({ section: found[0], revision, quote, text });
  };
}

/**
 * Everything of the source that is neither narrative nor in a warning: facts, footnotes and furniture, by line.
 * A draft's `report.imported` record keeps these, so that nothing of the source is lost.
 */
export function setAside(report: ImportedReport): readonly PlacedLine[] {
  return [...report.facts, ...report.footnotes, ...report.furniture].sort((a, b) => a.line - b.line);
}
