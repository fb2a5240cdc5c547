import { adoptedFramework } from './adopted-framework.ts';
import { fromFault } from './call-errors.ts';
import { loadFolder, openedIn } from './load-draft.ts';
import { loadPeople } from './load-people.ts';
import { visibleHits } from './visible-hits.ts';
import type { LoadedDraft, Scope } from './session.ts';
import { searchDocuments } from '../../shared/domain/search/search-documents.ts';
import { shown } from '../../shared/domain/draft/settled.ts';
import { done, refused, type Result } from '../../shared/domain/result.ts';
import type { CallError } from '../../shared/ipc/call-error.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import type { SearchView } from '../../shared/ipc/views.ts';

/**
 * Brings the workspace's index up to date: drafts whose files changed are read anew, drafts that are gone are taken
 * out. Tells progress and can be stopped; what is indexed stays. Answers how many drafts were read and how many could not.
 */
export async function refreshSearch(
  scope: Scope,
): Promise<Result<{ indexed: number; unread: number; stopped: boolean }, CallError>> {
  const { ports, session, cancelled } = scope;
  const opened = openedIn(scope);
  if (!opened.ok) return opened;
  const { workspace } = opened.value;
  const people = await loadPeople(scope, opened.value);
  if (!people.ok) return people;
  const folders = await workspace.listDraftFolders();
  if (!folders.ok) return refused(fromFault(folders.error));
  cancelled.delete('index');
  const search = ports.search.of(workspace.id);
  const stamps = await search.stamps();
  const known = new Map(Object.entries(stamps).map(([draft, stamp]) => [stamp, draft]));
  const present = new Set<string>();
  let [indexed, unread, stopped] = [0, 0, false];
  const total = folders.value.length;
  const tell = (at: number, finished: boolean): void => {
    const told = `${at} of ${total} drafts indexed`;
    ports.windows.send(session.window, { kind: 'progress', job: 'index', done: at, total, told, finished });
  };
  for (const [at, folder] of folders.value.entries()) {
    if (cancelled.has('index')) {
      stopped = true;
      break;
    }
    const stamp = `${folder} ${await workspace.fingerprint(folder)}`;
    const same = known.get(stamp);
    if (same !== undefined) present.add(same);
    else {
      const loaded = await loadFolder(scope, opened.value, folder);
      if (!loaded.ok) unread += 1;
      else if (loaded.value !== null) {
        await putDraft(scope, loaded.value, stamp);
        present.add(loaded.value.verified.draft);
        indexed += 1;
      }
    }
    if (at % 25 === 24) tell(at + 1, false);
  }
  tell(total, true);
  if (!stopped) for (const draft of Object.keys(stamps)) if (!present.has(draft)) await search.drop(draft);
  return done({ indexed, unread, stopped });
}

async function putDraft(scope: Scope, { verified, folder }: LoadedDraft, stamp: string): Promise<void> {
  const workspace = scope.session.opened?.workspace.id ?? '';
  const { folded, draft } = verified;
  const framework = folded === null ? null : adoptedFramework(folded, scope.ports.crypto.sha256);
  const provider = folded === null ? folder : (shown(folded.state.details.provider) ?? folder);
  const documents = folded === null ? [] : searchDocuments(folded.state, framework);
  await scope.ports.search.of(workspace).put(draft, stamp, provider, documents);
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
