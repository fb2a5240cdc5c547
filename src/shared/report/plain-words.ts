/**
 * A printed name for comparing: lower case, compatibility forms (ligatures, full width) as their letters, straight
 * apostrophes, hyphens for U+FFFE, no soft hyphens, single spaces, no raised mark of a note.
 */
export function plainWords(printed: string): string {
  // Most lines have nothing to take apart: what the steps below would change is looked for once.
  if (!/[^ -~]| {2}/u.test(printed)) return printed.trim().toLowerCase();
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

const known = new WeakMap<readonly string[], readonly string[]>();

/** The names of a framework's part, compared plainly; made once, since every line is compared with them. */
export function plainNames(names: readonly string[]): readonly string[] {
  const plain = known.get(names) ?? names.map(plainWords);
  known.set(names, plain);
  return plain;
}
