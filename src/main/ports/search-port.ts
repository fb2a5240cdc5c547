import type { RecordId } from '../../shared/records/record.ts';
import type { SearchDocument, SearchHit, SearchQuery } from '../../shared/search/search-query.ts';

/** Full-text search over one workspace. Disposable: everything in it is made from the logs. */
export interface WorkspaceSearch {
  /** The stamp with which each draft was indexed. */
  stamps(): Promise<Readonly<Record<RecordId, string>>>;
  /** Replaces what is held of one draft. */
  put(draft: RecordId, stamp: string, provider: string, documents: readonly SearchDocument[]): Promise<void>;
  drop(draft: RecordId): Promise<void>;
  /** At most twenty documents: the newest, or with `ranked` those that fit best, unless too many match. */
  search(
    query: SearchQuery,
    ranked: boolean,
  ): Promise<{ readonly hits: readonly SearchHit[]; readonly ranked: boolean }>;
  /** Throws everything away. */
  renew(): Promise<void>;
}

/** The full-text search of each workspace. */
export interface Search {
  of(workspace: string): WorkspaceSearch;
}
