import type { Json, Words } from './record.ts';

/** Where a kind of record holds words: "reason", "points[].text". A place that a body lacks, or where null stands, has none. */
export type WordPlace = string;

/** What stands for words that were erased, wherever a person would have read them. */
export const erasedWords = '(erased)';

type Path = readonly (string | null)[];

function isNode(value: Json | undefined): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

const paths = new Map<WordPlace, Path>();

/** The steps of a place: names of members, and null for every element of a list. */
function pathOf(place: WordPlace): Path {
  const before = paths.get(place);
  if (before !== undefined) return before;
  const path = place.split('.').flatMap((step) => (step.endsWith('[]') ? [step.slice(0, -2), null] : [step]));
  paths.set(place, path);
  return path;
}

/** A body in which `make` has put something else at each place of words that it has. */
function withPlaces(
  body: Json,
  places: readonly WordPlace[],
  make: (value: string | readonly Json[], pointer: string) => Json,
): Json {
  return places.reduce((sum, place) => changed(sum, pathOf(place), make, ''), body);
}

function changed(
  value: Json,
  [step, ...rest]: Path,
  make: (value: string | readonly Json[], pointer: string) => Json,
  pointer: string,
): Json {
  if (step === undefined) return typeof value === 'string' || isList(value) ? make(value, pointer) : value;
  if (step === null) {
    return isList(value) ? value.map((item, at) => changed(item, rest, make, `${pointer}/${at}`)) : value;
  }
  const member = isNode(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  if (!isNode(value) || member === undefined) return value;
  return { ...value, [step]: changed(member, rest, make, `${pointer}/${step}`) };
}

/**
 * A body taken apart into what it does and what people wrote in it. Where words stood, the facts hold "" (or [] for a
 * list of them), so that what they belong to keeps its form when they are erased.
 */
export function takeApart(
  body: Json,
  places: readonly WordPlace[],
): { readonly facts: Json; readonly words: Words } {
  const words: { [pointer: string]: Json } = {};
  const facts = withPlaces(body, places, (value, pointer) => {
    if (value.length > 0) words[pointer] = value;
    return typeof value === 'string' ? '' : [];
  });
  return { facts, words };
}

/** A body put together again; null where words stand in a place that is not theirs, or in the facts. */
export function putTogether(facts: Json, words: Words, places: readonly WordPlace[]): Json | null {
  const left = new Set(Object.keys(words));
  const misplaced: string[] = [];
  const body = withPlaces(facts, places, (value, pointer) => {
    const word = Object.hasOwn(words, pointer) ? words[pointer] : value;
    left.delete(pointer);
    if (value.length > 0 || word === undefined || typeof word !== typeof value) misplaced.push(pointer);
    return word ?? null;
  });
  return misplaced.length > 0 || left.size > 0 ? null : body;
}

/** A body whose words were erased, with `erasedWords` in their place; null where words stand in the facts. */
export function standIn(facts: Json, places: readonly WordPlace[]): Json | null {
  const misplaced: string[] = [];
  const body = withPlaces(facts, places, (value, pointer) => {
    if (value.length > 0) misplaced.push(pointer);
    return typeof value === 'string' ? erasedWords : [];
  });
  return misplaced.length > 0 ? null : body;
}
