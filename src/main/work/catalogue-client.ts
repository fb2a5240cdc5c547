import { join } from 'node:path';
import { workerCalls } from './worker-calls.ts';
import type { Catalogue, Catalogues } from '../ports/catalogue-port.ts';

/** Catalogues, each workspace's in a worker thread of its own and a file of the profile's index folder. */
export function cataloguesIn(profile: string, worker: string): Catalogues {
  const open = new Map<string, Catalogue>();
  return {
    of: (workspace) => {
      const known = open.get(workspace);
      if (known !== undefined) return known;
      const name = `list-${workspace.replaceAll(/[^a-z0-9-]/giu, '')}.sqlite`;
      const call = workerCalls(worker, join(profile, 'index', name));
      const made: Catalogue = {
        all: () => call('all'),
        put: (entries) => call('put', entries),
        drop: (folders) => call('drop', folders),
      };
      open.set(workspace, made);
      return made;
    },
  };
}
