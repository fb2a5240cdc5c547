/**
 * A printed name for comparing: lower case, compatibility forms (ligatures, full width) as their letters, straight
 * apostrophes, hyphens for U+FFFE, single spaces, no raised mark of a note.
 */
export function plainWords(printed: string): string {
  return printed
    .replaceAll(/[⁰¹²³⁴-⁹]+/gu, '')
    .normalize('NFKC')
    .replaceAll('\uFFFE', '-')
    .replaceAll(/[‘’]/gu, "'")
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
}
