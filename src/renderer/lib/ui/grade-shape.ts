const shapes: Readonly<Record<string, string>> = {
  outstanding: 'o',
  good: 'g',
  'requires-improvement': 'r',
  inadequate: 'i',
};

/**
 * The shape and colour of a grade's sign, by its id: four grades have their own, every other has "x", which is neutral and
 * shows its letter, since a letter alone means another grade in another framework. "n" is for what has no grade.
 */
export function shapeOf(grade: string | null): string {
  return grade === null ? 'n' : (shapes[grade] ?? 'x');
}
