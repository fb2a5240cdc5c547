import { mendLines } from './mend-lines.ts';
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
const lead = /^Lead\s+inspector\s*:\s*(\S.*)?$/iu;
const published =
  /^(?:Report\s+published|Published|Publication\s+date|Date\s+of\s+publication)\s*:\s*(\S.*)?$/iu;
const kind = /^(?:Inspection\s+type|Type\s+of\s+inspection)\s*:\s*(\S.*)?$/iu;
const office = /^(?:His|Her)\s+Majesty[’']s\s+Inspector$/iu;
/** A title page has its labelled lines within so many. */
const within = 40;

/**
 * Reads title, provider, dates, lead inspector, type and date of publication from the lines above the table of grades.
 * The title is what stands above the first labelled line; a provider's name may stand above the title itself.
 */
export function readTitlePage(head: readonly PlacedLine[]): TitlePage {
  const lines = head.filter((line) => line.text !== '');
  const labelled = lines.slice(0, within).findIndex((line) => isLabelled(line.text));
  const above = labelled === -1 ? [] : lines.slice(0, labelled);
  const starts = above.findIndex((line) =>
    /^(?:Inspection|Focused visit|Monitoring visit)\b/iu.test(line.text),
  );
  const names = starts === -1 ? [] : above.slice(0, starts);
  const titled = starts === -1 ? above : above.slice(starts);
  const facts = [...above];
  const rest: PlacedLine[] = [];
  const values: { dates?: string; lead?: string; published?: string; kind?: string } = {};
  const below = labelled === -1 ? lines : lines.slice(labelled);
  for (const [index, line] of below.entries()) {
    const found = index < within ? labelOf(line.text) : null;
    if (found === null && !(index < within && office.test(line.text))) rest.push(line);
    else facts.push(line);
    if (found !== null) values[found.label] ??= found.value;
  }
  const title = oneLine(titled);
  const span = readDates(values.dates ?? '');
  return {
    title,
    provider: names.length > 0 ? oneLine(names) : providerIn(title),
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

function labelOf(
  text: string,
): { readonly label: 'dates' | 'lead' | 'published' | 'kind'; readonly value: string } | null {
  for (const [label, pattern] of [
    ['dates', dates],
    ['lead', lead],
    ['published', published],
    ['kind', kind],
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

function providerIn(title: string): string | null {
  const rest = /^Inspection\s+of\s+(?:the\s+)?(.+)$/iu.exec(title)?.[1];
  if (rest === undefined) return null;
  const name = rest
    .replace(/ ?(?:local\s+authority\s+)?children[’']s\s+(?:social\s+care\s+)?services$/iu, '')
    .trim();
  return name === '' || (name === rest.trim() && /\bservices\b/iu.test(rest)) ? null : name;
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
