import { describe, expect, it } from 'vitest';
import type { EvidenceNote } from '../../../src/shared/evidence/evidence-state.ts';
import { NoteCorrecting } from '../../../src/renderer/evidence/note-correcting.svelte.ts';
import { note } from '../../shared/coverage/noted.ts';

const plain = note('CT-001', 'case-tracking', 'ada', 'Visits are on time.');
const correction = (id: string, stands: boolean): EvidenceNote['corrections'][number] => ({
  ...{ id, author: 'ada', at: '2026-10-06T11:00:00Z', reason: 'x' },
  parts: [{ part: 'kind', was: 'data', now: 'case-tracking', stands }],
});

function correcting(from: EvidenceNote): NoteCorrecting {
  const made = new NoteCorrecting();
  made.begin(from);
  return made;
}

describe('a note while it is corrected', () => {
  it('changes nothing until a part says something else, and nothing again once it is put back', () => {
    const made = correcting(plain);
    expect(made.changes).toBeNull();
    made.kind = 'data';
    expect(made.changes).toEqual({ kind: { value: 'data', over: [] } });
    made.kind = 'case-tracking';
    expect(made.changes).toBeNull();
  });

  it.each([
    ['an empty source', { source: '  ' }],
    ['no time', { when: '' }],
    ['no direction', { direction: '' }],
  ] as const)('is not saved with %s, whatever else is changed', (_what, part) => {
    const made = correcting(plain);
    Object.assign(made, { kind: 'data' }, part);
    expect(made.changes).toBeNull();
  });

  it('names the corrections of a part that stand, and no other', () => {
    const made = correcting({ ...plain, corrections: [correction('one', false), correction('two', true)] });
    Object.assign(made, { kind: 'document', when: '2026-10-07T09:00' });
    expect(made.changes).toEqual({
      kind: { value: 'document', over: ['two'] },
      when: { value: '2026-10-07T09:00', over: [] },
    });
  });

  it('says that the note turns, where it shows something else', () => {
    const made = correcting(plain);
    expect(made.turns).toBe(false);
    made.direction = 'weakness';
    expect(made.turns).toBe(true);
  });
});
