import { mendLines } from './mend-lines.ts';
import type { PlacedLine } from './source-text.ts';

/** Words that names of authorities are made with. */
const authority =
  /\b(?:council|borough|county|city|authority|metropolitan|unitary|trust|partnership|combined|corporation|district|isles)\b/iu;
/** Who inspects, and who is never inspected. */
const inspectorate =
  /\b(?:ofsted|inspectorate|estyn|hmi|hmicfrs|hmip|cqc|care quality commission|education scotland|office for standards|majesty|crown|government|department|ministry|agency)\b/iu;
/** What stands on papers beside a name: kinds of paper, services, places of offices, ways to write to them. */
const other =
  /\b(?:report|inspection|inspected|visit|letter|services?|summary|contents?|version|date[ds]?|page|copy|draft|final|confidential|official|restricted|sensitive|embargo\w*|floor|building|suite|box|telephone|tel|phone|fax|email|web(?:site)?|www|ref(?:erence)?|urn|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday)\b/iu;
/** What ends the line of an address; a name can begin with it ("Tower Hamlets"). */
const office = /\b(?:street|road|avenue|lane|house|square|court|tower|centre|way|drive|place|hall)[\s,.]*$/iu;
/** Services that a title names without saying whose. */
const services =
  /^(?:local\s+authority\s+)?children[’']s\s+(?:social\s+care\s+)?services(?:\s+(?:of|in|for|at)|\s*[,:–-])?\s+(\S.*)$/iu;
const joins = /\b(?:of|and|the|upon|on|in|with|&)$/iu;

/** A provider's name as a title names it, "Inspection of X" or "Inspection of children's services" with X below it, or null; certain where the title ends in services or has an authority's words. */
export function providerIn(title: string): { readonly name: string; readonly certain: boolean } | null {
  const rest = /^(?:Area SEND |Re-?)?Inspection\s+of\s+(?:the\s+)?(.+)$/iu.exec(title)?.[1];
  if (rest === undefined) return null;
  const partnership = /^(.+?)\s+Local\s+Area\s+Partnership$/iu.exec(rest)?.[1];
  if (partnership !== undefined) return { name: partnership, certain: true };
  const below = services.exec(rest)?.[1];
  if (below !== undefined) return canBeName(below) ? { name: below, certain: authority.test(below) } : null;
  const name = rest
    .replace(/ ?(?:local\s+authority\s+)?children[’']s\s+(?:social\s+care\s+)?services$/iu, '')
    .trim();
  const stripped = name !== rest.trim();
  if (name === '' || (!stripped && /\bservices\b/iu.test(rest))) return null;
  return { name, certain: stripped || authority.test(name) };
}

/**
 * The provider that lines above a title name, and those lines: lines with an authority's words and those they run on from
 * or into, else the only stretch of lines that can be a name at all. Null where there is none, or more than one.
 */
export function providerAbove(lines: readonly PlacedLine[]): {
  readonly name: string | null;
  readonly lines: readonly PlacedLine[];
  readonly certain: boolean;
} {
  const stretches: PlacedLine[][] = [];
  for (const line of lines.filter(({ text }) => canBeName(text))) {
    const last = stretches.at(-1);
    const before = last?.at(-1);
    if (last !== undefined && before !== undefined && runsInto(before, line, lines)) last.push(line);
    else stretches.push([line]);
  }
  const certain = stretches.filter((stretch) => stretch.some(({ text }) => authority.test(text)));
  const plain = stretches.filter((stretch) => !/\d/u.test(after(stretch, lines)));
  const fitting = certain.length > 0 ? certain : plain;
  const [only] = fitting;
  if (only === undefined || fitting.length > 1) return { name: null, lines: [], certain: false };
  const name = mendLines(only.map(({ text }) => text)).replaceAll(/\s+/gu, ' ');
  return { name, lines: only, certain: certain.length > 0 };
}

/** The line below a stretch: where it has a number, the stretch is an address's first line. */
function after(stretch: readonly PlacedLine[], lines: readonly PlacedLine[]): string {
  return lines[lines.findIndex((line) => line === stretch.at(-1)) + 1]?.text ?? '';
}

function runsInto(before: PlacedLine, line: PlacedLine, lines: readonly PlacedLine[]): boolean {
  return (
    lines.indexOf(line) === lines.indexOf(before) + 1 &&
    (joins.test(before.text) || /^(?:of|and|upon|&)\b/u.test(line.text))
  );
}

/** Whether a line can be a name: a few words, the first of them large, no digits, nothing that papers have beside a name. */
function canBeName(text: string): boolean {
  return (
    text.length > 2 &&
    text.length < 120 &&
    /^(?:the\s+)?\p{Lu}[\p{L}\s’',&.-]*$/u.test(text) &&
    text.split(/\s+/u).length <= 9 &&
    !inspectorate.test(text) &&
    !other.test(text) &&
    !office.test(text)
  );
}
