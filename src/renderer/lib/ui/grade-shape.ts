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

/** What stands in the sign of a grade of which only the id is known: "N A" of "needs-attention", without the space. */
export function initialsOf(grade: string): string {
  return grade
    .split('-')
    .map((word) => word.slice(0, 1).toUpperCase())
    .join('')
    .slice(0, 2);
}
