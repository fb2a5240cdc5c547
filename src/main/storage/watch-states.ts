/** What a watcher knows of the folder that it watches. */
export interface WatchState {
  /** Whether the folder was there when it was looked for last. */
  readonly reach: 'unknown' | 'here' | 'away';
  /** Whether the file system's events are listened to: `silent` where it sends none, `failed` where listening broke off. */
  readonly listening: 'no' | 'starting' | 'yes' | 'silent' | 'failed';
  /** How long the last look took, in ms. */
  readonly took: number;
  /** Looks that found the folder since listening broke off. */
  readonly looksWithout: number;
}

/** What can happen to a watcher. */
export type WatchInput =
  /** The folder is there. */
  | { readonly kind: 'found' }
  /** The folder is not there, or it gave no answer in time. */
  | { readonly kind: 'lost' }
  /** All that is in the folder was compared with what was known of it; the look took so many ms. */
  | { readonly kind: 'compared'; readonly took: number }
  /** It is known whether the file system under the folder tells of changes. */
  | { readonly kind: 'listening'; readonly events: boolean }
  /** Listening broke off: there is too much to listen to, or the folder went. */
  | { readonly kind: 'failed' }
  /** An event says that the folder, or a part by which it is known, went: it may have come back as another already. */
  | { readonly kind: 'gone' };

/** What a watcher is to do next. */
export type WatchAct =
  | { readonly do: 'tell'; readonly what: 'away' | 'back' | 'watched' }
  | { readonly do: 'listen' }
  | { readonly do: 'stop-listening' }
  /** Looks again after so many ms; it replaces any look that was planned before. */
  | { readonly do: 'look-in'; readonly ms: number };

const quick = 3000;
const slow = 10_000;
const mostPause = 600_000;
/** Listening that broke off is tried again after so many looks. */
const looksUntilRetry = 20;

/** A watcher that has not looked yet. */
export const beginning: WatchState = { reach: 'unknown', listening: 'no', took: 0, looksWithout: 0 };

/**
 * How long the watcher waits until its next look, in ms. A folder that is away is looked for every three seconds; one
 * whose changes are told of is looked at every ten. A look that takes long takes no more than a twentieth of the time.
 */
export function pauseOf({ reach, listening, took }: WatchState): number {
  if (reach === 'away') return quick;
  const isHeard = listening === 'yes' || listening === 'starting';
  return Math.min(Math.max(isHeard ? slow : quick, took * 20), mostPause);
}

/** The watcher's next state, and what it does about it. Every input plans the next look: none can leave it asleep. */
export function nextWatch(
  state: WatchState,
  input: WatchInput,
): { readonly state: WatchState; readonly acts: readonly WatchAct[] } {
  switch (input.kind) {
    case 'found':
      return found(state);
    case 'compared':
      return planned({ ...state, took: input.took }, []);
    case 'lost': {
      const next: WatchState = { ...state, reach: 'away', listening: 'no', looksWithout: 0 };
      if (state.reach === 'away') return planned(next, []);
      return planned(next, [...stopped(state), { do: 'tell', what: 'away' }]);
    }
    case 'listening': {
      // The answer may come after the folder went: it is asked for anew when the folder is back.
      if (state.reach !== 'here' || state.listening !== 'starting') return planned(state, []);
      const next: WatchState = { ...state, listening: input.events ? 'yes' : 'silent' };
      return planned(next, [{ do: 'tell', what: 'watched' }]);
    }
    case 'failed': {
      if (state.reach !== 'here') return planned(state, []);
      const next: WatchState = { ...state, listening: 'failed', looksWithout: 0 };
      return planned(next, [...stopped(state), { do: 'tell', what: 'watched' }]);
    }
    case 'gone': {
      const next: WatchState = { ...state, listening: 'no' };
      return { state: next, acts: [...stopped(state), { do: 'look-in', ms: 0 }] };
    }
  }
}

function found(state: WatchState): { readonly state: WatchState; readonly acts: readonly WatchAct[] } {
  const back: readonly WatchAct[] = state.reach === 'away' ? [{ do: 'tell', what: 'back' }] : [];
  const looksWithout = state.listening === 'failed' ? state.looksWithout + 1 : 0;
  const listens = state.listening === 'no' || looksWithout >= looksUntilRetry;
  const next: WatchState = {
    ...state,
    reach: 'here',
    listening: listens ? 'starting' : state.listening,
    looksWithout: listens ? 0 : looksWithout,
  };
  return planned(next, listens ? [...back, { do: 'listen' }] : back);
}

function stopped({ listening }: WatchState): readonly WatchAct[] {
  return listening === 'yes' || listening === 'starting' ? [{ do: 'stop-listening' }] : [];
}

function planned(
  state: WatchState,
  acts: readonly WatchAct[],
): { readonly state: WatchState; readonly acts: readonly WatchAct[] } {
  return { state, acts: [...acts, { do: 'look-in', ms: pauseOf(state) }] };
}
