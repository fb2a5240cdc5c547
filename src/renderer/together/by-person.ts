import type { Happening } from '../../shared/together/happenings.ts';
import type { HappenedView } from '../../shared/ipc/together-views.ts';
import { listOf } from '../../shared/words.ts';

/** What one person did in one place of a draft. */
export interface Doing {
  readonly person: string;
  readonly places: readonly { readonly title: string; readonly happenings: readonly Happening[] }[];
  readonly count: number;
}

/** Groups a draft's happenings by person, and within each by area; what is about the whole draft stands first. */
export function byPerson(
  draft: HappenedView['drafts'][number],
  names: HappenedView['names'],
): readonly Doing[] {
  const titles = new Map(draft.areas.map((area) => [area.id, area.title]));
  const people = Map.groupBy(draft.happenings, (happening) => happening.author);
  return [...people]
    .map(([author, all]) => {
      const places = Map.groupBy(all, (happening) =>
        listOf(happening.areas.map((area) => titles.get(area) ?? 'Another place')),
      );
      const sorted = [...places].sort(([a], [b]) => (a < b ? -1 : 1));
      return {
        person: names[author] ?? 'someone unknown',
        places: sorted.map(([title, happenings]) => ({
          title: title === '' ? 'The whole draft' : title,
          happenings,
        })),
        count: all.length,
      };
    })
    .sort((a, b) => b.count - a.count || (a.person < b.person ? -1 : 1));
}
