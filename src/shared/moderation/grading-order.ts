import type { Framework } from '../framework/framework-schema.ts';
import type { LodgedEntry } from './lodged-grades.ts';

/** The areas that are judged before one, by the framework's own order, at any remove; only those that are graded here. */
function partsOf(framework: Framework, area: string, among: readonly string[]): readonly string[] {
  const found = new Set<string>();
  const look = (id: string): void => {
    for (const before of framework.areas.find((area) => area.id === id)?.after ?? []) {
      if (found.has(before)) continue;
      found.add(before);
      look(before);
    }
  };
  look(area);
  return among.filter((id) => found.has(id) && id !== area);
}

/** Areas in the order in which they are graded: parts before the whole, else as the framework lists them. */
export function gradingOrder(framework: Framework, areas: readonly string[]): readonly string[] {
  const listed = framework.areas.map((area) => area.id).filter((id) => areas.includes(id));
  const done: string[] = [];
  const take = (id: string): void => {
    if (done.includes(id)) return;
    for (const part of partsOf(framework, id, listed))
      if (!partsOf(framework, part, listed).includes(id)) take(part);
    done.push(id);
  };
  listed.forEach(take);
  return done;
}

/** Areas graded while a part of them is not: the framework has the parts judged first. */
export function gradedEarly(
  framework: Framework,
  areas: readonly string[],
  entries: readonly LodgedEntry[],
): readonly string[] {
  const answered = new Set(entries.map((entry) => entry.area));
  return entries
    .map((entry) => entry.area)
    .filter((area) => partsOf(framework, area, areas).some((part) => !answered.has(part)));
}
