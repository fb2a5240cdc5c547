import type { Json } from './record.ts';

/** The most UTF-16 units a line may have before it is read at all: 1 MiB. */
export const longestLine = 1_048_576;
const deepest = 16;

function isObject(value: object): value is Readonly<Record<string, unknown>> {
  return !Array.isArray(value);
}

/** Why a parsed value is more than records may say, or null where it is within the bounds. */
export function whyNotStrict(value: unknown, depth = 1): string | null {
  if (depth > deepest) return 'it is nested more than 16 deep';
  switch (typeof value) {
    case 'string':
      return value.isWellFormed() ? null : 'it holds half a character (a lone surrogate)';
    case 'number':
      return Number.isSafeInteger(value) && !Object.is(value, -0)
        ? null
        : 'it holds a number that is no integer';
    case 'boolean':
      return null;
    case 'object':
      break;
    default:
      return 'it holds something that is not JSON';
  }
  if (value === null) return null;
  if (Array.isArray(value)) {
    for (const item of value) {
      const why = whyNotStrict(item, depth + 1);
      if (why !== null) return why;
    }
    return null;
  }
  if (!isObject(value)) return 'it holds something that is not JSON';
  for (const name in value) {
    if (name === '__proto__') return 'it holds a forbidden name';
    const why = name.isWellFormed()
      ? whyNotStrict(value[name], depth + 1)
      : 'a name in it holds half a character';
    if (why !== null) return why;
  }
  return null;
}

/** Tells that a value is within the bounds of records. */
export function isStrictJson(value: unknown): value is Json {
  return whyNotStrict(value) === null;
}

/** A value as a record can hold it: what stands as undefined left out. Throws where records cannot say it. */
export function plainJson(value: unknown): Json {
  const plain: unknown = JSON.parse(JSON.stringify(value));
  if (!isStrictJson(plain)) throw new TypeError('what was to be recorded is not strict JSON');
  return plain;
}
