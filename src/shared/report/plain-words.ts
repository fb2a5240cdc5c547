/**
 * A printed name for comparing: lower case, compatibility forms (ligatures, full width) as their letters, straight
 * apostrophes, hyphens for U+FFFE, no soft hyphens, single spaces, no raised mark of a note.
 */
export function plainWords(printed: string): string {
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
