/** What a name says: {note, criterion} of a link. */
export type Parts<P extends string> = Readonly<Record<P, string>>;

/** How the fields of one kind are named: a word, then the parts after strokes. */
export interface NameKey<P extends string> {
  readonly name: (parts: Parts<P>) => string;
  /** The parts of a name; null for a name of another kind. */
  readonly partsOf: (name: string) => Parts<P> | null;
  /** Whether a name is of this kind. */
  readonly is: (name: string) => boolean;
  /** The name without its word: by it a draft's state holds fields of one kind. */
  readonly key: (parts: Parts<P>) => string;
  /** The parts of such a key; null where it has too few. */
  readonly partsOfKey: (key: string) => Parts<P> | null;
}

/** The word that a field's name begins with: its kind. */
export function kindInName(name: string): string {
  const stroke = name.indexOf('/');
  return stroke < 0 ? name : name.slice(0, stroke);
}

function hasAll<P extends string>(
  found: Readonly<Record<string, string>>,
  parts: readonly P[],
): found is Parts<P> {
  return parts.every((part) => Object.hasOwn(found, part));
}

/** A kind of name. The last part takes all that is left: a question, and a term, may hold strokes of their own. */
export function defineKey<P extends string>(kind: string, parts: readonly P[]): NameKey<P> {
  const start = parts.length === 0 ? kind : `${kind}/`;
  const key = (of: Parts<P>): string => parts.map((part) => of[part]).join('/');
  const partsOfKey = (left: string): Parts<P> | null => {
    const pieces = parts.length === 0 ? [] : left.split('/');
    const last = parts.length - 1;
    const found = Object.fromEntries(
      pieces
        .slice(0, parts.length)
        .map((piece, at) => [parts[at] ?? '', at === last ? pieces.slice(at).join('/') : piece]),
    );
    return hasAll(found, parts) ? found : null;
  };
  const partsOf = (name: string): Parts<P> | null => {
    const isOurs = parts.length === 0 ? name === start : name.startsWith(start);
    return isOurs ? partsOfKey(name.slice(start.length)) : null;
  };
  return {
    key,
    partsOfKey,
    partsOf,
    name: (of) => `${start}${key(of)}`,
    is: (name) => partsOf(name) !== null,
  };
}
