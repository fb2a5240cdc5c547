const word = /[\p{L}\p{N}\p{M}]+/gu;
/** Words before the first find, and words shown in all. */
const before = 6;
const shown = 22;

/** As the index compares words: lower case, without accents. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/**
 * The words around the first of those looked for, with each that is found between \u0001 and \u0002; the beginning of
 * the text where none is. `open` says whether the last word may go on.
 */
export function snippetAround(text: string, wanted: readonly string[], open: boolean): string {
  const terms = wanted.map(plain);
  const last = terms.at(-1) ?? '';
  const isFound = (said: string): boolean => {
    const one = plain(said);
    return terms.includes(one) || (open && last !== '' && one.startsWith(last));
  };
  const words = [...text.matchAll(word)];
  const first = Math.max(
    0,
    words.findIndex((word) => isFound(word[0])),
  );
  const from = Math.max(0, first - before);
  const some = words.slice(from, from + shown);
  const end = words[from + shown]?.index ?? text.length;
  let at = from === 0 ? 0 : (words[from]?.index ?? 0);
  let out = from === 0 ? '' : '…';
  for (const one of some) {
    const [said] = one;
    out += text.slice(at, one.index) + (isFound(said) ? `\u0001${said}\u0002` : said);
    at = one.index + said.length;
  }
  return out + (end < text.length ? '…' : text.slice(at)).replaceAll(/\s+/g, ' ');
}
