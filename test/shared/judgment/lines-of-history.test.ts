import { describe, expect, it } from 'vitest';
import { evidenceLinked } from '../../../src/shared/evidence/evidence-linked.ts';
import { everyEventType } from '../../../src/shared/judgment/event-types.ts';
import { recordsOfKind } from '../../../src/shared/judgment/record-names.ts';
import { withNames } from '../../../src/shared/records/record-titles.ts';
import { roleGranted } from '../../../src/shared/people/role-granted.ts';

const person = 'ab'.repeat(32);
const called = (id: string): string => `the ${id}`;
const titles = { place: called, criterion: called, grade: called, rule: called };

describe('lines of a draft’s history', () => {
  it('have a name of its own for every kind of record', () => {
    const kinds = [...everyEventType.values()];
    expect(kinds.length).toBeGreaterThan(60);
    expect(new Set(kinds.map(({ noun }) => noun.join())).size).toBe(kinds.length);
  });

  it.each([
    ['accuracy.answered', 6, '6 answers to the provider’s comments'],
    ['evidence.noted', 1, '1 note'],
    ['other', 2, '2 other records'],
    ['verdict.whispered', 2, '2 records of a newer version'],
  ])('count records of the kind %s, %i: %s', (type, number, words) => {
    expect(recordsOfKind(type, number)).toBe(words);
  });

  it('call criteria by their titles', () => {
    const body = { note: 'cd'.repeat(32), criterion: 'leaders.audit', direction: 'for', over: [] };
    expect(
      evidenceLinked
        .read({ type: 'evidence.linked', author: person, facts: body, words: {} })
        ?.sentence(titles),
    ).toBe('linked a note for the leaders.audit');
  });

  it('call people by their names', () => {
    const sentence =
      roleGranted
        .read({ type: 'role.granted', author: person, facts: { person, role: 'panel' }, words: {} })
        ?.sentence(titles) ?? '';
    expect(withNames(sentence, () => 'Gareth Oakes')).toBe('added Gareth Oakes to the panel');
  });
});
