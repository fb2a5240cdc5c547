import { excerptOf } from '../words.ts';
import { editReport } from './edit-report.ts';
import type { ImportedReport } from './imported-report.ts';
import { asking, type ImportWarning } from './import-warning.ts';
import { answersOf, type ReportEdit, type TextEdit } from './report-edit.ts';
import type { ReportFramework } from './report-framework.ts';

/** A paragraph is named by at most so many signs of its beginning. */
const named = 60;
const titles: Readonly<Record<string, string>> = {
  summary: 'Summary',
  improvements: 'What needs to improve',
  aside: 'Page furniture',
  kept: 'Kept with a question',
};

/**
 * A report as a person settled it before it came in: its text edited, its questions answered, and each edit told of in a
 * warning, which the record of the import keeps.
 */
export function settleReport(
  report: ImportedReport,
  edits: readonly ReportEdit[],
  framework: ReportFramework | null,
): ImportedReport {
  if (edits.length === 0) return report;
  const answers = answersOf(edits);
  const isAnswered = ({ code, line }: ImportWarning): boolean =>
    line !== null && asking.has(code) && answers.has(line);
  const warnings = report.warnings.flatMap((warning): ImportWarning[] => {
    if (!isAnswered(warning)) return [warning];
    return warning.text === null
      ? []
      : [
          {
            ...warning,
            code: 'kept-by-hand',
            message: 'Kept here, and in no section, as whoever imported the report said.',
          },
        ];
  });
  const moves = edits.filter((edit) => edit.does !== 'answer');
  const edited = editReport({ ...report, warnings }, moves);
  const title = (section: string): string => titleOf(section, framework);
  const settled = [...answers].map(([line, area]) => answeredByHand(line, area, title));
  const done = moves.map((edit) => editedByHand(edit, title, edited.missed.includes(edit)));
  return { ...edited.report, warnings: [...settled, ...done, ...edited.report.warnings] };
}

function titleOf(section: string, framework: ReportFramework | null): string {
  const area = framework?.areas.find(({ id }) => id === section);
  return area?.title ?? titles[section] ?? 'Other section';
}

function answeredByHand(
  line: number,
  area: string | null,
  title: (section: string) => string,
): ImportWarning {
  const said = area === null ? 'no heading is missing here' : `“${title(area)}” begins here`;
  return {
    code: 'answered-by-hand',
    message: `Answered before it came in: ${said}.`,
    line,
    text: null,
  };
}

function editedByHand(edit: TextEdit, title: (section: string) => string, missed: boolean): ImportWarning {
  const isMove = edit.does === 'move';
  const [first = '', ...more] = isMove ? edit.texts : [edit.text];
  const what = `“${excerptOf(first, named)}”${more.length === 0 ? '' : ` and ${String(more.length)} more`}, page ${String(edit.page)}`;
  const how = isMove ? `from “${title(edit.from)}” to “${title(edit.to)}”` : `in “${title(edit.section)}”`;
  const done = isMove ? 'Moved' : 'Parted in two';
  return {
    code: isMove ? 'moved-by-hand' : 'split-by-hand',
    message: missed
      ? `Those words do not stand there in this state of the text, so nothing was changed in it: ${what}, ${how}.`
      : `${done} before it came in: ${what}, ${how}.`,
    line: null,
    text: null,
  };
}
