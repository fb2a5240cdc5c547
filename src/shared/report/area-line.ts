import { areaNames, matchArea, shortenedArea } from './match-area.ts';
import { plainWords } from './plain-words.ts';
import { printedGradeAtEnd } from './printed-grade.ts';
import type { ReportArea, ReportFramework } from './report-framework.ts';

/** What a line that is an area's name, with or without a grade, says. */
interface AreaLine {
  readonly area: ReportArea;
  /** Whether the name is one the framework knows. */
  readonly exact: boolean;
  readonly grade: string | null;
  /** A name alone, a name and a grade with a colon or dash between them, or both in one sentence ("... is good"). */
  readonly form: 'name' | 'marked' | 'sentence';
  /** The name as printed. */
  readonly title: string;
  /** Whether a full stop ends the line. */
  readonly stopped: boolean;
}

/** A full stop, and the mark of a footnote before or after it, at the end of a heading. */
const tail = /(?:\.|(?<=[\p{L}.])\[?\d{1,2}\]?)+$/u;
const verb =
  /^(?:is|are|was|were|remains?|becomes?|became|continues? to be|(?:has|have) (?:been|become|remained))(?: (?:now|still|also))?(?: (?:judged|graded|rated))?(?: (?:to be|as))?$/u;
/** After a name these go on with it and are no verb: "... children in care and care leavers are". */
const joins = /^(?:and|at|by|for|from|in|of|on|or|to|across|within|who|whose|with)\b/u;
/** A verb of a heading takes at most so many words. */
const verbWords = 4;

/** A line without the full stop and footnote mark that end it. */
export function withoutTail(text: string): string {
  return text.trimEnd().replace(tail, '').trimEnd();
}

/**
 * Reads a line by what it says: an area's name alone, or with a grade after a colon, a dash or a verb; whatever the
 * case, a full stop or a footnote's mark at its end. Null where it says anything else.
 */
export function readAreaLine(text: string, framework: ReportFramework): AreaLine | null {
  const stopped = /\.(?:\[?\d{1,2}\]?)?$/u.test(text.trimEnd());
  const line = withoutTail(text)
    .replaceAll(/:(?=\S)/gu, ': ')
    .replaceAll(/\s*[–—]\s*/gu, ' – ');
  const graded = printedGradeAtEnd(line, framework);
  if (graded === null || graded.before === '') {
    const named = areaNamed(line, framework);
    return named === null ? null : { ...named, grade: null, form: 'name', title: line, stopped };
  }
  const words = line.split(/\s+/u).slice(0, graded.before.split(' ').length);
  const before = words.join(' ');
  const name = before.replace(/\s*[:–—-]$/u, '');
  const found =
    name === before ? nameAndVerb(words, framework) : { ...areaNamed(name, framework), title: name };
  if (found?.area === undefined) return null;
  const { area, exact = false, title } = found;
  const grade = printedGradeAtEnd(line, framework, area);
  if (grade === null) return null;
  return { area, exact, grade: grade.id, form: name === before ? 'sentence' : 'marked', title, stopped };
}

function areaNamed(
  name: string,
  framework: ReportFramework,
): { readonly area: ReportArea; readonly exact: boolean } | null {
  const match = matchArea(name, framework);
  if (match !== null) return match;
  const area = shortenedArea(name, framework);
  return area === null ? null : { area, exact: false };
}

/** A name and the verb after it; a grade may be the verb itself ("... requires improvement"). */
function nameAndVerb(
  words: readonly string[],
  framework: ReportFramework,
): { readonly area: ReportArea; readonly exact: boolean; readonly title: string } | null {
  const plain = plainWords(words.join(' '));
  const known = framework.areas
    .flatMap((area) => areaNames(area).map((name) => ({ area, name })))
    .filter(({ name }) => plain === name || plain.startsWith(`${name} `))
    .sort((a, b) => b.name.length - a.name.length)[0];
  if (known !== undefined) {
    const count = known.name.split(' ').length;
    const rest = plain.slice(known.name.length + 1);
    const isVerb = rest === '' || (words.length - count <= verbWords && !joins.test(rest));
    if (isVerb) return { area: known.area, exact: true, title: words.slice(0, count).join(' ') };
  }
  for (let count = Math.max(1, words.length - verbWords); count <= words.length; count += 1) {
    const rest = words.slice(count).join(' ').toLowerCase();
    if (rest !== '' && !verb.test(rest)) continue;
    const title = words.slice(0, count).join(' ');
    const named = areaNamed(title, framework);
    if (named !== null) return { ...named, title };
  }
  return null;
}
