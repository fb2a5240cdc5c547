import type { Framework } from '../framework/framework-schema.ts';
import type { DraftState } from './draft-state.ts';

/** A list of points of a draft: strengths, what needs to improve, priority actions. */
interface PointList {
  readonly id: string;
  readonly title: string;
}

/** What the list of strengths is called where a framework has none of its own. */
export const strengthsTitle = 'Strengths';

/**
 * Every list of points that a draft can have, in the order in which a report prints them: the framework's own, and
 * before them those that people wrote and the framework does not name, strengths above all.
 */
export function pointLists(
  state: Pick<DraftState, 'points'>,
  framework: Framework | null,
  improvementsTitle: string,
): readonly PointList[] {
  const own = (framework?.sections ?? [])
    .filter((section) => section.points)
    .map(({ id, title }) => ({ id, title }));
  const named = own.length > 0 ? own : [{ id: 'improvements', title: improvementsTitle }];
  const known = new Set(named.map((list) => list.id));
  const others = Object.keys(state.points)
    .filter((id) => !known.has(id))
    .map((id) => ({
      id,
      title:
        id === 'strengths'
          ? strengthsTitle
          : (framework?.sections.find((section) => section.id === id)?.title ??
            `Other points (${id.replaceAll('-', ' ')})`),
    }));
  return [...others, ...named];
}
