import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Where words were typed that are safe on this computer and not saved: whose window, which draft, which section. */
export interface TypedPlace {
  readonly who: string;
  readonly draft: string;
  readonly section: string;
  /** Whether they say why the section has no grade: another grade takes their place. */
  readonly why: boolean;
}

const line = z.looseObject({ type: z.string(), id: z.string() });

/** Types of record that repeat what was written before. */
const repeating = new Set([
  'revision.saved',
  'details.set',
  'card.corrected',
  'accuracy.sent',
  'judgment.sealed',
]);

/** What a window has told a person is kept, by the words that mark it. */
export class Acknowledged {
  readonly #saved = new Map<string, { readonly how: string; readonly once: boolean }>();
  readonly #typed: (TypedPlace & { readonly mark: string })[] = [];

  /** The window said that this was saved: it must be in a record from now on, and where it is `once`, in one only. */
  saved(mark: string, how: string, once: boolean): void {
    this.#saved.set(mark, { how, once });
  }

  /** The window said that this is safe on this computer. */
  safe(place: TypedPlace, marks: readonly string[]): void {
    for (const mark of marks)
      if (!this.#typed.some((typed) => typed.mark === mark)) this.#typed.push({ ...place, mark });
  }

  /** The person took words away: nobody owes them any more. */
  takenAway(
    place: Pick<TypedPlace, 'who' | 'draft'> & { readonly section?: string; readonly why?: boolean },
  ): void {
    const kept = this.#typed.filter(
      (typed) =>
        typed.who !== place.who ||
        typed.draft !== place.draft ||
        (place.section !== undefined && typed.section !== place.section) ||
        (place.why !== undefined && typed.why !== place.why),
    );
    this.#typed.splice(0, this.#typed.length, ...kept);
  }

  /** A revision was saved: all that was safe of this draft in this window is in it. */
  savedRevision(who: string, draft: string): void {
    for (const typed of this.#typed)
      if (typed.who === who && typed.draft === draft) this.saved(typed.mark, 'a revision saved', false);
    this.takenAway({ who, draft });
  }

  /** The person may have erased what they saved: it is the one way in which saved words go. */
  erased(): void {
    this.#saved.clear();
  }

  get count(): number {
    return this.#saved.size + this.#typed.length;
  }

  /** Words that were saved, and stand in no record; and words that one act wrote twice. */
  missing(records: readonly string[]): readonly string[] {
    // A log of one's own lies in the profile as well as in the shared folder: by its id it is one record.
    const parsed = [
      ...new Map(
        records.map((text) => {
          const { id, type } = line.parse(JSON.parse(text));
          return [id, { type, text }] as const;
        }),
      ).values(),
    ];
    const lost = [...this.#saved]
      .filter(([mark]) => !parsed.some(({ text }) => text.includes(mark)))
      .map(([mark, { how }]) => `“${mark}” was acknowledged (${how}) and is in no record`);
    const twice = [...this.#saved].flatMap(([mark, { once }]) => {
      if (!once) return [];
      const types = parsed
        .filter(({ text, type }) => text.includes(mark) && !repeating.has(type))
        .map(({ type }) => type);
      const repeated = types.filter((type, at) => types.indexOf(type) !== at);
      return repeated.length === 0 ? [] : [`“${mark}” was written more than once: ${repeated.join(', ')}`];
    });
    return [...lost, ...twice];
  }

  /** Words that are safe and not saved, by place: they must come back on screen. */
  comingBack(
    records: readonly string[],
  ): ReadonlyMap<string, { readonly place: TypedPlace; readonly marks: readonly string[] }> {
    const places = new Map<string, { place: TypedPlace; marks: string[] }>();
    for (const { mark, ...place } of this.#typed) {
      if (records.some((text) => text.includes(mark))) continue;
      const key = `${place.who} ${place.draft} ${place.section}`;
      const marks = places.get(key)?.marks ?? [];
      places.set(key, { place, marks: [...marks, mark] });
    }
    return places;
  }
}

/** Every line of every log under a folder. */
export async function readRecords(folder: string): Promise<readonly string[]> {
  const files = await readdir(folder, { recursive: true });
  const logs = files.filter((file) => file.endsWith('.jsonl'));
  const texts = await Promise.all(logs.map((file) => readFile(join(folder, file), 'utf8')));
  return texts.flatMap((text) => text.split('\n')).filter((text) => text !== '');
}
