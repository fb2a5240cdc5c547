import type { SeenState } from '../seen/seen-draft.ts';
import { shown } from '../records/settled.ts';
import { linkedEvidence } from '../coverage/linked-evidence.ts';
import type { Framework } from '../framework/framework-schema.ts';
import type { SearchDocument } from './search-query.ts';

/** What of a draft can be looked for: its notes with what was added to them, and the sections of its narrative. */
export function searchDocuments(state: SeenState, framework: Framework | null): readonly SearchDocument[] {
  const areaOf = new Map(
    (framework?.areas ?? []).flatMap((area) =>
      area.criteria.map((criterion) => [criterion.id, area.id] as const),
    ),
  );
  const areas = new Map<string, Set<string>>();
  for (const [criterion, notes] of linkedEvidence(state))
    for (const { note } of notes) {
      const here = areas.get(note.id) ?? new Set();
      here.add(areaOf.get(criterion) ?? '');
      areas.set(note.id, here);
    }
  const gradeOf = (area: string): readonly string[] => {
    const value = shown(state.grades[area]);
    return value !== null && 'grade' in value ? [value.grade] : [];
  };
  const notes = state.notes
    .filter((note) => !note.erased)
    .map((note): SearchDocument => {
      const own = [...(areas.get(note.id) ?? [])].filter((area) => area !== '');
      return {
        what: 'note',
        place: note.id,
        code: note.code,
        kind: note.kind,
        author: note.author,
        day: note.when.slice(0, 10),
        areas: own,
        grades: own.flatMap(gradeOf),
        text: [note.text, note.source, ...note.addenda.map((addendum) => addendum.text)].join('\n'),
      };
    });
  const sections = Object.entries(state.narratives).flatMap(([section, field]): SearchDocument[] => {
    const open = field.at(-1);
    if (open?.value == null || open.value === '') return [];
    return [
      {
        what: 'narrative',
        place: section,
        code: '',
        kind: '',
        author: open.author,
        day: open.at.slice(0, 10),
        areas: [section],
        grades: gradeOf(section),
        text: open.value,
      },
    ];
  });
  return [...notes, ...sections];
}
