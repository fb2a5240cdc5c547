import { frameworkAdopted } from '../framework/framework-adopted.ts';
import { ownRuleTitle } from '../framework/own-rules.ts';
import { noteKey } from '../evidence/evidence-fields.ts';
import type { Framework } from '../framework/framework-schema.ts';
import { z } from 'zod';
import type { FieldTitles } from '../records/define-field.ts';
import type { DraftState } from './draft-state.ts';
import { fieldCalled } from './fields.ts';
import type { StandingWrite } from '../records/open-values.ts';

const carriesFramework = z.looseObject({ title: z.string() });

interface Titled {
  readonly id: string;
  readonly title: string;
}

function titleIn(all: readonly Titled[], id: string): string | undefined {
  return all.find((item) => item.id === id)?.title;
}

/** What the ids in fields are called in a draft; of its notes those that the reader may know. */
export function fieldTitlesOf(framework: Framework | null, notes: DraftState['notes']): FieldTitles {
  const areas = framework?.areas ?? [];
  const spaced = (id: string): string => id.replaceAll('-', ' ');
  return {
    place: (id) => titleIn([...areas, ...(framework?.sections ?? [])], id) ?? id,
    criterion: (id) =>
      titleIn(
        areas.flatMap((area) => area.criteria),
        id,
      ) ?? id,
    grade: (id) =>
      titleIn(
        (framework?.scales ?? []).flatMap((scale) => scale.grades),
        id,
      ) ?? spaced(id),
    fact: (id) => titleIn(framework?.facts ?? [], id) ?? id,
    rule: (id) => titleIn(framework?.limiters ?? [], id) ?? ownRuleTitle(id),
    note: (id) => notes.find((note) => note.id === id)?.code ?? 'a note',
    framework: (adopted) =>
      carriesFramework.safeParse(frameworkAdopted.in(adopted)?.framework).data?.title ?? 'A framework',
  };
}

/** The area or section that a field belongs to; empty where it belongs to the draft as a whole. */
export function areaOfField(name: string, framework: Framework | null): string {
  const field = fieldCalled(name);
  if (field === null) return '';
  const holds = (area: Framework['areas'][number]): boolean =>
    area.criteria.some((criterion) => criterion.id === field.criterion);
  return field.place ?? framework?.areas.find(holds)?.id ?? '';
}

/** What a field, or a note in a copy, is called on screen: "Link of CT-014 to Strategy discussions". */
export function fieldTitle(name: string, framework: Framework | null, notes: DraftState['notes']): string {
  const titles = fieldTitlesOf(framework, notes);
  const note = noteKey.partsOf(name)?.note;
  if (note !== undefined) return `Text of ${titles.note(note)}`;
  return fieldCalled(name)?.title(titles) ?? 'A field that this version of Plumbline does not know';
}

/** One open value of a field in words, whatever kind of field holds it; what was erased says so. */
export function valueWords(
  name: string,
  { record, value }: StandingWrite,
  framework: Framework | null,
): string {
  if (value === null) return 'Erased';
  return fieldCalled(name)?.words(value, record, fieldTitlesOf(framework, [])) ?? '';
}
