import { frameworkLines, type FrameworkLine } from './framework-lines.ts';
import type { Framework } from '../framework/framework-schema.ts';

/** One thing that two versions of a framework do not say alike. */
interface FrameworkDifference {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly part: FrameworkLine['part'];
  readonly key: string;
  readonly about: string;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * What another version of a framework says otherwise, in the later one's order, what is gone last: areas, criteria,
 * descriptors and rules by their ids, so that a thing that was renamed is one change and not two.
 */
export function compareFrameworks(before: Framework, after: Framework): readonly FrameworkDifference[] {
  const [earlier, later] = [frameworkLines(before), frameworkLines(after)];
  const was = new Map(earlier.map((line) => [line.key, line]));
  const is = new Set(later.map((line) => line.key));
  const came = later.flatMap((line): readonly FrameworkDifference[] => {
    const { part, key, about, says } = line;
    const old = was.get(key);
    if (old === undefined) return [{ kind: 'added', part, key, about, before: null, after: says }];
    return old.says === says ? [] : [{ kind: 'changed', part, key, about, before: old.says, after: says }];
  });
  const gone = earlier
    .filter((line) => !is.has(line.key))
    .map(
      ({ part, key, about, says }) =>
        ({ kind: 'removed', part, key, about, before: says, after: null }) as const,
    );
  return [...came, ...gone];
}
