import type { HappenedView } from '../../shared/ipc/together-views.ts';
import type { DraftPlace } from '../lib/route.ts';
import { count, listOf } from '../../shared/words.ts';

type Happening = HappenedView['drafts'][number]['happenings'][number];

/** Records of one kind in one place: several of them stand under what they are called. */
interface Alike {
  readonly title: string;
  readonly happenings: readonly Happening[];
}

/** What one person did in one place of a draft. */
export interface Doing {
  readonly person: string;
  readonly places: readonly { readonly title: string; readonly groups: readonly Alike[] }[];
  readonly count: number;
}

/** From how many of one kind on they stand under what they are called, and not each in a line of the place. */
const many = 4;

/** Groups what happened in one place: of each kind of which there are many, one group; what is left in one each. */
function alike(happenings: readonly Happening[]): readonly Alike[] {
  const kinds = Map.groupBy(happenings, ({ type }) => type);
  const seen = new Set<string>();
  return happenings.flatMap((happening): readonly Alike[] => {
    const all = kinds.get(happening.type) ?? [];
    if (all.length < many) return [{ title: '', happenings: [happening] }];
    if (seen.has(happening.type)) return [];
    seen.add(happening.type);
    return [{ title: count(all.length, ...happening.noun), happenings: all }];
  });
}

/** The screen on which what happened is seen. */
export function screenOf({ kind }: Pick<Happening, 'kind'>): DraftPlace['screen'] {
  const screens = {
    grade: 'revisions',
    evidence: 'evidence',
    weighing: 'evidence',
    text: 'revisions',
    panel: 'panel',
    finalising: 'finalise',
    people: 'people',
  } as const;
  return screens[kind];
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
          groups: alike(happenings),
        })),
        count: all.length,
      };
    })
    .sort((a, b) => b.count - a.count || (a.person < b.person ? -1 : 1));
}
