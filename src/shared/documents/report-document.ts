import type { SeenState } from '../seen/seen-draft.ts';
import type { Improvement } from '../values/improvement.ts';
import { pointLists } from '../judgment/point-lists.ts';
import { shown } from '../records/settled.ts';
import { narrativeField, pointsFieldOf } from '../draft/judgment-fields.ts';
import { citationsIn, withoutCitations } from '../evidence/citations.ts';
import { kindTitles } from '../values/kind-titles.ts';
import type { Framework } from '../framework/framework-schema.ts';
import { count, longDayWords, withinSentence } from '../words.ts';
import type { DocumentTemplate } from './document-template.ts';
import { fillLabel } from './fill-label.ts';
import { backMatter, frontMatter, type Inspector } from './front-matter.ts';
import { gradeTable, gradeWords } from './grade-table.ts';
import { labelWords } from './label-words.ts';
import {
  citedWords,
  narrativeBlocks,
  numberedByAuthors,
  piecesOf,
  withNumberedNotes,
  type Piece,
} from './narrative-blocks.ts';
import { plain, type Block, type PrintedDocument, type Words } from './printed-document.ts';
import { standingWords } from './standing-words.ts';

export interface ReportParts {
  readonly state: SeenState;
  readonly framework: Framework | null;
  readonly template: DocumentTemplate;
  /** Names the draft where no provider is recorded. */
  readonly title: string;
  /** False leaves citations and the notes they name out; a sealed judgment never has them. */
  readonly citations?: boolean;
  /** Who inspected, for the back matter; left out where nobody is to be named. */
  readonly inspectors?: readonly Inspector[];
}

interface Section {
  readonly id: string;
  readonly pieces: readonly Piece[];
}

/** A point as it is printed: priority actions say so, tags stand after. */
export function pointWords({ text, tags = [], priority = false }: Improvement): string {
  const tagged = tags.length === 0 ? '' : ` (${tags.join('; ')})`;
  return `${priority ? 'Priority action: ' : ''}${text}${tagged}`;
}

/** A section's text as it is printed. */
function printed({ state, citations = true }: ReportParts, name: string): string {
  const text = shown(state.narratives[name]) ?? '';
  return state.standing === 'sealed' || !citations ? withoutCitations(text) : text;
}

