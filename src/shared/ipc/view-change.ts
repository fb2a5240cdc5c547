/**
 * How one plain value became another: replaced as a whole, some of a list's items replaced by others, or some of an
 * object's fields changed. What stayed is not in it.
 */
export type ViewChange =
  | { readonly to: unknown }
  | { readonly from: number; readonly removed: number; readonly items: readonly unknown[] }
  | { readonly fields: { readonly [name: string]: ViewChange }; readonly gone: readonly string[] };

interface Plain {
  readonly [name: string]: unknown;
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function namesOf(value: Plain): readonly string[] {
  return Object.keys(value).filter((name) => value[name] !== undefined);
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((item, at) => isSame(item, b[at]));
  if (!isPlain(a) || !isPlain(b)) return false;
  const names = namesOf(a);
  return (
    names.length === namesOf(b).length &&
    names.every((name) => Object.hasOwn(b, name) && isSame(a[name], b[name]))
  );
}

function listChange(before: readonly unknown[], after: readonly unknown[]): ViewChange | null {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && isSame(before[from], after[from])) from += 1;
  if (from === before.length && from === after.length) return null;
  let end = 0;
  while (end < most - from && isSame(before.at(-1 - end), after.at(-1 - end))) end += 1;
  return { from, removed: before.length - end - from, items: after.slice(from, after.length - end) };
}

/** What changed between two plain values (JSON; a field that is undefined counts as absent); null where nothing did. */
export function changeBetween(before: unknown, after: unknown): ViewChange | null {
  if (before === after) return null;
  if (Array.isArray(before) && Array.isArray(after)) return listChange(before, after);
  if (!isPlain(before) || !isPlain(after)) return { to: after };
  const fields = namesOf(after).flatMap((name): [string, ViewChange][] => {
    if (!Object.hasOwn(before, name) || before[name] === undefined) return [[name, { to: after[name] }]];
    const change = changeBetween(before[name], after[name]);
    return change === null ? [] : [[name, change]];
  });
  const gone = namesOf(before).filter((name) => !Object.hasOwn(after, name) || after[name] === undefined);
  return fields.length === 0 && gone.length === 0 ? null : { fields: Object.fromEntries(fields), gone };
}

/** A value with a change made to it; what did not change is the same object as before. Throws where they do not fit. */
export function withChange(before: unknown, change: ViewChange): unknown {
  if ('to' in change) return change.to;
  if ('items' in change) {
    if (!Array.isArray(before)) throw new TypeError('a change of a list met something else');
    const items: readonly unknown[] = before;
    return items.slice(0, change.from).concat(change.items, items.slice(change.from + change.removed));
  }
  if (!isPlain(before)) throw new TypeError('a change of fields met something else');
  const changed = Object.entries(change.fields).map(([name, one]): [string, unknown] => [
    name,
    withChange(Object.hasOwn(before, name) ? before[name] : undefined, one),
  ]);
  const gone = new Set(change.gone);
  return Object.fromEntries([...Object.entries(before).filter(([name]) => !gone.has(name)), ...changed]);
}
