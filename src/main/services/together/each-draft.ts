import { adoptedFramework } from '../adopted-framework.ts';
import { fromFault } from '../call-errors.ts';
import { loadDraft, loadFolder, openedIn } from '../load-draft.ts';
import { loadPeople } from '../load-people.ts';
import { personViews } from '../person-views.ts';
import { seenBy } from '../seen-by.ts';
import type { LoadedDraft, Scope } from '../session.ts';
import { shown } from '../../../shared/domain/draft/settled.ts';
import type { FoldedDraft } from '../../../shared/domain/draft/fold-draft.ts';
import type { Framework } from '../../../shared/domain/framework/framework-schema.ts';
import { done, refused, type Result } from '../../../shared/domain/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';

/** One readable draft of the workspace. */
export interface ReadDraft {
  readonly draft: string;
  readonly provider: string;
  readonly folded: FoldedDraft;
  readonly framework: Framework | null;
}

/** The readable drafts asked for, how many could not be read, and what people are called. */
export interface ReadDrafts {
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
  const take = async (loaded: LoadedDraft): Promise<void> => {
    const folded = await seenBy(scope, loaded.verified.folded);
    if (folded === null) unread += 1;
    else drafts.push(readDraft(scope, loaded, folded));
  };
  if (draft !== null) {
    const loaded = await loadDraft(scope, draft);
    if (!loaded.ok) return loaded;
    await take(loaded.value);
  } else {
    const folders = await opened.value.workspace.listDraftFolders();
    if (!folders.ok) return refused(fromFault(folders.error));
    for (const folder of folders.value) {
      const loaded = await loadFolder(scope, opened.value, folder);
      if (!loaded.ok) unread += 1;
      else if (loaded.value !== null) await take(loaded.value);
    }
  }
  const names = new Map(
    (await personViews(scope)).map(({ id, card, verified }): [string, string] => [
      id,
      verified ? card.name : `${card.name} (unverified)`,
    ]),
  );
  const nameOf = (person: string): string => names.get(person) ?? `someone unknown (${person.slice(0, 6)})`;
  return done({ drafts, unread, nameOf });
}

function readDraft(scope: Scope, { folder, verified }: LoadedDraft, folded: FoldedDraft): ReadDraft {
  return {
    draft: verified.draft,
    provider: shown(folded.state.details.provider) ?? folder,
    folded,
    framework: adoptedFramework(folded, scope.ports.crypto.sha256),
  };
}
