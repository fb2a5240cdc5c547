import { mendLines } from './mend-lines.ts';
import { readDates } from './read-dates.ts';
import type { ReportFramework } from './report-framework.ts';
import type { PlacedLine } from './source-text.ts';
import type { TitlePage } from './title-page.ts';

/** A letter on a focused visit: what its head states, its text, and the inspectorate's address. */
interface VisitLetter {
  readonly title: TitlePage;
  readonly body: readonly PlacedLine[];
  readonly address: readonly PlacedLine[];
}

/** The title stands within so many lines; the sentence with the dates ends within so many after it; so long is an address. */
const within = 60;
const opening = 10;
const addressLines = 12;

/** Reads the head of a letter on a focused or monitoring visit ("Focused visit to Aldermoor children's services"); null where it is none. */
export function readVisitLetter(lines: readonly PlacedLine[]): VisitLetter | null {
  const { rest, address } = splitOffAddress(lines);
  const top = rest.slice(0, within);
  const at = top.findIndex((line) => /^(?:Focused|Monitoring) visit\b.{0,20}\b(?:to|of)\b/iu.test(line.text));
  if (at === -1 || !top.slice(0, at).some((line) => /^Dear\b/u.test(line.text))) return null;
  const more = /services\.?$/iu.test(rest[at]?.text ?? '') ? 1 : 2;
  const title = mendLines(rest.slice(at, at + more).map((line) => line.text));
  const said = mendLines(rest.slice(at + more, at + more + opening).map((line) => line.text));
  const dates = datesIn(said);
  const published = top.slice(0, at).find((line) => readDates(line.text) !== null);
  return {
    title: {
      title,
      provider: providerOf(title),
      inspection: { start: dates?.start ?? null, end: dates?.end ?? null },
      published: readDates(published?.text ?? '')?.end ?? null,
      leadInspector: null,
      kind: /^focused/iu.test(title) ? 'focused-visit' : 'monitoring-visit',
      facts: rest.slice(0, at + more).filter((line) => line.text !== ''),
      rest: [],
    },
    body: rest.slice(at + more),
    address,
  };
}

/**
 * A framework as a letter is read by it: the visit grades nothing, so there are no areas to head, and its parts are those that
 * letters print.
 */
export function withLetterSections(framework: ReportFramework): ReportFramework {
  return {
    ...framework,
    areas: [],
    sections: [
      { id: 'summary', printed: ['Headline findings', 'Overview'], points: false },
      {
        id: 'improvements',
        printed: ['Areas for priority action', 'Area for priority action'],
        points: true,
      },
      {
        id: 'findings',
        printed: ['Main findings', 'Findings', 'Findings and evaluation of progress'],
        points: false,
      },
    ],
  };
}

/** The framework in force that visits are made under; null where none is. */
export function frameworkOfVisit(
  frameworks: readonly ReportFramework[],
  start: string | null,
): ReportFramework | null {
  const day = start ?? '';
  const fits = frameworks.filter(
    ({ kinds, valid }) =>
      (kinds ?? []).includes('focused visit') && valid.from <= day && (valid.to === null || day <= valid.to),
  );
  return fits[0] ?? null;
}

/** The first dates of a letter's opening sentence: "... children's services on 17 and 18 May 2023." */
function datesIn(said: string): ReturnType<typeof readDates> {
  const text = said.slice(0, 1000).replaceAll(' of ', ' ');
  for (const { index } of text.matchAll(/\d{1,2}(?:st|nd|rd|th)?\s/gu)) {
    const found = /^.{3,60}?\b\d{4}\b/u.exec(text.slice(index))?.[0];
    const dates = found === undefined ? null : readDates(found);
    if (dates !== null) return dates;
  }
  return null;
}

function providerOf(title: string): string | null {
  const name = title
    .replace(/^.{0,40}?\b(?:to|of)\s+(?:the\s+)?/iu, '')
    .replace(/ ?(?:local\s+authority\s+)?(?:children[’']s\s+(?:social\s+care\s+)?services)?\.?$/iu, '')
    .trim();
  return name === '' ? null : name;
}

/** The inspectorate's address, which stands at the head or foot of a letter's first page. */
function splitOffAddress(lines: readonly PlacedLine[]): {
  readonly rest: readonly PlacedLine[];
  readonly address: readonly PlacedLine[];
} {
  const from = lines.findIndex(
    ({ text }, at) => /^Ofsted$/u.test(text) && /^\p{Lu}/u.test(lines[at + 1]?.text ?? ''),
  );
  const length = lines.slice(from, from + addressLines).findIndex(({ text }) => /^www\.\S/u.test(text)) + 1;
  if (from === -1 || length === 0) return { rest: lines, address: [] };
  const address = lines.slice(from, from + length).filter(({ text }) => text !== '');
  return { rest: [...lines.slice(0, from), ...lines.slice(from + length)], address };
}
