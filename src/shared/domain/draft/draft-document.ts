import { citationsIn, withoutCitations } from '../evidence/citations.ts';
import { kindTitles } from '../evidence/kind-titles.ts';
import type { Framework } from '../framework/framework-schema.ts';
import { gradeTitle } from '../framework/grade-order.ts';
import type { Improvement } from './improvement.ts';
import type { DraftState } from './draft-state.ts';
import { shown } from './settled.ts';

/** The parts of a draft's report in reading order, before any format. */
export interface DraftDocument {
  readonly title: string;
  /** What this copy is: a sealed judgment, a draft, or a demonstration that is never final. */
  readonly standing: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly grades: readonly { readonly area: string; readonly grade: string }[];
  readonly improvements: readonly string[];
  /** The notes that the text cites, in the order of their codes; none in a sealed judgment, which is printed without citations. */
  readonly cited: readonly { readonly code: string; readonly told: string }[];
  readonly sections: readonly { readonly title: string; readonly paragraphs: readonly string[] }[];
}

function standingOf(state: DraftState): string {
  if (state.demonstration) return 'Demonstration. Not a judgment, and never final.';
  return state.standing === 'sealed' ? 'Sealed judgment.' : 'Draft. Not final.';
}

function gradeOf(state: DraftState, framework: Framework, area: string): string {
  const value = shown(state.grades[area]);
  if (value === null) return 'Not yet graded';
  return 'grade' in value ? gradeTitle(framework, area, value.grade) : `No grade: ${value.reason}`;
}

/** A point as it is printed: priority actions say so, tags stand after. */
function pointWords({ text, tags = [], priority = false }: Improvement): string {
  const tagged = tags.length === 0 ? '' : ` (${tags.join('; ')})`;
  return `${priority ? 'Priority action: ' : ''}${text}${tagged}`;
}

/** A section's text as it is printed: a sealed judgment has no citations. */
function printed(state: DraftState, name: string): string {
  const text = shown(state.narratives[name]) ?? '';
  return state.standing === 'sealed' ? withoutCitations(text) : text;
}

function citedNotes(state: DraftState, sections: readonly string[]): DraftDocument['cited'] {
  const codes = new Set(
    sections.flatMap((name) => citationsIn(printed(state, name)).flatMap((citation) => citation.codes)),
  );
  return state.notes
    .filter((note) => codes.has(note.code) && !note.erased)
    .map((note) => ({
      code: note.code,
      told: `${kindTitles[note.kind]}, ${note.source}, ${note.when.slice(0, 10)}: ${note.text}`,
    }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Lays a draft out as a report: table of grades, what needs to improve, then a section per area. */
export function draftDocument(state: DraftState, framework: Framework | null, title: string): DraftDocument {
  const areas = framework?.areas ?? [];
  const titles = new Map<string, string>(
    [...areas, ...(framework?.sections ?? [])].map((one) => [one.id, one.title]),
  );
  const order = ['summary', ...areas.map((area) => area.id)];
  const names = Object.keys(state.narratives);
  const sections = [
    ...order.filter((name) => names.includes(name)),
    ...names.filter((name) => !order.includes(name)),
  ];
  const facts: readonly [string, keyof DraftState['details']][] = [
    ['Inspection from', 'start'],
    ['Inspection to', 'end'],
    ['Lead inspector', 'leadInspector'],
    ['Type', 'kind'],
  ];
  return {
    title,
    standing: standingOf(state),
    facts: facts.flatMap(([name, detail]) => {
      const value = shown(state.details[detail]);
      return value === null ? [] : [{ name, value }];
    }),
    grades:
      framework === null
        ? []
        : areas
            .filter((area) => area.scale !== null)
            .map((area) => ({ area: area.title, grade: gradeOf(state, framework, area.id) })),
    improvements: (shown(state.improvements) ?? []).map(pointWords),
    cited: state.standing === 'sealed' ? [] : citedNotes(state, sections),
    sections: sections.map((name) => ({
      title: titles.get(name) ?? 'Other',
      paragraphs: printed(state, name)
        .split(/\n{2,}/)
        .filter((paragraph) => paragraph.trim() !== ''),
    })),
  };
}
