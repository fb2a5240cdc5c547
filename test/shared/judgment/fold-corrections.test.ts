import { beforeEach, describe, expect, it } from 'vitest';
import type { EvidenceNote } from '../../../src/shared/evidence/evidence-state.ts';
import { foldDraft } from '../../../src/shared/judgment/fold-draft.ts';
import { passagesOf } from '../../../src/shared/judgment/passages-of.ts';
import { wordless } from '../../../src/shared/records/record-line.ts';
import type { SignedRecord } from '../../../src/shared/records/record.ts';
import { History, quickCrypto, writer } from '../history.ts';

const ada = writer('ada');
const ben = writer('ben');
const said = {
  code: 'CT-001',
  kind: 'case-tracking',
  source: 'A manager',
  when: '2026-10-05T08:00',
  direction: 'strength',
  text: 'Visits are on time.',
};

let history: History;
let note: string;
beforeEach(() => {
  history = new History();
  history.begin(ada);
  history.add(ada, 'role.granted', { person: ben.person, role: 'inspector' });
  note = history.add(ada, 'evidence.noted', said).id;
});

const correct = (parts: object, by = ada, parents = history.heads()): SignedRecord =>
  history.add(by, 'note.corrected', { note, reason: 'Taken down wrongly', ...parts }, parents);
const folded = (records = history.records) => {
  const draft = foldDraft(history.draft, records);
  if (draft === null) throw new Error('the draft did not fold');
  return draft;
};
const noteNow = (records = history.records): EvidenceNote | undefined => folded(records).state.notes[0];

describe('a corrected note', () => {
  it.each([
    { part: 'kind', value: 'observation' },
    { part: 'source', value: 'A social worker' },
    { part: 'when', value: '2026-10-04T16:30' },
    { part: 'direction', value: 'neutral' },
  ] as const)('says its $part as corrected and all else as it was noted', ({ part, value }) => {
    const { id, at } = correct({ [part]: { value, over: [] } });
    const { kind, source, when, direction, text, code, corrections } = noteNow() ?? {};
    expect({ kind, source, when, direction, text, code }).toEqual({ ...said, [part]: value });
    expect(corrections).toEqual([
      {
        ...{ id, at, author: ada.person, reason: 'Taken down wrongly' },
        parts: [{ part, was: said[part], now: value, stands: true }],
      },
    ]);
  });

  it('keeps every state that it was in, when it is corrected again', () => {
    const first = correct({ kind: { value: 'data', over: [] } });
    correct({ kind: { value: 'document', over: [first.id] }, source: { value: 'A report', over: [] } });
    expect(noteNow()).toMatchObject({
      kind: 'document',
      source: 'A report',
      corrections: [
        { parts: [{ was: 'case-tracking', now: 'data', stands: false }] },
        {
          parts: [
            { part: 'kind', was: 'data', now: 'document', stands: true },
            { part: 'source', was: 'A manager', now: 'A report', stands: true },
          ],
        },
      ],
    });
  });

  it('is late by when it is said to have taken place', () => {
    expect(noteNow()?.lateDays).toBe(0);
    correct({ when: { value: '2026-10-02T08:00', over: [] } });
    expect(noteNow()?.lateDays).toBe(3);
  });

  it('conflicts where two corrections of one part knew nothing of each other, and not where they say different parts', () => {
    const heads = history.heads();
    correct({ kind: { value: 'data', over: [] } }, ada, heads);
    correct({ source: { value: 'A nurse', over: [] } }, ben, heads);
    expect(folded().state.conflicts).toEqual([]);
    correct({ kind: { value: 'document', over: [] } }, ben, history.heads());
    expect(folded().state.conflicts).toEqual([`noted/${note}/kind`]);
    expect(noteNow()?.corrections.flatMap(({ parts }) => parts.map(({ stands }) => stands))).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('is not corrected by whoever has no role, nor by a record that changes nothing or another id', () => {
    correct({ kind: { value: 'data', over: [] } }, writer('eve'));
    correct({});
    history.add(ada, 'note.corrected', {
      note: history.draft,
      kind: { value: 'data', over: [] },
      reason: 'x',
    });
    expect(noteNow()).toMatchObject({ kind: 'case-tracking', corrections: [] });
  });

  it('keeps what a correction did where its words are erased, and no word of it', () => {
    const corrected = correct({
      kind: { value: 'data', over: [] },
      source: { value: 'Jane Doe', over: [] },
    });
    history.add(ada, 'content.erased', { erased: [corrected.id], reason: 'a name', rule: 'Rule 3' });
    for (const records of [
      history.records,
      history.records.map((record) =>
        record.id === corrected.id ? wordless(record, quickCrypto.sha256) : record,
      ),
    ]) {
      const now = noteNow(records);
      expect(now).toMatchObject({ kind: 'data', source: '', corrections: [{ reason: '' }] });
      expect(JSON.stringify(now)).not.toMatch(/Jane|wrongly/u);
    }
  });

  it('is sealed as another passage under another salt once its source is another', () => {
    const passage = () => passagesOf(folded()).find(({ field }) => field === `note/${note}`);
    const before = passage();
    correct({ kind: { value: 'data', over: [] } });
    expect(passage()).toEqual(before);
    correct({ source: { value: 'A nurse', over: [] } });
    expect(passage()?.text).toBe('CT-001. A nurse. Visits are on time.');
    expect(passage()?.salt).not.toBe(before?.salt);
  });
});
