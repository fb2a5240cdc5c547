const shapes: Readonly<Record<string, string>> = {
  outstanding: 'o',
  good: 'g',
  'requires-improvement': 'r',
  inadequate: 'i',
};

/** The shape of a grade's sign, where only its id is known; "n" for what has none of its own. */
export function shapeOf(grade: string | null): string {
  return shapes[grade ?? ''] ?? 'n';
}
