/** A printed name for comparing: lower case, straight apostrophes, hyphens for U+FFFE, single spaces. */
export function plainWords(printed: string): string {
  return printed
    .replaceAll('\uFFFE', '-')
    .replaceAll(/[‘’]/gu, "'")
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
}
