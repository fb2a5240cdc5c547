import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hearPresence,
  presenceHolds,
  readPresence,
  writingNow,
  type Presence,
} from '../../../src/shared/folder/presence.ts';
import { idOf } from '../history.ts';

const device = idOf('a device');
const said = (beat: number, area: string | null = 'care'): Presence => ({
  v: 1,
  person: idOf('Priya'),
  draft: idOf('a draft'),
  area,
  beat,
});
const one = (beat: number, area: string | null = 'care'): Parameters<typeof hearPresence>[1] => [
  { device, said: said(beat, area) },
];

describe('what a presence file says', () => {
  const fine = JSON.stringify(said(7));

  it('is read where it is a claim of ours', () => {
    expect(readPresence(`${device}.json`, fine)).toEqual({ device, said: said(7) });
  });

  it.each([
    ['a name of another kind', 'notes.json', fine],
    ['a conflicted copy', `${device} (1).json`, fine],
    ['no JSON', `${device}.json`, '\0\0\0'],
    ['nothing', `${device}.json`, ''],
    ['another shape', `${device}.json`, '{"v":1}'],
    ['more than it may hold, a grade say', `${device}.json`, fine.replace('}', ',"grade":"good"}')],
    ['words in place of an area', `${device}.json`, fine.replace('care', 'Is this good?')],
    ['too much', `${device}.json`, `${fine}${' '.repeat(2000)}`],
  ])('is passed over: %s', (_what, name, text) => {
    expect(readPresence(name, text)).toBeNull();
  });

  it('never fails, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readPresence(`${device}.json`, text)).toBeNull();
      }),
    );
  });
});

describe('who is writing', () => {
  it('is nobody of whom a claim only lay there at the first look', () => {
    expect(writingNow(hearPresence(null, one(1), 1000), 1000)).toEqual([]);
  });

  it('is whoever’s claim was seen to change, until it holds no more', () => {
    const first = hearPresence(null, one(1), 1000);
    const then = hearPresence(first, one(2), 5000);
    expect(writingNow(then, 5000)).toMatchObject([{ area: 'care' }]);
    // The same claim met again makes it no younger.
    const again = hearPresence(then, one(2), 60_000);
    expect(writingNow(again, 4999 + presenceHolds)).toHaveLength(1);
    expect(writingNow(again, 5000 + presenceHolds)).toEqual([]);
    expect(writingNow(hearPresence(then, one(3, null), 6000), 6000)).toEqual([]);
  });

  it('follows from this computer’s clock alone: the writer’s may be hours or years off, or turned back', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.maxSafeInteger(), (before, after) => {
        fc.pre(before !== after);
        const heard = hearPresence(hearPresence(new Map(), one(before), 0), one(after), 10);
        expect(writingNow(heard, 20)).toHaveLength(1);
      }),
    );
    // This computer's own clock turned back: nothing is claimed of a time that has not come.
    expect(writingNow(hearPresence(new Map(), one(1), 90_000), 1000)).toEqual([]);
  });
});
