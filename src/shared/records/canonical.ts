import canonicalize from 'canonicalize';

/**
 * The canonical form (RFC 8785) of a JSON value. Throws on what JSON cannot say: a bug, never data. JSON.stringify writes
 * numbers and text as the form wants them, so only the order of names is seen to here; the library writes what no object
 * can be made to hold in that order.
 */
export function canonical(value: unknown): string {
  if (isInOrder(value)) return JSON.stringify(value);
  const ordered = inOrder(value);
  const text = ordered === unorderable ? canonicalize(value) : JSON.stringify(ordered);
  if (typeof text !== 'string') throw new TypeError('the value has no JSON form');
  return text;
}

/** Whether JSON.stringify writes the canonical form of a value as it is, as it does of what was read from one. */
function isInOrder(value: unknown): value is object | string | number | boolean | null {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object') return typeof value === 'boolean';
  if (value === null) return true;
  if (Array.isArray(value)) return value.every(isInOrder);
  if ('toJSON' in value || !isObject(value)) return false;
  let before = '';
  for (const name in value) {
    if (before > name || !name.isWellFormed() || !isInOrder(value[name])) return false;
    before = name;
  }
  return true;
}

/** Stands for a value that no object can hold in order: names that read as numbers come first in every object. */
const unorderable = Symbol('unorderable');
const readsAsNumber = /^\d+$/;

/** The value itself where its names stand in order, down to the last of them, else one that says the same in order. */
function inOrder(value: unknown): unknown {
  if (
    typeof value === 'string' ? !value.isWellFormed() : typeof value === 'number' && !Number.isFinite(value)
  )
    throw new TypeError('the value has no JSON form');
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return itemsInOrder(value);
  return 'toJSON' in value || !isObject(value) ? unorderable : namesInOrder(value);
}

function isObject(value: object): value is Readonly<Record<string, unknown>> {
  return !Array.isArray(value);
}

function itemsInOrder(items: readonly unknown[]): unknown {
  let ordered: unknown[] | null = null;
  for (let at = 0; at < items.length; at += 1) {
    const inside = inOrder(items[at]);
    if (inside === unorderable) return unorderable;
    if (inside !== items[at]) (ordered ??= [...items])[at] = inside;
  }
  return ordered ?? items;
}

function namesInOrder(object: Readonly<Record<string, unknown>>): unknown {
  const names = Object.keys(object);
  const values: unknown[] = [];
  let asItIs = true;
  let before = '';
  for (const name of names) {
    if (!name.isWellFormed()) throw new TypeError('the value has no JSON form');
    const inside = inOrder(object[name]);
    if (inside === unorderable) return unorderable;
    if (before > name || inside !== object[name]) asItIs = false;
    values.push(inside);
    before = name;
  }
  if (asItIs) return object;
  if (names.some((name) => readsAsNumber.test(name))) return unorderable;
  const inside = new Map(names.map((name, at) => [name, values[at]]));
  return Object.fromEntries(names.sort().map((name) => [name, inside.get(name)]));
}