function citedNotes(parts: ReportParts): Block | null {
  const { state } = parts;
  const codes = new Set(
    Object.keys(state.narratives).flatMap((name) =>
      citationsIn(printed(parts, name)).flatMap((citation) => citation.codes),
    ),
  );
  const facts = state.notes
    .filter((note) => codes.has(note.code) && !note.erased)
    .map((note) => ({
      id: note.code,
      name: note.code,
      value: `${kindTitles[note.kind]}, ${note.source}, ${longDayWords(note.when.slice(0, 10))}: ${note.text}`,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return facts.length === 0 ? null : { kind: 'facts', facts };
}

function areaSections(parts: ReportParts): readonly Section[] {
  const sections = (parts.framework?.areas ?? [])
    .map(({ id }) => ({ id, pieces: piecesOf(printed(parts, id)) }))
    .filter(({ id, pieces }) => pieces.length > 0 || shown(parts.state.grades[id]) !== null);
  if (!numberedByAuthors(sections.map(({ pieces }) => pieces))) return sections;
  const first = ({ pieces }: Section): number =>
    pieces.find((piece) => piece.number !== null)?.number ?? Infinity;
  return [...sections].sort((a, b) => (first(a) === first(b) ? 0 : first(a) - first(b)));
}

/** Blocks that print a field's text. */
function ofField(field: string, blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block) => ({ ...block, field }));
}

function areaBlocks(
  parts: ReportParts,
  labels: Readonly<Record<string, string>>,
  linked: ReadonlySet<string>,
): readonly Block[] {
  const { state, framework, template } = parts;
  const sections = areaSections(parts);
  const own = numberedByAuthors(sections.map(({ pieces }) => pieces));
  let last = 0;
  const numberOf = (piece: Piece): number | null => (own ? piece.number : (last += 1));
  return sections.flatMap(({ id, pieces }): readonly Block[] => {
    const area = framework?.areas.find((area) => area.id === id);
    if (area === undefined || framework === null) return [];
    const graded = area.scale !== null && shown(state.grades[id]) !== null;
    const text = graded
      ? fillLabel(template.report.areaHeading, {
          ...labels,
          area: area.title,
          grade: withinSentence(gradeWords(state, framework, id)),
        })
      : area.title;
    return [
      { kind: 'heading', level: area.parent === undefined ? 2 : 3, text, id },
      ...ofField(narrativeField.name({ section: id }), narrativeBlocks(pieces, numberOf, linked)),
    ];
  });
}

/** Where people wrote the same field without knowing of each other, the page says that it shows one of several. */
function unsettled({ conflicts }: SeenState): readonly Block[] {
  if (conflicts.length === 0) return [];
  const sentence = `${count(conflicts.length, 'field is', 'fields are')} written in two ways that nobody has settled; the later one is printed here.`;
  return [{ kind: 'paragraph', look: 'small', words: plain(sentence) }];
}

/**
 * Lays a draft out as a report in the order of its template: facts, table of grades, summary, what needs to improve, a
 * section per area headed with its grade, numbered paragraphs. Numbers are the authors' own where they numbered every
 * section; then the sections stand in the order of their numbers.
 */
export function reportDocument(parts: ReportParts): PrintedDocument {
  const { state, framework, template, title } = parts;
  const labels = labelWords(state, framework, title);
  const standing = standingWords(state, template, labels);
  const { headings } = template.report;
  const cited = citedNotes(parts);
  const linked = new Set(cited?.kind === 'facts' ? cited.facts.map((fact) => fact.name) : []);
  const sections = framework?.sections ?? [
    { id: 'summary', title: fillLabel(headings.summary, labels), points: false },
    { id: 'improvements', title: fillLabel(headings.improvements, labels), points: true },
  ];
  const known = new Set(
    [...sections, ...Object.keys(state.points).map((id) => ({ id })), ...(framework?.areas ?? [])].map(
      ({ id }) => id,
    ),
  );
  const prose = (name: string, heading: string): readonly Block[] => {
    const pieces = piecesOf(printed(parts, name));
    return pieces.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: heading, id: name },
          ...ofField(
            narrativeField.name({ section: name }),
            narrativeBlocks(pieces, (piece) => piece.number, linked),
          ),
        ];
  };
  const table = framework === null ? null : gradeTable(state, framework, template, labels);
  const given = Object.values(state.grades).some((field) => shown(field) !== null);
  const said = (text: string | undefined): readonly Block[] =>
    text === undefined ? [] : [{ kind: 'paragraph', words: plain(fillLabel(text, labels)) }];
  const pointsOf = (id: string): readonly Words[] => {
    const list = id === 'improvements' ? state.improvements : state.points[id];
    return (shown(list) ?? []).map((point) => citedWords(pointWords(point)));
  };
  const lists = pointLists(state, framework, fillLabel(headings.improvements, labels));
  const own = lists.filter((list) => sections.some(({ id }) => id === list.id));
  /** The list that holds what needs to improve, whatever the framework calls it. */
  const improving = lists.find((list) => list.id === 'improvements') ?? own[0] ?? lists[0];
  const made: Readonly<Record<DocumentTemplate['report']['parts'][number], () => readonly Block[]>> = {
    facts: () => [
      {
        kind: 'facts',
        facts: template.report.facts.flatMap(({ name, detail }) => {
          const value = shown(state.details[detail]);
          return value === null || value === ''
            ? []
            : [{ name: fillLabel(name, labels), value: longDayWords(value) }];
        }),
      },
    ],
    grades: () =>
      table === null || (template.report.grades.onlyWhereGiven === true && !given) ? [] : [table],
    summary: () =>
      sections.filter((section) => !section.points).flatMap((section) => prose(section.id, section.title)),
    improvements: () => {
      return lists.flatMap((list): readonly Block[] => {
        const text = piecesOf(printed(parts, list.id));
        const more = list === improving && list.id !== 'improvements' ? pointsOf('improvements') : [];
        const points = pointsOf(list.id);
        if (points.length + more.length + text.length === 0) return [];
        const id = list === improving ? 'improvements' : list.id;
        return [
          { kind: 'heading', level: 2, text: list.title, id },
          ...ofField(
            narrativeField.name({ section: list.id }),
            narrativeBlocks(text, (piece) => piece.number, linked),
          ),
          ...[
            { id: list.id, items: points },
            { id: 'improvements', items: more },
          ].flatMap(({ id, items }): readonly Block[] =>
            items.length === 0 ? [] : [{ kind: 'list', items, field: pointsFieldOf(id) }],
          ),
        ];
      });
    },
    areas: () => areaBlocks(parts, labels, linked),
    other: () =>
      Object.keys(state.narratives)
        .filter((name) => !known.has(name))
        .flatMap((name) => prose(name, fillLabel(headings.other, labels))),
    'evidence-cited': () =>
      cited === null
        ? []
        : [{ kind: 'heading', level: 2, text: fillLabel(headings.evidenceCited, labels) }, cited],
  };
  const text = withNumberedNotes([
    { kind: 'paragraph', look: 'standing', words: plain(standing.words) },
    ...unsettled(state),
    ...said(template.report.opening),
    ...template.report.parts.flatMap((part) => made[part]()),
    ...said(template.report.closing),
  ]);
  const { notes } = text;
  const blocks: readonly Block[] = [
    ...text.blocks,
    ...(notes.length === 0 ? [] : [{ kind: 'footnotes' as const, heading: 'Footnotes', notes }]),
    ...backMatter(template, labels, parts.inspectors ?? []),
  ];
  const front = frontMatter(state, template, labels, blocks);
  const { head } = template.report;
  return {
    title: fillLabel(template.report.title, labels),
    language: 'en-GB',
    watermark: standing.watermark,
    foot: `${labels['provider'] ?? title}. ${standing.words}`,
    ...(head === undefined ? {} : { head: fillLabel(head, labels) }),
    landscape: false,
    ...(front === null ? {} : { front }),
    blocks,
  };
}
