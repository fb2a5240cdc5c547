/** Titles as one line of words. */
export function listed(titles: readonly string[]): string {
  return titles.join('; ');
}
