import { describe, expect, it } from 'vitest';
import { Journalist } from '../../../src/renderer/lib/journalist.ts';

/** A disk and a clock that the test makes: a write takes so many ms, and may fail. */
class StagedDisk {
  now = 0;
  takes = 5;
  fails = false;
  /** What a person has typed so far. */
  typed = '';
  /** What lies on the disk. */
  onDisk = '';
  /** How many writes began, how many are under way, and the most that were at once. */
  writes = 0;
  underWay = 0;
  mostAtOnce = 0;
  readonly #timers: { readonly at: number; readonly run: () => void }[] = [];
  readonly journalist = new Journalist({
    write: () => {
      const { typed, fails } = this;
      this.writes += 1;
      this.underWay += 1;
      this.mostAtOnce = Math.max(this.mostAtOnce, this.underWay);
      return new Promise((resolve, reject) => {
        this.after(this.takes, () => {
          this.underWay -= 1;
          if (fails) reject(new Error('the disk is full'));
          else resolve((this.onDisk = typed) === typed);
        });
      });
    },
    time: { now: () => this.now, after: (ms, run) => this.after(ms, run) },
  });

  after(ms: number, run: () => void): () => void {
    const timer = { at: this.now + ms, run };
    this.#timers.push(timer);
    return () => {
      const at = this.#timers.indexOf(timer);
      if (at >= 0) this.#timers.splice(at, 1);
    };
  }

  async pass(ms: number): Promise<void> {
    const until = this.now + ms;
    for (;;) {
      for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
      const next = this.#timers.filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.#timers.splice(this.#timers.indexOf(next), 1);
      this.now = next.at;
      next.run();
    }
    this.now = until;
  }

  type(text: string): void {
    this.typed += text;
    this.journalist.changed();
  }
}

describe('keeping what is typed', () => {
  it.each([10, 40, 90, 199, 240])(
    'never has more than 250 ms of typing off the disk, with a key every %i ms',
    async (every) => {
      const disk = new StagedDisk();
      const typedAt: number[] = [];
      let longest = 0;
      for (let at = 0; at < 5000; at += every) {
        disk.type('a');
        typedAt.push(disk.now);
        await disk.pass(every);
        const oldest = typedAt[disk.onDisk.length];
        if (oldest !== undefined) longest = Math.max(longest, disk.now - oldest);
      }
      expect(longest).toBeLessThanOrEqual(250);
      await disk.pass(250);
      expect(disk.onDisk).toBe(disk.typed);
      expect(disk.writes).toBeLessThanOrEqual(5000 / 200 + 2);
    },
  );

  it('has one write under way at most, and then writes the newest only', async () => {
    const disk = new StagedDisk();
    disk.takes = 900;
    for (let at = 0; at < 40; at += 1) {
      disk.type('a');
      await disk.pass(50);
    }
    await disk.pass(2000);
    expect(disk.mostAtOnce).toBe(1);
    expect(disk.writes).toBeLessThanOrEqual(4);
    expect(disk.onDisk).toBe(disk.typed);
  });

  it('writes at once when it is flushed, and not again without a change', async () => {
    const disk = new StagedDisk();
    disk.type('a');
    void disk.journalist.flush();
    await disk.pass(5);
    expect(disk.onDisk).toBe('a');
    void disk.journalist.flush();
    await disk.pass(1000);
    expect(disk.writes).toBe(1);
  });

  it('flushes what was typed while a write was under way', async () => {
    const disk = new StagedDisk();
    disk.takes = 50;
    disk.type('a');
    await disk.pass(210);
    disk.type('b');
    let flushed = false;
    void disk.journalist.flush().then(() => (flushed = true));
    await disk.pass(45);
    expect(flushed).toBe(false);
    await disk.pass(60);
    expect([flushed, disk.onDisk]).toEqual([true, 'ab']);
  });

  it('says since when words are not on disk, and tries again until they are', async () => {
    const disk = new StagedDisk();
    disk.now = 1000;
    disk.fails = true;
    disk.type('a');
    await disk.pass(300);
    disk.type('b');
    await disk.pass(20_000);
    expect([disk.journalist.since, disk.journalist.failed, disk.onDisk]).toEqual([1000, true, '']);
    const { writes } = disk;
    expect(writes).toBeGreaterThan(2);
    disk.fails = false;
    await disk.pass(16_000);
    expect([disk.journalist.since, disk.journalist.failed, disk.onDisk]).toEqual([null, false, 'ab']);
    expect(disk.writes).toBe(writes + 1);
  });

  it('writes nothing more once nothing is to be kept, also where a write was under way', async () => {
    const disk = new StagedDisk();
    disk.takes = 100;
    disk.type('a');
    await disk.pass(210);
    disk.type('b');
    let dropped = false;
    void disk.journalist.drop().then(() => (dropped = true));
    await disk.pass(50);
    expect(dropped).toBe(false);
    await disk.pass(5000);
    expect([dropped, disk.writes, disk.onDisk, disk.journalist.since]).toEqual([true, 1, 'a', null]);
  });
});
