import { editTexts, type Texts } from './edit-texts.ts';
import type { ImportedReport } from './imported-report.ts';
import { besideDraft, pointsSection, type TextEdit } from './report-edit.ts';

/** What of a report can be moved, by the section it stands in. Lines and warnings go along as what they are. */
function textsOf(report: ImportedReport): Texts {
  const texts = (paragraphs: readonly string[]): { text: string }[] => paragraphs.map((text) => ({ text }));
  return new Map([
    ['summary', texts(report.summary)],
    [pointsSection, texts(report.improvements)],
    ...report.areas.map(({ id, paragraphs }) => [id, texts(paragraphs)] as const),
    ...report.otherSections.map(
      ({ paragraphs }, at) => [`other-${String(at + 1)}`, texts(paragraphs)] as const,
    ),
    [
      'kept',
      report.warnings.flatMap((warning) => (warning.text === null ? [] : [{ text: warning.text, warning }])),
    ],
    ['aside', [...texts(report.asides ?? []), ...report.facts, ...report.footnotes, ...report.furniture]],
  ]);
}

/** Carries out edits of a report’s text, in order, and answers those whose words do not stand in it. */
export function editReport(
  report: ImportedReport,
  edits: readonly TextEdit[],
): { readonly report: ImportedReport; readonly missed: readonly TextEdit[] } {
  const before = textsOf(report);
  let texts = before;
  const missed: TextEdit[] = [];
  for (const edit of edits) {
    const known =
      edit.does === 'split' ? !besideDraft.has(edit.section) : texts.has(edit.to) && edit.to !== 'kept';
    const edited = known ? editTexts(texts, edit) : null;
    if (edited === null) missed.push(edit);
    else texts = edited;
  }
  if (texts === before) return { report, missed };
  const words = (section: string): readonly string[] => (texts.get(section) ?? []).map(({ text }) => text);
  const aside = new Set<object>(texts.get('aside'));
  const lines = new Set<object>([...report.facts, ...report.footnotes, ...report.furniture]);
  const asked = new Set(
    (texts.get('kept') ?? []).flatMap((text) => ('warning' in text ? [text.warning] : [])),
  );
  return {
    missed,
    report: {
      ...report,
      summary: words('summary'),
      improvements: words(pointsSection),
      areas: report.areas.map((area) => ({ ...area, paragraphs: words(area.id) })),
      otherSections: report.otherSections.map((other, at) => ({
        ...other,
        paragraphs: words(`other-${String(at + 1)}`),
      })),
      facts: report.facts.filter((line) => aside.has(line)),
      footnotes: report.footnotes.filter((line) => aside.has(line)),
      furniture: report.furniture.filter((line) => aside.has(line)),
      asides: (texts.get('aside') ?? []).filter((text) => !lines.has(text)).map(({ text }) => text),
      warnings: report.warnings.filter((warning) => warning.text === null || asked.has(warning)),
    },
  };
}
