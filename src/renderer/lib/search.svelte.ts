import type { SearchHit, SearchQuery } from '../../shared/search/search-query.ts';
import { app } from './app-state.svelte.ts';
import { call } from './call.ts';
import { jobs } from './jobs.svelte.ts';

/** The search of this window: what is asked, and what was found for it. */
export class WorkspaceSearch {
  text = $state('');
  what = $state<SearchQuery['what']>(null);
  kind = $state<SearchQuery['kind']>(null);
  author = $state<string | null>(null);
  area = $state<string | null>(null);
  grade = $state<string | null>(null);
  from = $state('');
  to = $state('');
  hits = $state.raw<readonly SearchHit[]>([]);
  /** Whether the hits are ranked, or the newest that came at once. */
  ranked = $state(false);
  /** How many drafts could not be read and are not searched. */
  unread = $state(0);
  #asked = 0;

  /** Brings the index up to date, then looks again. */
  async refresh(): Promise<void> {
    const done = await jobs.run('index', 'Looking for what changed …', () => call('refreshSearch', {}));
    this.unread = done?.unread ?? 0;
    await this.look();
  }

  /** The first twenty at once, the ranked ones right after; answers that are overtaken are thrown away. */
  async look(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const { text, what, kind, author, area, grade, from, to } = this;
    const query: SearchQuery = {
      text,
      what,
      kind,
      author,
      from: from === '' ? null : from,
      to: to === '' ? null : to,
      area,
      grade,
    };
    if (text.trim().length < 2) {
      this.hits = [];
      return;
    }
    for (const ranked of [false, true]) {
      const found = await app.attempt(() => call('searchWorkspace', { query, ranked }));
      if (asked !== this.#asked || found === undefined) return;
      this.hits = found.hits;
      this.ranked = found.ranked;
    }
    app.say(`${this.hits.length === 20 ? 'Twenty best' : this.hits.length} found`);
  }
}
