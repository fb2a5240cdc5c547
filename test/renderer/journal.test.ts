import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Journalist } from '../../src/renderer/lib/journalist.ts';
import { countUnsaved, nothingUnsaved, readUnsaved } from '../../src/renderer/features/write/journal.ts';

describe('the journal of what is typed', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('writes within its delay of the first keystroke, however long the typing goes on', async () => {
    const write = vi.fn(() => Promise.resolve());
    const journalist = new Journalist(write, 200);
    for (let at = 0; at < 10; at += 1) {
      journalist.changed();
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(write.mock.calls.length).toBeGreaterThanOrEqual(4);
  });

  it('writes at once when it is flushed, and not again without a change', async () => {
    const write = vi.fn(() => Promise.resolve());
    const journalist = new Journalist(write, 200);
    journalist.changed();
    await journalist.flush();
    await journalist.flush();
    expect(write).toHaveBeenCalledTimes(1);
  });

  it.each(['', 'null', '[]', '{"narratives":1}'])(
    'reads nothing from what it did not write: %j',
    (content) => {
      expect(readUnsaved(content)).toBeNull();
    },
  );

  it('reads back what it wrote', () => {
    const unsaved = { ...nothingUnsaved, narratives: { summary: { text: 'typed', over: [] } } };
    expect(readUnsaved(JSON.stringify(unsaved))).toEqual(unsaved);
    expect(countUnsaved(unsaved)).toBe(1);
  });
});
