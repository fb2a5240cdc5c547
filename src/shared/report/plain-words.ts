/**
 * A printed name for comparing: lower case, compatibility forms (ligatures, full width) as their letters, straight
 * apostrophes, hyphens for U+FFFE, no soft hyphens, single spaces, no raised mark of a note.
 */
export function plainWords(printed: string): string {
  if (isPlain(printed)) return printed.trim().toLowerCase();
  return printed
    .replaceAll(/[⁰¹²³⁴-⁹]+/gu, '')
    .normalize('NFKC')
    .replaceAll(/[\uFFFE\u2010]/gu, '-')
    .replaceAll('\u00AD', '')
    .replaceAll(/[‘’]/gu, "'")
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** Whether a text is of printable ASCII and single spaces, as most lines are: the steps above would change nothing of it. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x20 || code > 0x7e || (code === 0x20 && text.charCodeAt(at + 1) === 0x20)) return false;
  }
  return true;
}

const known = new WeakMap<readonly string[], readonly string[]>();

/** The names of a framework's part, compared plainly; made once, since every line is compared with them. */
export function plainNames(names: readonly string[]): readonly string[] {
  const plain = known.get(names) ?? names.map(plainWords);
  known.set(names, plain);
  return plain;
}
