import { cliScope, openForReading, type CliPlace } from './cli-scope.ts';
import { need, Unreadable, type Said } from './cli-output.ts';
import { draftCalled } from './draft-called.ts';
import { openDraft } from '../application/window/open-draft.ts';
import { evidenceMatrix, type EvidenceMatrix } from '../../shared/coverage/evidence-matrix.ts';
import { gapWords } from '../../shared/coverage/gap-words.ts';

/** `matrix DRAFT --workspace DIR`: evidence by criterion, with gaps and contradictions. */
export async function matrixCommand(place: CliPlace, draft: string, workspace: string): Promise<Said> {
  const opened = cliScope(place);
  try {
    need(await openForReading(opened, workspace));
    const id = await draftCalled(opened.scope, draft);
    const { state, framework, people } = need(await openDraft(opened.scope, { draft: id }));
    if (framework === null)
      throw new Unreadable(
        'This draft stands under no framework, so there is nothing to set evidence against.',
      );
    const matrix = evidenceMatrix(state, framework);
    const codes = new Map(state.notes.map((note) => [note.id, note.code]));
    const names = new Map(people.map((person) => [person.id, person.card.name]));
    const json = asJson(matrix, codes, names);
    return { json, lines: asLines(matrix, codes), code: 0 };
  } finally {
    opened.app.release();
  }
}

type Names = ReadonlyMap<string, string>;

function asJson(matrix: EvidenceMatrix, codes: Names, names: Names): unknown {
  const code = (id: string): string => codes.get(id) ?? id;
  const rows = matrix.areas.flatMap((area) => area.rows);
  return {
    areas: matrix.areas.map(({ area, title, rows: criteria, gaps }) => ({
      id: area,
      title,
      gaps,
      criteria: criteria.map((criterion) => ({
        id: criterion.criterion,
        title: criterion.title,
        for: criterion.for,
        against: criterion.against,
        kinds: criterion.kinds,
        inspectors: Object.entries(criterion.inspectors).map(([id, notes]) => ({
          id,
          name: names.get(id) ?? '',
          notes,
        })),
        days: criterion.days,
        gaps: criterion.gaps,
        reused: criterion.reused.map((each) => ({ note: code(each.note), criteria: each.criteria })),
      })),
    })),
    unlinked: matrix.unlinked.map(code),
    contradictions: rows.flatMap((row) =>
      row.contradictions.map(({ criterion, notes, settled }) => ({
        criterion,
        notes: notes.map(code),
        settled,
      })),
    ),
  };
}

function asLines(matrix: EvidenceMatrix, codes: Names): readonly string[] {
  const lines = matrix.areas.flatMap(({ title, rows, gaps }) => [
    title,
    ...gaps.map((gap) => `  the area: ${gapWords(gap)}`),
    ...rows.map((row) => {
      const open = row.contradictions.filter((contradiction) => contradiction.settled === null);
      const pairs = open.map(({ notes }) => notes.map((id) => codes.get(id) ?? id).join(' against '));
      const remarks = [...row.gaps.map(gapWords), ...pairs.map((pair) => `points both ways: ${pair}`)];
      return `  ${row.title}: ${row.for} for, ${row.against} against${remarks.length === 0 ? '' : `. ${remarks.join('; ')}`}`;
    }),
  ]);
  return [...lines, `${matrix.unlinked.length} notes are linked to no criterion.`];
}
