import canonicalize from 'canonicalize';

/** The canonical form (RFC 8785) of a JSON value. Throws on what JSON cannot say: a bug, never data. */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('the value has no JSON form');
  return text;
}
