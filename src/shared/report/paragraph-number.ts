import { runsOn } from './runs-on.ts';
import type { PlacedLine } from './source-text.ts';
import type { ImportWarning } from './import-warning.ts';

/** The number a line begins with, as paragraphs print it: "10. Text", "10.Text", never "2.1 Text". Null where none. */
export function numberOf(line: string): number | null {
  const found = /^(\d{1,3})\.(?!\d)\s*\S/u.exec(line)?.[1];
  return found === undefined ? null : Number(found);
}

/** Which lines begin numbered paragraphs, by line index in the body, and what was odd about their numbers. */
interface ParagraphNumbers {
  readonly begins: ReadonlySet<number>;
  readonly warnings: readonly ImportWarning[];
}

/**
 * Decides which lines that begin with a number begin a paragraph. The number that is due does so, unless its line
 * continues a sentence and the same number comes again later where a sentence is not running; any other number does so
 * only after the end of a sentence, and is warned of ("...the age of / 25. Support" is no paragraph). Numbers are never
 * changed. `starts` are the indexes at which sections start, where no sentence is running.
 */
export function paragraphNumbers(body: readonly PlacedLine[], starts: ReadonlySet<number>): ParagraphNumbers {
  const begins = new Set<number>();
  const warnings: ImportWarning[] = [];
  const free = freeNumbers(body, starts);
  let last = 0;
  for (const [index, line] of body.entries()) {
    const number = numberOf(line.text);
    if (number === null) continue;
    const mid = !starts.has(index) && runsOn(body[index - 1]?.text ?? '');
    const due = number === last + 1;
    if (mid && (!due || (free.get(number) ?? -1) > index)) {
      warnings.push({
        code: 'number-in-sentence',
        message: `A line begins with “${String(number)}.” in the middle of a sentence. It was kept as part of the paragraph it stands in; check that no paragraph begins there.`,
        line: line.line,
        text: null,
      });
      continue;
    }
    begins.add(index);
    const odd = due || (starts.has(index) && number === 1) ? null : oddNumber(number, last, line.line);
    if (odd !== null) warnings.push(odd);
    last = number;
  }
  return { begins, warnings };
}

/** The last index at which each number stands where no sentence is running. */
function freeNumbers(body: readonly PlacedLine[], starts: ReadonlySet<number>): ReadonlyMap<number, number> {
  const free = new Map<number, number>();
  for (const [index, line] of body.entries()) {
    const number = numberOf(line.text);
    if (number !== null && (starts.has(index) || !runsOn(body[index - 1]?.text ?? '')))
      free.set(number, index);
  }
  return free;
}

function oddNumber(number: number, last: number, line: number): ImportWarning {
  if (number === last) {
    return {
      code: 'doubled-number',
      message: `Two paragraphs are numbered ${String(number)}. Both were kept as printed.`,
      line,
      text: null,
    };
  }
  return {
    code: 'missing-number',
    message: `Paragraph ${String(number)} follows ${last === 0 ? 'none' : `paragraph ${String(last)}`}. Numbers were kept as printed; check that nothing is missing between them.`,
    line,
    text: null,
  };
}
