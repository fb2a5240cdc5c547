import { pluralOf } from '../words.ts';
import type { AccuracyPoint } from '../accuracy/accuracy-state.ts';

/** The answer to a point of the provider, where exactly one stands. */
export function onlyAnswer({ answers }: AccuracyPoint): AccuracyPoint['answers'][number] | undefined {
  return answers.length === 1 ? answers[0] : undefined;
}

/** The points by their numbers, the first twelve of many. */
export function pointNumbers(points: readonly AccuracyPoint[]): string {
  const numbers = points.map((point) => point.number);
  return `${pluralOf(numbers.length, 'point', 'points')} ${numbers.slice(0, 12).join(', ')}${numbers.length > 12 ? ' and more' : ''}`;
}
