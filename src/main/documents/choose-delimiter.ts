const signs = [',', ';', '\t'] as const;
/** After these a cell begins. */
const starts: ReadonlySet<string> = new Set([...signs, '\n', '\r']);
/** What decides which sign stands between cells: so many lines that hold any of them. */
const looked = 40;
/** And so many characters, those of the longest line there may be: lines with nothing in them count for none. */
const lookedCharacters = 1_000_000;

/** How cells of a text are parted, and the text that is left where its first line says so for Excel. */
interface Delimited {
  readonly delimiter: string;
  readonly text: string;
}

/**
 * How often a sign stands outside quotes, by line. A quotation mark after any of the signs opens a cell: a text of several
 * lines between commas is one line for semicolons too. Two marks inside it are a mark that it holds, not its end. Lines
 * end as the first one does.
 */
function* countsOf(text: string, sign: string): Generator<number> {
  let [count, quoted, atStart, filled] = [0, false, true, false];
  let ending = '';
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (quoted) {
      if (character !== '"') continue;
      if (text[at + 1] === '"') at += 1;
      else quoted = false;
      continue;
    }
    if (character === '"' && atStart) quoted = true;
    else if (character === '\n' || character === '\r') {
      if (ending === '') ending = text.startsWith('\r\n', at) ? '\r\n' : character;
      if (text.startsWith(ending, at)) {
        at += ending.length - 1;
        if (filled) yield count;
        [count, filled] = [0, false];
      }
    } else if (character === sign) count += 1;
    filled ||= character.trim() !== '' || character === sign;
    atStart = starts.has(character);
  }
  if (filled) yield count;
}

/** How many of a text's first lines have the count of this sign that most of them have, and that count; never none. */
function agreement(text: string, sign: string): { readonly lines: number; readonly count: number } {
  const found = new Map<number, number>();
  let lines = 0;
  for (const count of countsOf(text, sign)) {
    found.set(count, (found.get(count) ?? 0) + 1);
    lines += 1;
    if (lines === looked) break;
  }
  const most = [...found]
    .filter(([count]) => count > 0)
    .reduce((best, [count, lines]) => (lines > best.lines ? { lines, count } : best), { lines: 0, count: 0 });
  return most;
}

/** The words of a heading, where it is one that a table of one column has. */
const alone = /^(?:text|notes?|evidence|comments?|findings?|descriptions?)$/iu;

/**
 * The one sign between cells: what the first line declares ("sep=;"), else the sign that most lines have equally often; a
 * comma inside numbers or words agrees less. Null where the text is no table but prose.
 */
export function chooseDelimiter(text: string): Delimited | null {
  const declared = /^sep=(.)\r?\n/iu.exec(text);
  if (declared !== null) return { delimiter: declared[1] ?? ',', text: text.slice(declared[0].length) };
  const begun = text.replace(/^[\r\n]+/u, '').slice(0, lookedCharacters);
  const counted = signs.map((sign) => ({ sign, ...agreement(begun, sign) }));
  const best = counted.reduce((best, each) =>
    each.lines > best.lines || (each.lines === best.lines && each.count > best.count) ? each : best,
  );
  const first = text.slice(0, /[\r\n]/u.exec(text)?.index ?? text.length).trim();
  if (alone.test(first.replaceAll('"', ''))) return { delimiter: best.lines > 1 ? best.sign : ',', text };
  const prose = best.lines > 0 && /[.!?]["’”]?$/u.test(first) && /\r?\n[ \t]*\r?\n/u.test(text);
  return best.lines === 0 || prose ? null : { delimiter: best.sign, text };
}
