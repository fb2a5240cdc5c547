import { mendLines } from './mend-lines.ts';
import { providerAbove, providerIn } from './provider-name.ts';
import { readDates } from './read-dates.ts';
import type { PlacedLine } from './source-text.ts';

/** What the lines before the table of grades, or before the narrative, state. */
export interface TitlePage {
  readonly title: string;
  readonly provider: string | null;
  readonly inspection: { readonly start: string | null; readonly end: string | null };
  readonly published: string | null;
  readonly leadInspector: string | null;
  readonly kind: string | null;
  readonly facts: readonly PlacedLine[];
  /** Lines of the head that state none of these. */
  readonly rest: readonly PlacedLine[];
}

const dates = /^Inspection\s+dates?\s*:\s*(\S.*)?$/iu;
const from = /^Inspection\s+from\s*:\s*(\S.*)?$/iu;
const to = /^Inspection\s+to\s*:\s*(\S.*)?$/iu;
const lead = /^Lead\s+inspector\s*:\s*(\S.*)?$/iu;
const published =
  /^(?:Report\s+published|Published|Publication\s+date|Date\s+of\s+publication)\s*:\s*(\S.*)?$/iu;
const kind = /^(?:Inspection\s+type|Type\s+of\s+inspection)\s*:\s*(\S.*)?$/iu;
const provider =
  /^(?:(?:Name\s+of\s+)?(?:the\s+)?(?:local\s+authority|provider)|Local\s+area)\s*:\s*(\S.*)?$/iu;
type Label = 'dates' | 'from' | 'to' | 'lead' | 'published' | 'kind' | 'provider';
const office = /^(?:His|Her)\s+Majesty[’']s\s+Inspector$/iu;
/** A line that says what paper this is: "Local area partnership report", "Inspection report". */
const paper =
  /^(?:(?:area|local|send|ilacs|partnership|inspection|final|full|children[’']s|services|the|and) ?)+report$/iu;
/** A title page has its labelled lines within so many. */
const within = 40;

/**
 * Reads title, provider, dates, lead inspector, type and date of publication from the lines above the table of grades.
 * The title is what stands above the first labelled line. Its own words name the provider, else a label, else a line above
 * it that reads as an authority's name; other lines above it state nothing known.
 */
export function readTitlePage(head: readonly PlacedLine[]): TitlePage {
  const lines = head.filter((line) => line.text !== '');
  const labelled = lines.slice(0, within).findIndex((line) => isLabelled(line.text));
  const above = labelled === -1 ? [] : lines.slice(0, labelled);
  const starts = above.findIndex(
    ({ text }) =>
      /^(?:(?:Area SEND |Re-?)?Inspection|Focused visit|Monitoring visit)\b/iu.test(text) &&
      !paper.test(text),
  );
  const names = starts === -1 ? [] : above.slice(0, starts);
  const titled = starts === -1 ? above : above.slice(starts);
  const named = providerAbove(names);
  const papers = names.filter(({ text }) => paper.test(text));
  const facts = [...named.lines, ...papers, ...titled];
  const rest = names.filter((line) => !named.lines.includes(line) && !papers.includes(line));
  const values: Partial<Record<Label, string>> = {};
  const below = labelled === -1 ? lines : lines.slice(labelled);
  for (const [index, line] of below.entries()) {
    const found = index < within ? labelOf(line.text) : null;
    const begun = below[index - 1];
    if (found === null && begun !== undefined && labelOf(begun.text)?.label === 'dates') {
      const wrapped = `${values.dates ?? ''} ${line.text}`;
      if (readDates(values.dates ?? '') === null && readDates(wrapped) !== null) {
        values.dates = wrapped;
        facts.push(line);
        continue;
      }
    }
    const known = found !== null || (index < within && (office.test(line.text) || paper.test(line.text)));
    if (!known) rest.push(line);
    else facts.push(line);
    if (found !== null) values[found.label] ??= found.value;
  }
  const title = oneLine(titled);
  const span = readDates(values.dates ?? `${values.from ?? ''} to ${values.to ?? ''}`);
  return {
    title,
    provider: providerOf(title, named, values.provider ?? ''),
    inspection: { start: span?.start ?? null, end: span?.end ?? null },
    published: readDates(values.published ?? '')?.end ?? null,
    leadInspector: leadName(values.lead ?? ''),
    kind: slug(values.kind ?? '') ?? kindInTitle(title),
    facts,
    rest,
  };
}

/** The name in a line that says who led the inspection ("Lead inspector: A Name, office"), or null. */
export function leadInLine(text: string): string | null {
  return leadName(lead.exec(text)?.[1] ?? '');
}

function oneLine(lines: readonly PlacedLine[]): string {
  return mendLines(lines.map((line) => line.text)).replaceAll(/\s+/gu, ' ');
}

function labelOf(text: string): { readonly label: Label; readonly value: string } | null {
  for (const [label, pattern] of [
    ['dates', dates],
    ['from', from],
    ['to', to],
    ['lead', lead],
    ['published', published],
    ['kind', kind],
    ['provider', provider],
  ] as const) {
    const match = pattern.exec(text);
    if (match !== null) return { label, value: match[1] ?? '' };
  }
  return null;
}

function isLabelled(text: string): boolean {
  return labelOf(text) !== null;
}

function leadName(printed: string): string | null {
  const name = (printed.split(',', 1)[0] ?? '')
    .replaceAll(/\s+/gu, ' ')
    .replace(/ (?:HMI|(?:His|Her)\s+Majesty[’']s\s+Inspector)$/u, '')
    .trim();
  return name === '' ? null : name;
}

function providerOf(title: string, above: ReturnType<typeof providerAbove>, labelled: string): string | null {
  const inTitle = providerIn(title);
  const stated = labelled.replaceAll(/\s+/gu, ' ').trim();
  if (inTitle?.certain === true) return inTitle.name;
  if (stated !== '') return stated;
  if (above.certain) return above.name;
  return inTitle?.name ?? above.name;
}

function kindInTitle(title: string): string | null {
  const found = /\b(focused visit|monitoring visit|short inspection|standard inspection)\b/iu.exec(
    title,
  )?.[1];
  return found === undefined ? null : slug(found.replace(/\s+inspection$/iu, ''));
}

function slug(text: string): string | null {
  const plain = text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '');
  return plain === '' ? null : plain;
}
