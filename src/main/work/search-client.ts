import { join } from 'node:path';
import { workerCalls } from './worker-calls.ts';
import type { Search, WorkspaceSearch } from '../ports/search-port.ts';

/** Full-text search, each workspace's index in a worker thread of its own and a file of the profile's index folder. */
export function searchIn(profile: string, worker: string): Search {
  const open = new Map<string, WorkspaceSearch>();
  return {
    of: (workspace) => {
      const known = open.get(workspace);
      if (known !== undefined) return known;
      const call = workerCalls(
        worker,
        join(profile, 'index', `${workspace.replaceAll(/[^a-z0-9-]/giu, '')}.sqlite`),
      );
      const made: WorkspaceSearch = {
        stamps: () => call('stamps'),
        put: (draft, stamp, provider, documents) => call('put', draft, stamp, provider, documents),
        drop: (draft) => call('drop', draft),
        search: (query, ranked) => call('search', query, ranked),
        renew: () => call('renew'),
      };
      open.set(workspace, made);
      return made;
    },
  };
}
