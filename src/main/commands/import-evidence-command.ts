import { resolve } from 'node:path';
import { cliScope, openForReading, type CliPlace } from './cli-scope.ts';
import { need, type Said } from './cli-output.ts';
import { draftCalled } from './draft-called.ts';
import { needFiles } from './checked-paths.ts';
import { nameToSignWith, signAs } from './command-person.ts';
import { importEvidence, previewEvidence } from '../application/evidence/import-evidence.ts';
import { openChosen } from '../application/workspace/workspace-calls.ts';

/** `import FILE... --draft ID --workspace DIR`: tables of evidence into a draft, columns as their headers tell. */
export async function importEvidenceFiles(
  place: CliPlace,
  files: readonly string[],
  options: { workspace: string; draft: string; person?: string },
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
      const looked = await previewEvidence(scope, { draft: id, file: grant, mapping: null });
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
      const { mapping, problems, problemCount, duplicateCount } = looked.value;
      const made = await importEvidence(scope, { draft: id, file: grant, mapping });
      json.push({
        file: name,
        ok: made.ok,
        notes: made.ok ? made.value.notes : 0,
        problems,
        problemCount,
        duplicates: duplicateCount,
        problem: made.ok ? null : made.error.message,
      });
    }
    const lines = json.map((item) =>
      item.ok
        ? `${item.file}: ${item.notes} notes, ${item.problemCount ?? 0} rows that make none, ${item.duplicates} here already`
        : `${item.file}: ${item.problem ?? ''}`,
    );
    return { json, lines, code: json.every(({ ok }) => ok) ? 0 : 1 };
  } finally {
    app.release();
  }
}
