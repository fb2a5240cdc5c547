import type { Framework } from './framework-schema.ts';

/** Which part of the new framework an old one becomes; null where it has no counterpart. */
interface MappedPart {
  readonly from: string;
  readonly to: string | null;
}

/** How a draft moves from one framework to another: area by area and criterion by criterion. */
export interface FrameworkMapping {
  readonly areas: readonly MappedPart[];
  readonly criteria: readonly MappedPart[];
}

interface Named {
  readonly id: string;
  readonly title: string;
}

const plain = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, ' ')
    .trim();

function mapped(from: readonly Named[], to: readonly Named[]): readonly MappedPart[] {
  const byId = new Set(to.map(({ id }) => id));
  const kept = new Set(from.filter(({ id }) => byId.has(id)).map(({ id }) => id));
  const taken = new Set<string>();
  return from.map(({ id, title }) => {
    if (kept.has(id)) return { from: id, to: id };
    const alike = to.find(
      (other) => !kept.has(other.id) && !taken.has(other.id) && plain(other.title) === plain(title),
    );
    if (alike !== undefined) taken.add(alike.id);
    return { from: id, to: alike?.id ?? null };
  });
}

/** What can be told from ids and titles alone: the same id, else the same title, else nothing. A person decides the rest. */
export function proposeMapping(from: Framework, to: Framework): FrameworkMapping {
  const criteria = (framework: Framework): readonly Named[] =>
    framework.areas.flatMap((area) => area.criteria);
  const parts = (framework: Framework): readonly Named[] => [...framework.areas, ...framework.sections];
  return { areas: mapped(parts(from), parts(to)), criteria: mapped(criteria(from), criteria(to)) };
}

/** Why a mapping cannot be carried out, in words; empty where it can. */
export function mappingProblems(
  from: Framework,
  to: Framework,
  mapping: FrameworkMapping,
): readonly string[] {
  const [areas, criteria] = [proposeMapping(from, to).areas, proposeMapping(from, to).criteria];
  const known = {
    areas: new Set([...to.areas, ...to.sections].map(({ id }) => id)),
    criteria: new Set(to.areas.flatMap((area) => area.criteria.map((criterion) => criterion.id))),
  };
  return [
    ...problemsOf('area', mapping.areas, areas, known.areas),
    ...problemsOf('criterion', mapping.criteria, criteria, known.criteria),
  ];
}

function problemsOf(
  what: string,
  given: readonly MappedPart[],
  all: readonly MappedPart[],
  known: ReadonlySet<string>,
): readonly string[] {
  const named = new Set(given.map((entry) => entry.from));
  const targets = given.flatMap(({ to }) => to ?? []);
  return [
    ...all
      .filter((item) => !named.has(item.from))
      .map((item) => `Nothing is said about the ${what} “${item.from}”.`),
    ...targets.filter((to) => !known.has(to)).map((to) => `The new framework has no ${what} “${to}”.`),
    ...targets
      .filter((to, at) => targets.indexOf(to) < at)
      .map((to) => `Two become the ${what} “${to}”: choose one of them.`),
  ];
}
