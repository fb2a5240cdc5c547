import { resolve } from 'node:path';
import { cliScope, openForReading, type CliPlace } from './cli-scope.ts';
import { need, Unreadable, type Said } from './cli-output.ts';
import { draftCalled } from './draft-called.ts';
import { needFiles } from './checked-paths.ts';
import { nameToSignWith, signAs } from './command-person.ts';
import { importEvidence, previewEvidence } from '../application/evidence/import-evidence.ts';
import {
  columnMappingSchema,
  type ColumnMapping,
  type EvidenceField,
} from '../../shared/evidence/evidence-table.ts';
import { readWhen } from '../../shared/evidence/read-when.ts';
import { evidenceKindSchema } from '../../shared/values/evidence-kind.ts';
import { count, eitherOf, listOf } from '../../shared/words.ts';
import { openChosen } from '../application/workspace/workspace-calls.ts';

/** What the command line says of all rows of the files that say nothing themselves, and of their sheet. */
interface EvidenceOptions {
  readonly workspace: string;
  readonly draft: string;
  readonly person?: string;
  readonly kind?: string;
  readonly source?: string;
  readonly when?: string;
  readonly sheet?: string;
  /** "note=Heading" and its like. */
  readonly column?: readonly string[];
  readonly hiddenRows?: boolean;
}

/** What `--column` calls the fields. */
const fieldsCalled: Readonly<Record<string, EvidenceField>> = {
  note: 'text',
  kind: 'kind',
  source: 'source',
  when: 'when',
  direction: 'direction',
  criterion: 'criterion',
};

/** Which column gives what, as `--column note="What we saw"` says. */
function columnsSaid(
  headers: readonly string[],
  said: readonly string[],
): Partial<Record<EvidenceField, number>> {
  return Object.fromEntries(
    said.map((pair) => {
      const [, name = '', heading = ''] = /^([^=]+)=(.*)$/u.exec(pair) ?? [];
      const field = fieldsCalled[name.trim()];
      const at = headers.findIndex((header) => header.toLowerCase() === heading.trim().toLowerCase());
      if (field === undefined || at < 0)
        throw new Unreadable(
          `--column ${pair} is not understood: before the = stands ${eitherOf(Object.keys(fieldsCalled))}, after it a heading of the file (${listOf(headers)}). Nothing was changed.`,
        );
      return [field, at];
    }),
  );
}

/** The columns as their headers tell and `--column` says, and for rows that say none what the options say. */
function mappingWith(
  { otherwise, ...columns }: ColumnMapping,
  headers: readonly string[],
  options: EvidenceOptions,
): ColumnMapping {
  const { kind = otherwise.kind, source = otherwise.source, when = otherwise.when } = options;
  const said = columnMappingSchema.shape.otherwise.safeParse({ kind, source, when });
  if (!said.success)
    throw new Unreadable(
      `--kind is one of ${listOf(evidenceKindSchema.options)}; --source and --when are short texts. Nothing was changed.`,
    );
  if (when !== '' && readWhen(when) === null)
    throw new Unreadable(
      `--when ${when} is no day that can be read (write 2026-10-06). Nothing was changed.`,
    );
  return {
    ...columns,
    ...columnsSaid(headers, options.column ?? []),
    hiddenRows: options.hiddenRows ?? false,
    otherwise: said.data,
  };
}

/** `import FILE... --draft ID --workspace DIR`: tables of evidence into a draft, columns as their headers tell. */
export async function importEvidenceFiles(
  place: CliPlace,
  files: readonly string[],
  options: EvidenceOptions,
): Promise<Said> {
  await needFiles(files);
  const opened = cliScope(place);
  const { app, scope } = opened;
  try {
    need(await openForReading(opened, options.workspace));
    const id = await draftCalled(scope, options.draft);
    const person = await nameToSignWith(scope, options.person);
    let isOpen = false;
    const json = [];
    for (const name of files) {
      const { grant } = await app.grants.grantFile(resolve(name));
      const sheet = options.sheet ?? null;
      const guessed = await previewEvidence(scope, { draft: id, file: grant, mapping: null, sheet });
      const looked = guessed.ok
        ? await previewEvidence(scope, {
            draft: id,
            file: grant,
            mapping: mappingWith(guessed.value.mapping, guessed.value.headers, options),
            sheet,
          })
        : guessed;
      if (!looked.ok) {
        json.push({
          file: name,
          ok: false,
          notes: 0,
          problems: [],
          duplicates: 0,
          problem: looked.error.message,
        });
        continue;
      }
      if (!isOpen) {
        await signAs(scope, person);
        need(await openChosen(scope, { folder: app.grants.grantFolder(resolve(options.workspace)).grant }));
        isOpen = true;
      }
      const {
        mapping,
        problems,
        problemCount,
        duplicates,
        duplicateCount,
        links,
        remarks,
        reading,
        warnings,
        asked,
      } = looked.value;
      const made = await importEvidence(scope, { draft: id, file: grant, mapping, sheet });
      json.push({
        file: name,
        ok: made.ok,
        notes: made.ok ? made.value.notes : 0,
        problems,
        problemCount,
        duplicates: duplicateCount,
        here: duplicates,
        links,
        remarks,
        reading,
        warnings,
        asked,
        problem: made.ok ? null : made.error.message,
      });
    }
    const lines = json.flatMap((item) => [
      item.ok
        ? `${item.file}: ${count(item.notes, 'note')}, ${count(item.problemCount ?? 0, 'row')} without one, ${count(item.duplicates, 'row')} here already`
        : `${item.file}: ${item.problem ?? ''}`,
      ...[...(item.reading ?? []), ...(item.warnings ?? []), ...(item.asked ?? [])].map(
        (line) => `  ${line}`,
      ),
      ...[...item.problems, ...(item.remarks ?? [])].map(({ row, message }) => `  Row ${row}: ${message}`),
      ...(item.here ?? []).map(
        ({ row, of, differs }) =>
          `  Row ${row} is ${of} already${differs === '' ? '' : `, and was left out: ${differs}`}.`,
      ),
    ]);
    return { json, lines, code: json.every(({ ok }) => ok) ? 0 : 1 };
  } finally {
    app.release();
  }
}
