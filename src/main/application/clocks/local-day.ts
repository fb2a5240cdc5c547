/** The day on the clock of this computer, YYYY-MM-DD, at a time in milliseconds since 1970. */
export function localDay(now: number): string {
  const at = new Date(now);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
