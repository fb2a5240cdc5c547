import { piecesOf } from './narrative-blocks.ts';
import type { DraftState } from '../judgment/draft-state.ts';
import { pointLists } from '../judgment/point-lists.ts';
import { shown } from '../records/settled.ts';
import { withoutCitations } from '../evidence/citations.ts';
import type { Framework } from '../framework/framework-schema.ts';
import type { NumberedParagraph } from '../accuracy/accuracy-state.ts';

/**
 * The paragraphs of the report in its order, numbered from 1 across the whole: prose of the framework's sections, every
 * list of points, prose of the areas, anything else. Citations are left out: the provider does not read notes.
 */
export function numberedParagraphs(
  state: Pick<DraftState, 'narratives' | 'improvements' | 'points'>,
  framework: Framework | null,
): readonly NumberedParagraph[] {
  const sections = (framework?.sections ?? [])
    .filter((section) => !section.points)
    .map((section) => section.id);
  const areas = (framework?.areas ?? []).map((area) => area.id);
  const first = framework === null ? Object.keys(state.narratives) : sections;
  const known = new Set([...first, ...areas]);
  const others = Object.keys(state.narratives).filter((name) => !known.has(name));
  const prose = (name: string): Omit<NumberedParagraph, 'number'>[] =>
    piecesOf(withoutCitations(shown(state.narratives[name]) ?? '')).map(({ text }) => ({
      section: name,
      text,
    }));
  const points = pointLists(state, framework, '').flatMap(({ id }) =>
    (shown(id === 'improvements' ? state.improvements : state.points[id]) ?? []).map(({ text }) => ({
      section: id,
      text,
    })),
  );
  const improvements = pointLists(state, framework, '').some(({ id }) => id === 'improvements')
    ? []
    : (shown(state.improvements) ?? []).map(({ text }) => ({ section: 'improvements', text }));
  return [
    ...first.flatMap(prose),
    ...points,
    ...improvements,
    ...areas.flatMap(prose),
    ...others.flatMap(prose),
  ].map((paragraph, at) => ({ number: at + 1, ...paragraph }));
}
