import { loadPeople } from '../session/load-people.ts';
import { fromFault, lockedBy, noPerson } from '../session/call-errors.ts';
import { slugOf } from '../draft/compose-draft.ts';
import { freshRecords, linesToTakeIn } from './fresh-records.ts';
import { brokenIn } from './offer-file.ts';
import { readOffered, type Offered } from './offered.ts';
import { takenInLog } from './taken-in-log.ts';
import type { Scope } from '../session/session.ts';
import { shown } from '../../../shared/records/settled.ts';
import { recordLine } from '../../../shared/records/record-line.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import { count } from '../../../shared/words.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';

/**
 * Takes a file in: cards that are not here, then records that are not here, in a log of this device's own beside the
 * others, so that nobody's log is written by anybody else. Nothing is taken in from a file in which anything is broken.
 */
export function takeIn(
  scope: Scope,
  { file }: { readonly file: string },
): Promise<Result<{ draft: string | null; added: number }, CallError>> {
  return scope.queue(async () => {
    const self = await scope.ports.keys.self();
    if (self === null) return refused(noPerson);
    if (scope.ports.lockedBy !== null) return refused(lockedBy(scope.ports.lockedBy));
    const read = await readOffered(scope, file);
    if (!read.ok) return read;
    const offered = read.value;
    const [broken] = brokenIn(offered);
    if (broken !== undefined) return refused(brokenFile(broken.message));
    const { lines, lacking } =
      offered.draft === null ? nothingToWrite : linesToTakeIn(offered.draft, scope.ports.crypto.sha256);
    if (lacking > 0) return refused(lacksContent(lacking));
    const cards = await takeCards(offered);
    if (!cards.ok) return cards;
    const { draft, opened } = offered;
    scope.session.offered = undefined;
    if (cards.value > 0) {
      await loadPeople(scope, opened);
      scope.ports.windows.broadcast({ kind: 'changed', draft: null });
    }
    if (draft === null) return done({ draft: null, added: cards.value });
    const added = freshRecords(draft).length;
    if (lines.length > 0) {
      const log = takenInLog(self.device, scope.ports.crypto.sha256(lines.join('\n')));
      const { folded } = draft.after;
      const provider = (folded === null ? null : shown(folded.state.details.provider)) ?? '';
      const written =
        draft.folder === null
          ? await opened.workspace.createDraft(slugOf(provider), draft.draft, log, lines)
          : await opened.workspace.append(draft.folder, log, lines);
      if (!written.ok) return refused(fromFault(written.error));
    }
    scope.ports.windows.broadcast({ kind: 'changed', draft: draft.draft });
    return done({ draft: draft.draft, added });
  });
}

/** Writes the cards of a file that are not here; answers with of how many people. */
export async function takeCards({
  opened,
  peopleLines,
}: Pick<Offered, 'opened' | 'peopleLines'>): Promise<Result<number, CallError>> {
  const here = await opened.workspace.readPeople();
  if (!here.ok) return refused(fromFault(here.error));
  const decoder = new TextDecoder();
  const known = new Set(here.value.map((line) => decoder.decode(line.bytes)));
  const records = peopleLines.flatMap(({ read }) => (read.ok ? [read.value] : []));
  let people = 0;
  for (const [person, all] of Map.groupBy(records, (record) => record.author)) {
    const sorted = all.toSorted((a, b) => a.seq - b.seq).map(recordLine);
    const absent = [...new Set(sorted)].filter((line) => !known.has(line));
    if (absent.length === 0) continue;
    const written = await opened.workspace.appendPerson(person, absent);
    if (!written.ok) return refused(fromFault(written.error));
    people += 1;
  }
  return done(people);
}

const nothingToWrite: ReturnType<typeof linesToTakeIn> = { lines: [], lacking: 0 };

function lacksContent(records: number): CallError {
  return {
    code: 'not-allowed',
    message: `Nothing was imported: this file is a copy without the content of ${count(records, 'record')}, to be read and verified. A workspace holds whole records, so that nobody can hide what others wrote. Everything here is as it was. Ask whoever made the copy for the file with its evidence.`,
  };
}

function brokenFile(why: string): CallError {
  return {
    code: 'damaged',
    message: `Nothing was imported, because something in this file is broken: ${why} The workspace is as it was. Ask whoever sent it for the file again.`,
  };
}
