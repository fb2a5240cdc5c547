/**
 * Lines as wrapped on the page into one line of text. U+FFFE, which stands for the hyphen at which a word was broken,
 * becomes that hyphen again ("multi" U+FFFE "agency", "COVID" U+FFFE "19"); a word broken at its own hyphen is closed
 * up, a suspended one ("short- / and long-term") is not. A soft hyphen at a line's end is dropped and its word closed up:
 * `normaliseLines` puts one where a line broke a word. No other character is added, dropped or changed.
 */
export function mendLines(lines: readonly string[]): string {
  const pieces: string[] = [];
  let before = '';
  for (const line of lines) {
    const text = line.trim();
    if (text === '') continue;
    if (before !== '' && !closesUp(before, text)) pieces.push(' ');
    pieces.push(text.replaceAll('\uFFFE', '-').replace(/\u00AD$/u, ''));
    before = text;
  }
  return pieces.join('');
}

function closesUp(before: string, after: string): boolean {
  if (/[\uFFFE\u00AD]$/u.test(before)) return true;
  return (
    /[\p{L}\p{N}][-\u2010]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after) && !/^(?:and|or|to)\b/u.test(after)
  );
}
