import type { Section } from './gather-sections.ts';
import type { ImportWarning } from './import-warning.ts';
import { readPeriods } from './read-dates.ts';
import type { ReportFramework } from './report-framework.ts';
import type { PlacedLine } from './source-text.ts';

/** Asks after dates of inspection that name more than one period: they were taken for one inspection. */
export function severalPeriods(facts: readonly PlacedLine[]): readonly ImportWarning[] {
  return facts.flatMap(({ text, line }, at) => {
    const first = /^Inspection\s+dates?\s*:\s*(\S.*)$/iu.exec(text)?.[1] ?? '';
    const printed = readPeriods(first).length > 0 ? first : `${first} ${facts[at + 1]?.text ?? ''}`;
    if (first === '' || readPeriods(printed).length < 2) return [];
    return [
      {
        code: 'two-periods',
        message: `Is “${printed}” one inspection in several periods? It was taken for one, from the first day to the last; correct the dates if it is not.`,
        line,
        text: null,
      } as const,
    ];
  });
}

/** Text after the points to improve that is no point of them. */
export function withoutHeading({ text, line }: PlacedLine): ImportWarning {
  return {
    code: 'text-without-heading',
    message: `Which area is the text about that follows the points to improve, from “${firstWords(text)}”? It stands under no heading that is known here, and was kept as a section of its own; move it where it belongs.`,
    line,
    text: null,
  };
}

function firstWords(text: string): string {
  const words = text.split(' ');
  return words.length > 12 ? `${words.slice(0, 12).join(' ')} …` : text;
}

/** A heading with a grade that names no area. */
export function notKnown(section: Section): ImportWarning {
  return {
    code: 'heading-not-known',
    message: `The heading “${section.title}” carries a grade and names no area of the framework. Its text was kept as a section of its own; move it where it belongs.`,
    line: section.line,
    text: null,
  };
}

/** Nothing stands under improvements. */
export const noImprovements: ImportWarning = {
  code: 'no-improvements',
  message: 'No points were found under “What needs to improve”. Add them by hand where the report has any.',
  line: null,
  text: null,
};

/** A letter on a visit. */
export const gradesNothing: ImportWarning = {
  code: 'grades-nothing',
  message:
    'This is a letter on a visit, which grades nothing. Its findings stand as the summary, the points to improve and a section of their own; no area has a grade or a narrative.',
  line: null,
  text: null,
};

/** A framework none of whose areas was found in the report. */
export function nothingOf({ title }: ReportFramework): ImportWarning {
  return {
    code: 'nothing-of-framework',
    message: `No grade and no heading of ${title} could be read in this report, so its areas are empty and the text stands as summary and other sections. Choose another framework, or move the text and set the grades by hand.`,
    line: null,
    text: null,
  };
}
