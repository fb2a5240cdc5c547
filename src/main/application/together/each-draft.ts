import { adoptedFramework } from '../session/adopted-framework.ts';
import { fromFault } from '../session/call-errors.ts';
import { openedIn } from '../load.ts';
import { loadPeople } from '../session/load-people.ts';
import { personViews } from '../session/person-views.ts';
import { loadSeen, seeFolder } from '../see.ts';
import type { Scope } from '../session/session.ts';
import { shown } from '../../../shared/records/settled.ts';
import type { Framework } from '../../../shared/framework/framework-schema.ts';
import type { SeenDraft } from '../../../shared/seen/seen-draft.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';

/** One readable draft of the workspace. */
export interface ReadDraft {
  readonly draft: string;
  readonly provider: string;
  readonly seen: SeenDraft;
  readonly framework: Framework | null;
}

/** The readable drafts asked for, how many could not be read, and what people are called. */
interface ReadDrafts {
  readonly drafts: readonly ReadDraft[];
  readonly unread: number;
  readonly nameOf: (person: string) => string;
}

/** Reads one draft, or every draft of the workspace; one that cannot be read hides no other. */
export async function eachDraft(
  scope: Scope,
  { draft }: { readonly draft: string | null },
): Promise<Result<ReadDrafts, CallError>> {
  const opened = openedIn(scope);
  if (!opened.ok) return opened;
  const people = await loadPeople(scope, opened.value);
  if (!people.ok) return people;
  const drafts: ReadDraft[] = [];
  let unread = 0;
  if (draft !== null) {
    const loaded = await loadSeen(scope, draft);
    if (!loaded.ok) return loaded;
    drafts.push(readDraft(scope, loaded.value.folder, loaded.value.seen));
  } else {
    const folders = await opened.value.workspace.listDraftFolders();
    if (!folders.ok) return refused(fromFault(folders.error));
    for (const folder of folders.value) {
      const seen = await seeFolder(scope, opened.value, folder);
      if (!seen.ok) unread += 1;
      else if (seen.value !== null) drafts.push(readDraft(scope, folder, seen.value));
    }
  }
  const names = new Map(
    (await personViews(scope)).map(({ id, card, verified }): [string, string] => [
      id,
      verified ? card.name : `${card.name} (unverified)`,
    ]),
  );
  const nameOf = (person: string): string => names.get(person) ?? 'someone unknown';
  return done({ drafts, unread, nameOf });
}

function readDraft(scope: Scope, folder: string, seen: SeenDraft): ReadDraft {
  const { id, details } = seen.state;
  const framework = adoptedFramework(seen, scope.ports.crypto.sha256);
  return { draft: id, provider: shown(details.provider) ?? folder, seen, framework };
}
