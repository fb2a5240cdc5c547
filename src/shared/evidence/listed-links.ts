import type { Framework } from '../framework/framework-schema.ts';
import { linkStrengthSchema, type LinkStrength } from '../values/link-strength.ts';

/** A criterion that a note is held for or against. */
export interface MappedLink {
  readonly criterion: string;
  readonly direction: 'for' | 'against';
  readonly strength?: LinkStrength;
  readonly passage?: string;
}

/** Words as they are compared: compatibility forms, case, spaces, hyphens and underscores do not tell them apart. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ')
    .trim();
}

/** What a row's criteria are called, and the areas, which no note can be held against. */
interface Called {
  readonly criteria: ReadonlyMap<string, string>;
  readonly areas: ReadonlySet<string>;
  /** Titles of criteria as they are written, longest first, each with its id; null for a title that several have. */
  readonly titles: readonly (readonly [title: string, id: string | null])[];
}

/**
 * What criteria are called where they stand alone, by their ids: their title, with its area where several have it, and the
 * id where that does not tell them apart either.
 */
export function criterionNames(framework: Framework | null): ReadonlyMap<string, string> {
  const all = (framework?.areas ?? []).flatMap((area) =>
    area.criteria.map(({ id, title }) => ({ id, title, inArea: `${area.title}: ${title}` })),
  );
  const alone = (name: string, of: 'title' | 'inArea'): boolean =>
    all.filter((criterion) => criterion[of] === name).length === 1;
  return new Map(
    all.map(({ id, title, inArea }) => [
      id,
      alone(title, 'title') ? title : alone(inArea, 'inArea') ? inArea : id,
    ]),
  );
}

/** What a framework calls its criteria and areas. */
export function calledIn(framework: Framework | null): Called {
  const areas = framework?.areas ?? [];
  const all = areas.flatMap((area) => area.criteria);
  const names = [...criterionNames(framework)].map(([id, name]) => [name, id] as const);
  const several = all.flatMap(({ title }) =>
    names.some(([name]) => name === title) ? [] : [[title, null] as const],
  );
  const titles = [...names, ...several];
  return {
    criteria: new Map(
      [...all.map(({ id }) => [id, id] as const), ...names].map(([name, id]) => [plain(name), id] as const),
    ),
    areas: new Set(areas.flatMap((area) => [area.id, area.title, area.short, ...area.printed].map(plain))),
    titles: [...titles, ...all.map(({ id }) => [id, id] as const)].toSorted(
      ([a], [b]) => b.length - a.length,
    ),
  };
}

/** Whether one criterion of a list ends here: another follows. */
function endsHere(text: string, titles: Called['titles']): boolean {
  return text.startsWith('; ') && titles.some(([title]) => text.startsWith(title, 2));
}

/** The words between the first quotation mark and the one after which a criterion ends; null where none closes. */
function passageIn(text: string, titles: Called['titles']): string | null {
  for (let at = text.indexOf('”'); at >= 0; at = text.indexOf('”', at + 1)) {
    const rest = text.slice(at + 1);
    if (rest === '' || endsHere(rest, titles)) return text.slice(3, at);
  }
  return null;
}

/**
 * Criteria as the evidence base lists them: "Title (strong): “passage”; Title". Null where a part is no such thing, so that
 * nothing of it is lost without a word.
 */
export function linksListed(
  text: string,
  direction: MappedLink['direction'],
  { titles }: Called,
): readonly MappedLink[] | null {
  const links: MappedLink[] = [];
  let rest = text;
  while (rest !== '') {
    const [title, criterion] = titles.find(([title]) => rest.startsWith(title)) ?? ['', null];
    if (criterion === null) return null;
    const found = /^(?: \((strong|moderate|slight)\))?/u.exec(rest.slice(title.length));
    const after = rest.slice(title.length + (found?.[0].length ?? 0));
    const passage = after.startsWith(': “') ? passageIn(after, titles) : null;
    const end = passage === null ? after : after.slice(passage.length + 4);
    if (end !== '' && !endsHere(end, titles)) return null;
    const strength = linkStrengthSchema.safeParse(found?.[1]).data;
    links.push({
      criterion,
      direction,
      ...(strength === undefined ? {} : { strength }),
      ...(passage === null || passage === '' ? {} : { passage }),
    });
    rest = end.slice(2);
  }
  return links;
}
