const blocks =
  /^(?:address|article|aside|blockquote|body|br|caption|dd|div|dl|dt|figcaption|footer|form|h[1-6]|header|hr|html|li|main|nav|ol|option|p|pre|section|table|tbody|td|tfoot|th|thead|title|tr|ul)$/u;
const silent = /^(?:head|script|style|template)$/u;
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  bull: '•',
  pound: '£',
  euro: '€',
  middot: '·',
  copy: '©',
  eacute: 'é',
  frac12: '½',
  times: '×',
  deg: '°',
};

function unescaped(text: string): string {
  return text.replaceAll(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z\d]{2,8}));/giu,
    (match, hex, digits, name) => {
      if (typeof name === 'string') return named[name] ?? match;
      const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(digits);
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
        ? String.fromCodePoint(code)
        : match;
    },
  );
}

/** Where a tag ends, past what its properties quote. */
function endOfTag(html: string, at: number): number {
  let quote = '';
  for (let here = at; here < html.length; here += 1) {
    const sign = html.charAt(here);
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return here + 1;
  }
  return html.length;
}

/** The paragraphs of a web page: its text, a paragraph each block. Once through, whatever the page holds. */
export function plainTextOf(html: string): readonly string[] {
  const paragraphs: string[] = [];
  let open: string[] = [];
  const close = (): void => {
    const text = unescaped(open.join(''))
      .replaceAll(/[\t\n\r\f ]+/gu, ' ')
      .trim();
    if (text !== '') paragraphs.push(text);
    open = [];
  };
  for (let at = 0; at < html.length;) {
    const tag = html.indexOf('<', at);
    if (tag < 0) {
      open.push(html.slice(at));
      break;
    }
    open.push(html.slice(at, tag));
    if (html.startsWith('<!--', tag)) {
      const end = html.indexOf('-->', tag + 4);
      at = end < 0 ? html.length : end + 3;
      continue;
    }
    if (!/[a-z/!?]/iu.test(html.charAt(tag + 1))) {
      open.push('<');
      at = tag + 1;
      continue;
    }
    at = endOfTag(html, tag + 1);
    const name = /^<\/?([a-z][a-z\d]*)/iu.exec(html.slice(tag, tag + 20))?.[1]?.toLowerCase() ?? '';
    if (blocks.test(name)) close();
    if (name === 'li' && html.charAt(tag + 1) !== '/') open.push('◼ ');
    if (silent.test(name) && html.charAt(tag + 1) !== '/' && !/\/>$/u.test(html.slice(at - 2, at)))
      at = afterSilent(html, at, name);
  }
  close();
  return paragraphs;
}

/** Past what stands in no paragraph: scripts, looks, the head of the page. */
function afterSilent(html: string, at: number, name: string): number {
  const end = new RegExp(`</${name}\\b[^>]*>`, 'iug');
  end.lastIndex = at;
  const found = end.exec(html);
  return found === null ? html.length : found.index + found[0].length;
}
