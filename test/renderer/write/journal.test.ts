import { describe, expect, it } from 'vitest';
import { countUnsaved, nothingUnsaved, readUnsaved } from '../../../src/renderer/write/journal.ts';

describe('the journal of what is typed', () => {
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
