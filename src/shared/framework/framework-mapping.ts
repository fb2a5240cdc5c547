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
  const byId = new Set(to.map((one) => one.id));
  const kept = new Set(from.filter((one) => byId.has(one.id)).map((one) => one.id));
  const taken = new Set<string>();
  return from.map((one) => {
    if (kept.has(one.id)) return { from: one.id, to: one.id };
    const alike = to.find(
      (other) => !kept.has(other.id) && !taken.has(other.id) && plain(other.title) === plain(one.title),
    );
    if (alike !== undefined) taken.add(alike.id);
    return { from: one.id, to: alike?.id ?? null };
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
    areas: new Set([...to.areas, ...to.sections].map((one) => one.id)),
    criteria: new Set(to.areas.flatMap((area) => area.criteria.map((one) => one.id))),
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
  const named = new Set(given.map((one) => one.from));
  const targets = given.flatMap((one) => one.to ?? []);
  return [
    ...all
      .filter((one) => !named.has(one.from))
      .map((one) => `Nothing is said about the ${what} “${one.from}”.`),
    ...targets.filter((to) => !known.has(to)).map((to) => `The new framework has no ${what} “${to}”.`),
    ...targets
      .filter((to, at) => targets.indexOf(to) < at)
      .map((to) => `Two become the ${what} “${to}”: choose one of them.`),
  ];
}
