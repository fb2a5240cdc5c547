import { describe, expect, it } from 'vitest';
import type { EvidenceLink, EvidenceNote } from '../../../src/shared/evidence/evidence-state.ts';
import { guessMapping } from '../../../src/shared/evidence/evidence-table.ts';
import { mapEvidenceRows, type MappedRows } from '../../../src/shared/evidence/map-evidence-rows.ts';
import { shippedFrameworks } from '../precedents/shipped-frameworks.ts';

const framework = shippedFrameworks().find(({ id }) => id === 'ilacs-2026') ?? null;
const note: EvidenceNote = {
  id: 'a'.repeat(64),
  code: 'OB-001',
  author: 'b'.repeat(64),
  written: '2026-10-07T09:00:00.000Z',
  kind: 'observation',
  source: 'Duty team',
  when: '2026-10-06T10:20',
  direction: 'strength',
  text: 'Each referral was read aloud, and the history of the child was read first.',
  lateDays: 0,
  addenda: [],
  corrections: [],
  attachments: [],
  erased: false,
};
const link = (value: 'for' | 'none'): EvidenceLink => ({
  note: note.id,
  criterion: 'hp.front-door',
  values: [{ erased: false, value, record: 'c'.repeat(64), author: note.author, at: note.written }],
  strength: null,
  passage: null,
});

function rowOf(
  row: Partial<Record<'text' | 'source' | 'when' | 'kind' | 'direction' | 'criterion', string>>,
  links: EvidenceLink[] = [],
): MappedRows {
  const cells = { ...note, when: '2026-10-06 10:20', criterion: '', ...row };
  const headers = ['Text', 'Source', 'When', 'Kind', 'Direction', 'Criterion'];
  const table = {
    headers,
    rows: [
      { row: 2, cells: [cells.text, cells.source, cells.when, cells.kind, cells.direction, cells.criterion] },
    ],
  };
  return mapEvidenceRows(table, guessMapping(headers), framework, [note], links);
}

describe('a row of a note that is here', () => {
  it.each([
    ['nothing', {}, ''],
    ['its kind', { kind: 'document' }, 'its kind would be'],
    ['its direction', { direction: 'weakness' }, 'its direction would be weakness, not strength'],
  ])('names it and says what would change: %s', (_name, row, differs) => {
    const { notes, duplicates } = rowOf(row);
    expect(notes).toEqual([]);
    expect(duplicates).toMatchObject([
      { row: 2, of: 'OB-001', differs: expect.stringContaining(differs) as string },
    ]);
    expect((duplicates[0]?.differs ?? '') === '').toBe(differs === '');
  });

  it('says that it would be held the other way, and links what is not held', () => {
    const turned = rowOf({ direction: 'weakness', criterion: 'hp.front-door' }, [link('for')]);
    expect(turned.duplicates[0]?.differs).toContain('held against hp.front-door, not for it');
    expect(rowOf({ criterion: 'hp.front-door' }, [link('none')]).links).toHaveLength(1);
    expect(rowOf({ criterion: 'hp.front-door' }, [link('for')]).links).toHaveLength(0);
  });

  it.each([
    [
      'the same words of another day',
      { when: '2026-10-07 10:20' },
      'Its words are those of OB-001, which is from Duty team on 6 October 2026, 10:20.',
    ],
    ['the same words of somebody else', { source: 'Night team' }, 'Its words are those of OB-001'],
    [
      'nearly the same words of the same activity',
      { text: 'Each referral was read aloud and the history of the child was then read first.' },
      'It is nearly OB-001',
    ],
    ['other words of the same activity', { text: 'Nobody had asked the school.' }, undefined],
  ])('makes a note and says what it is like: %s', (_name, row, remark) => {
    const { notes, remarks } = rowOf(row);
    expect(notes).toHaveLength(1);
    if (remark === undefined) expect(remarks).toEqual([]);
    else expect(remarks[0]?.message).toContain(remark);
  });
});
