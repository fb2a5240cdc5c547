import type { DraftState } from '../judgment/draft-state.ts';
import { gradesByArea } from '../judgment/grades-by-area.ts';
import { shown } from '../records/settled.ts';
import type { Framework } from '../framework/framework-schema.ts';
import type { CheckedReport } from './report-finding.ts';

/** Terms of a draft that somebody answered to be no names, in lower case. */
function allowedIn(state: Pick<DraftState, 'terms'>): readonly string[] {
  return Object.entries(state.terms)
    .filter(([, values]) => values.some((value) => value.value === 'allowed'))
    .map(([term]) => term.toLowerCase());
}

/** What checks look at, taken from a draft; `typed` stands instead of the text that is saved. */
export function checkedReport(
  state: DraftState,
  framework: Framework | null,
  typed: { readonly [section: string]: string } = {},
): CheckedReport {
  const titles = new Map(
    [...(framework?.areas ?? []), ...(framework?.sections ?? [])].map(
      ({ id, title }) => [id, title] as const,
    ),
  );
  const names = new Set([...Object.keys(state.narratives), ...Object.keys(typed)]);
  return {
    sections: [...names].map((id) => ({
      id,
      title: titles.get(id) ?? id,
      text: typed[id] ?? shown(state.narratives[id]) ?? '',
    })),
    provider: [shown(state.details.provider), shown(state.details.leadInspector)].join(' '),
    notes: state.notes.filter((note) => !note.erased).map(({ code, text }) => ({ code, text })),
    points: (shown(state.improvements) ?? []).map(({ id, text, notes }) => ({
      id,
      text,
      notes: notes.length,
    })),
    grades: gradesByArea(state),
    allowed: allowedIn(state),
  };
}
