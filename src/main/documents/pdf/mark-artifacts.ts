/** What a page draws, with all of it marked, and the numbers of the marks that held nothing to be read. */
interface Marked {
  readonly content: string;
  readonly decorations: ReadonlySet<number>;
}

const opensMark = /\b(?:BDC|BMC)$/u;
const builds = /(?:^|\s)(?:re|m|l|c|v|y|h)$/u;
const paints = /(?:^|\s)(?:f\*?|F|S|s|B\*?|b\*?)$/u;
const says = /(?:^|[\s>)\]])(?:Tj|TJ|'|"|Do)$/u;
const draws = /(?:^|\s)(?:Do|sh)$/u;

/**
 * Marks what a page draws outside of every mark as an artifact (running heads, page numbers, a watermark, the page's
 * ground), and so too what is marked as a paragraph or a table and is only its rule: nobody is to have lines read out
 * (ISO 14289-1, 7.1). Chromium writes each operator at the end of a line, and a figure as a mark of its own.
 */
export function markArtifacts(content: string): Marked {
  const lines = content.split('\n');
  const made: string[] = [];
  const decorations = new Set<number>();
  let depth = 0;
  let opened = { at: 0, says: false, number: null as number | null };
  let path: number | null = null;
  for (const line of lines) {
    const at = made.length;
    if (opensMark.test(line)) {
      if (depth === 0) {
        const number = /\/MCID (\d+)/u.exec(line)?.[1];
        opened = {
          at,
          says: line.startsWith('/Figure'),
          number: number === undefined ? null : Number(number),
        };
      }
      depth += 1;
    }
    made.push(line);
    if (says.test(line)) opened.says = true;
    if (line === 'EMC') {
      depth -= 1;
      if (depth === 0 && !opened.says && opened.number !== null) {
        made[opened.at] = '/Artifact BMC';
        decorations.add(opened.number);
      }
      continue;
    }
    if (depth > 0) continue;
    if (line === 'BT') made.splice(at, 0, '/Artifact BMC');
    if (line === 'ET') made.push('EMC');
    if (builds.test(line)) path ??= at;
    else if (path !== null || draws.test(line)) {
      if (paints.test(line) || draws.test(line)) {
        made.splice(path ?? at, 0, '/Artifact BMC');
        made.push('EMC');
      }
      path = null;
    }
  }
  return { content: made.join('\n'), decorations };
}
