import { adoptedFramework } from '../session/adopted-framework.ts';
import { fromFault } from '../session/call-errors.ts';
import { openedIn } from '../load.ts';
import { loadPeople } from '../session/load-people.ts';
import { visibleHits } from './visible-hits.ts';
import { seeFolder } from '../see.ts';
import { runJob, type Job } from '../session/run-job.ts';
import type { Scope } from '../session/session.ts';
import { searchDocuments } from '../../../shared/search/search-documents.ts';
import { shown } from '../../../shared/records/settled.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { SeenDraft } from '../../../shared/seen/seen-draft.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { SearchView } from '../../../shared/ipc/views.ts';

/**
 * Brings the workspace's index up to date: drafts whose files changed are read anew, drafts that are gone are taken
 * out. Tells progress and can be stopped; what is indexed stays. Answers how many drafts were read and how many could not.
 */
export function refreshSearch(scope: Scope): Promise<Result<IndexUpdate, CallError>> {
  return runJob(scope, 'index', (job) => updateIndex(scope, job));
}

/** How many drafts were read anew, how many could not be read, and whether the rest was left because it was stopped. */
interface IndexUpdate {
  readonly indexed: number;
  readonly unread: number;
  readonly stopped: boolean;
}

async function updateIndex(scope: Scope, { signal, progress }: Job): Promise<Result<IndexUpdate, CallError>> {
  const { ports } = scope;
  const opened = openedIn(scope);
  if (!opened.ok) return opened;
  const { workspace } = opened.value;
  const people = await loadPeople(scope, opened.value);
  if (!people.ok) return people;
  const folders = await workspace.listDraftFolders();
  const person = (await ports.keys.self())?.person ?? '';
  if (!folders.ok) return refused(fromFault(folders.error));
  const search = ports.search.of(workspace.id);
  const stamps = await search.stamps();
  const known = new Map(Object.entries(stamps).map(([draft, stamp]) => [stamp, draft]));
  const present = new Set<string>();
  let [indexed, unread, stopped] = [0, 0, false];
  const total = folders.value.length;
  for (const [at, folder] of folders.value.entries()) {
    if (signal.aborted) {
      stopped = true;
      break;
    }
    const stamp = `${folder} ${await workspace.fingerprint(folder)} ${person.slice(0, 16)}`;
    const same = known.get(stamp);
    if (same !== undefined) present.add(same);
    else {
      const seen = await seeFolder(scope, opened.value, folder);
      if (!seen.ok) unread += 1;
      else if (seen.value !== null) {
        await putDraft(scope, folder, seen.value, stamp);
        present.add(seen.value.state.id);
        indexed += 1;
      }
    }
    if (at % 25 === 24) progress(at + 1, total, `${at + 1} of ${total} drafts indexed`);
  }
  if (!stopped) for (const draft of Object.keys(stamps)) if (!present.has(draft)) await search.drop(draft);
  return done({ indexed, unread, stopped });
}

/** Indexes a draft as this person may see it: the index lies in their own profile. */
async function putDraft(scope: Scope, folder: string, seen: SeenDraft, stamp: string): Promise<void> {
  const workspace = scope.session.opened?.workspace.id ?? '';
  const { id, details } = seen.state;
  const documents = searchDocuments(seen.state, adoptedFramework(seen, scope.ports.crypto.sha256));
  await scope.ports.search.of(workspace).put(id, stamp, shown(details.provider) ?? folder, documents);
}

/** Looks for words in all notes and narratives of the workspace, as far as they are indexed. */
export async function searchWorkspace(
  scope: Scope,
  { query, ranked }: CallInput<'searchWorkspace'>,
): Promise<Result<SearchView, CallError>> {
  const opened = openedIn(scope);
  if (!opened.ok) return opened;
  const found = await scope.ports.search.of(opened.value.workspace.id).search(query, ranked);
  return done({ ...found, hits: await visibleHits(scope, opened.value, query, found.hits) });
}
