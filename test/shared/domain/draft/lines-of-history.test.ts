import { describe, expect, it } from 'vitest';
import { evidenceLinked } from '../../../../src/shared/domain/events/evidence-linked.ts';
import {
  copyEventTypes,
  draftEventTypes,
  personEventTypes,
} from '../../../../src/shared/domain/events/event-types.ts';
import { recordNames, recordsOfKind } from '../../../../src/shared/domain/events/record-names.ts';
import { withNames } from '../../../../src/shared/domain/events/record-titles.ts';
import { roleGranted } from '../../../../src/shared/domain/events/role-granted.ts';

const person = 'ab'.repeat(32);
const called = (id: string): string => `the ${id}`;
const titles = { place: called, criterion: called, grade: called, rule: called };

describe('lines of a draft’s history', () => {
  it('have a name for every kind of record', () => {
    const types = [personEventTypes, copyEventTypes, draftEventTypes].flatMap((table) => [...table.keys()]);
    expect(types.length).toBeGreaterThan(60);
    expect(types.filter((type) => recordNames[type] === undefined)).toEqual([]);
    expect(recordsOfKind('accuracy.answered', 6)).toBe('6 answers to the provider’s comments');
  });

  it('call criteria by their titles', () => {
    const body = { note: 'cd'.repeat(32), criterion: 'leaders.audit', direction: 'for', over: [] };
    expect(evidenceLinked.read({ type: 'evidence.linked', author: person, facts: body, words: {} })?.told(titles)).toBe('linked a note for the leaders.audit');
  });

  it('call people by their names', () => {
    const told = roleGranted.read({ type: 'role.granted', author: person, facts: { person, role: 'panel' }, words: {} })?.told(titles) ?? '';
    expect(withNames(told, () => 'Gareth Oakes')).toBe('added Gareth Oakes to the panel');
  });
});
