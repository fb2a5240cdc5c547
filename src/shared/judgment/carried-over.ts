import type { DraftState } from './draft-state.ts';
import { settled } from '../records/settled.ts';
import type { FrameworkMapping } from '../framework/framework-mapping.ts';
import type { Framework } from '../framework/framework-schema.ts';
import { rankOf, scaleOf } from '../framework/grade-order.ts';

/** What moving to another framework writes anew under other ids, and what stays where it stands. */
interface CarriedOver {
  readonly narratives: readonly { readonly section: string; readonly text: string }[];
  readonly grades: readonly { readonly area: string; readonly grade: string }[];
  readonly links: readonly {
    readonly note: string;
    readonly criterion: string;
    readonly direction: 'for' | 'against';
  }[];
  readonly fits: readonly { readonly criterion: string; readonly grade: string }[];
  /** What has no counterpart, or no place on the new scale, in words: it is kept under its old name. */
  readonly kept: readonly string[];
}

function moves(parts: FrameworkMapping['areas']): ReadonlyMap<string, string> {
  return new Map(parts.flatMap(({ from, to }) => (to === null || to === from ? [] : [[from, to] as const])));
}

/** Works out what a mapping carries over: only what changes its id is written anew; conflicts are left as they stand. */
export function carriedOver(
  state: DraftState,
  from: Framework,
  to: Framework,
  mapping: FrameworkMapping,
): CarriedOver {
  const [areas, criteria] = [moves(mapping.areas), moves(mapping.criteria)];
  const kept: string[] = [];
  const titles = new Map(
    [...from.areas, ...from.sections, ...from.areas.flatMap((area) => area.criteria)].map(({ id, title }) => [
      id,
      title,
    ]),
  );
  const titled = (id: string): string => titles.get(id) ?? id;
  for (const { from: id, to: target } of mapping.areas)
    if (target === null && holdsAnything(state, id))
      kept.push(`${titled(id)}: its text and grade have no counterpart.`);
  for (const { from: id, to: target } of mapping.criteria) {
    const links = state.links.filter((link) => link.criterion === id).length;
    const marks = state.marks.filter((mark) => mark.criterion === id).length;
    if (target === null && links + marks > 0)
      kept.push(`${titled(id)}: ${links} links and ${marks} marks have no counterpart.`);
    else if (target !== id && marks > 0)
      kept.push(`${titled(id)}: ${marks} marks stay with the old words; each is its author’s to make anew.`);
  }
  const onScale = (area: string, grade: string): boolean => {
    const scale = scaleOf(to, area);
    return scale !== undefined && rankOf(scale, grade) >= 0;
  };
  const grades = mapping.areas.flatMap(({ from: old, to: area }) => {
    const value = settled(state.grades[old]);
    if (area === null || value === null || !('grade' in value)) return [];
    if (onScale(area, value.grade)) return area === old ? [] : [{ area, grade: value.grade }];
    kept.push(`${titled(old)}: its grade is not on the new scale; give one anew.`);
    return [];
  });
  return {
    narratives: [...areas].flatMap(([old, section]) => {
      const text = settled(state.narratives[old]);
      return text === null || text === '' ? [] : [{ section, text }];
    }),
    grades,
    links: state.links.flatMap((link) => {
      const criterion = criteria.get(link.criterion);
      const direction = settled(link.values);
      return criterion === undefined || direction === null || direction === 'none'
        ? []
        : [{ note: link.note, criterion, direction }];
    }),
    fits: [...criteria].flatMap(([old, criterion]) => {
      const grade = settled(state.fits[old]);
      const area = to.areas.find((area) => area.criteria.some((each) => each.id === criterion))?.id ?? '';
      return grade === null || !onScale(area, grade) ? [] : [{ criterion, grade }];
    }),
    kept,
  };
}

function holdsAnything(state: DraftState, id: string): boolean {
  return (settled(state.narratives[id]) ?? '') !== '' || settled(state.grades[id]) !== null;
}
