import { describe, expect, it } from 'vitest';
import {
  beginning,
  nextWatch,
  pauseOf,
  type WatchAct,
  type WatchInput,
  type WatchState,
} from '../../../src/main/storage/watch-states.ts';

const here: WatchState = { reach: 'here', listening: 'yes', took: 0, looksWithout: 0 };
const away: WatchState = { reach: 'away', listening: 'no', took: 0, looksWithout: 0 };
const lookIn = (ms: number): WatchAct => ({ do: 'look-in', ms });
const tell = (what: 'away' | 'back' | 'watched'): WatchAct => ({ do: 'tell', what });
const listen: WatchAct = { do: 'listen' };
const stopListening: WatchAct = { do: 'stop-listening' };

describe('watching, losing and regaining a folder', () => {
  it.each<[string, WatchState, WatchInput, Partial<WatchState>, readonly WatchAct[]]>([
    [
      'begins to listen once the folder is found',
      beginning,
      { kind: 'found' },
      { reach: 'here', listening: 'starting' },
      [listen, lookIn(10_000)],
    ],
    [
      'says that it is away where it is not there from the first',
      beginning,
      { kind: 'lost' },
      { reach: 'away' },
      [tell('away'), lookIn(3000)],
    ],
    [
      'says once that it went, and looks for it soon',
      here,
      { kind: 'lost' },
      { reach: 'away', listening: 'no' },
      [stopListening, tell('away'), lookIn(3000)],
    ],
    [
      'goes on looking for it, and says nothing again',
      away,
      { kind: 'lost' },
      { reach: 'away' },
      [lookIn(3000)],
    ],
    [
      'says that it is back, and listens to it anew',
      away,
      { kind: 'found' },
      { reach: 'here', listening: 'starting' },
      [tell('back'), listen, lookIn(10_000)],
    ],
    ['listens to one thing at a time', here, { kind: 'found' }, here, [lookIn(10_000)]],
    [
      'says that it looks often where the file system tells of nothing',
      { ...here, listening: 'starting' },
      { kind: 'listening', events: false },
      { listening: 'silent' },
      [tell('watched'), lookIn(3000)],
    ],
    [
      'looks often where listening broke off',
      here,
      { kind: 'failed' },
      { listening: 'failed' },
      [stopListening, tell('watched'), lookIn(3000)],
    ],
    [
      'tries again to listen after twenty looks',
      { ...here, listening: 'failed', looksWithout: 19 },
      { kind: 'found' },
      { listening: 'starting', looksWithout: 0 },
      [listen, lookIn(10_000)],
    ],
    [
      'looks at once where an event says that the folder went',
      here,
      { kind: 'gone' },
      { listening: 'no' },
      [stopListening, lookIn(0)],
    ],
    [
      'takes a folder that stands in the place of another as new',
      { ...here, listening: 'no' },
      { kind: 'found' },
      { listening: 'starting' },
      [listen, lookIn(10_000)],
    ],
    [
      'passes over an answer about listening that comes after the folder went',
      away,
      { kind: 'listening', events: true },
      away,
      [lookIn(3000)],
    ],
    [
      'passes over a listener that fails after the folder went',
      away,
      { kind: 'failed' },
      away,
      [lookIn(3000)],
    ],
    [
      'looks seldom where a look takes long',
      here,
      { kind: 'compared', took: 4000 },
      { took: 4000 },
      [lookIn(80_000)],
    ],
  ])('%s', (_name, state, input, expected, acts) => {
    const next = nextWatch(state, input);
    expect(next.state).toMatchObject(expected);
    expect(next.acts).toEqual(acts);
  });

  it('plans a next look after whatever happens, never later than ten minutes and for a lost folder in three seconds', () => {
    const inputs: readonly WatchInput[] = [
      { kind: 'found' },
      { kind: 'lost' },
      { kind: 'compared', took: 1e9 },
      { kind: 'listening', events: true },
      { kind: 'listening', events: false },
      { kind: 'failed' },
      { kind: 'gone' },
    ];
    const seen = new Map([[JSON.stringify(beginning), beginning]]);
    for (const state of seen.values()) {
      if (seen.size > 2000) throw new Error('the states never end');
      for (const input of inputs) {
        const next = nextWatch(state, input);
        const planned = next.acts.flatMap((act) => (act.do === 'look-in' ? [act.ms] : []));
        expect(planned).toHaveLength(1);
        expect(planned[0]).toBeLessThanOrEqual(next.state.reach === 'away' ? 3000 : 600_000);
        seen.set(JSON.stringify(next.state), next.state);
      }
    }
    expect(seen.size).toBeGreaterThan(20);
    expect(pauseOf({ ...away, took: 1e9 })).toBe(3000);
  });
});
