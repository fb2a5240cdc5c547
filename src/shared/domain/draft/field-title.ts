import type { Framework } from '../framework/framework-schema.ts';
import { detailTitles } from './detail-words.ts';
import type { DraftState } from './draft-state.ts';

const titles: Readonly<Record<string, string>> = detailTitles;

function criterionTitle(framework: Framework | null, id: string): string {
  const criteria = framework?.areas.flatMap((area) => area.criteria) ?? [];
  return criteria.find((criterion) => criterion.id === id)?.title ?? id;
}

function placeTitle(framework: Framework | null, id: string): string {
  const places = [...(framework?.areas ?? []), ...(framework?.sections ?? [])];
  return places.find((place) => place.id === id)?.title ?? id;
}

/** The area or section that a field belongs to; empty where it belongs to the draft as a whole. */
export function areaOfField(field: string, framework: Framework | null): string {
  const [kind = '', first = '', second = ''] = field.split('/');
  if (kind === 'narrative' || kind === 'grade' || kind === 'points') return first;
  if (kind === 'outcome') return second;
  const criterion = kind === 'link' ? second : ['fit', 'mark', 'contradiction'].includes(kind) ? first : null;
  const holds = (area: Framework['areas'][number]): boolean =>
    area.criteria.some((one) => one.id === criterion);
  return framework?.areas.find(holds)?.id ?? '';
}

/** The area whose grade a field holds; null where it holds something else. */
export function gradeAreaOf(field: string): string | null {
  return field.startsWith('grade/') ? field.slice('grade/'.length) : null;
}

/** What a field is called on screen: "Text of Help and protection", "Link of CT-014 to Strategy discussions". */
export function fieldTitle(field: string, framework: Framework | null, notes: DraftState['notes']): string {
  const [kind = '', first = '', second = ''] = field.split('/');
  switch (kind) {
    case 'narrative':
      return `Text of ${placeTitle(framework, first)}`;
    case 'grade':
      return `Grade of ${placeTitle(framework, first)}`;
    case 'outcome':
      return `Outcome of moderation for ${placeTitle(framework, second)}`;
    case 'improvements':
      return 'What needs to improve';
    case 'points':
      return first === 'strengths' ? 'Strengths' : placeTitle(framework, first);
    case 'calibration':
      return 'Calibration set';
    case 'detail':
      return titles[first] ?? first;
    case 'link':
      return `Link of ${notes.find((note) => note.id === first)?.code ?? 'a note'} to ${criterionTitle(framework, second)}`;
    case 'fit':
      return `Best fit of ${criterionTitle(framework, first)}`;
    case 'mark':
      return `Mark of one descriptor (${second.replaceAll('-', ' ')}) of ${criterionTitle(framework, first)}`;
    case 'reason':
      return `Reason for departing from the rule ${first}`;
    case 'fact':
      return framework?.facts?.find((one) => one.id === first)?.title ?? first;
    case 'moment':
      return `Day of ${first.replaceAll('-', ' ')}`;
    case 'resumed':
      return 'Day on which a paused clock goes on';
    case 'answer':
      return 'Answer to a question of the comparison';
    case 'contradiction':
      return `Two notes that point different ways under ${criterionTitle(framework, first)}`;
    case 'reviewed':
      return 'A tick beside a change';
    case 'framework':
      return 'Framework of the draft';
    default:
      return field;
  }
}
