import { describe, expect, it } from 'vitest';
import type { ClockPause } from '../../../src/shared/clocks/clock-pause.ts';
import {
  clockStates,
  mostUrgent,
  type ClockFacts,
  type ClockState,
} from '../../../src/shared/clocks/clock-states.ts';
import type { Deadline } from '../../../src/shared/framework/deadline-schema.ts';

const draft: Deadline = {
  id: 'draft',
  title: 'Draft report',
  workingDays: 10,
  from: 'end',
  until: 'draft-sent',
  waitsFor: 'inspectors',
  calendar: 'england',
  editableDefault: true,
};
const comments: Deadline = {
  id: 'comments',
  title: 'Comments',
  workingDays: 5,
  from: 'draft-sent',
  until: 'comments-received',
  waitsFor: 'provider',
  calendar: 'england',
  editableDefault: false,
};
const none = new Set<string>();
const calm: ClockFacts = {
  deadlines: [draft, comments],
  moments: { end: '2026-06-05' },
  pauses: [],
  sealed: null,
  holidays: { england: none, wales: none, scotland: none, 'northern-ireland': none },
  today: '2026-06-08',
};
const pause: ClockPause = {
  id: 'a'.repeat(64),
  author: 'b'.repeat(64),
  from: '2026-06-10',
  deadlines: [],
  reason: 'The provider’s leadership changed.',
  resumed: null,
  resumedBy: [],
};

function first(parts: Partial<ClockFacts>): ClockState {
  const [state] = clockStates({ ...calm, ...parts });
  if (state === undefined) throw new Error('there is no clock');
  return state;
}

describe('how a clock stands', () => {
  it.each([
    [
      'before the day it runs from is known',
      { moments: {} },
      'not-begun',
      'Begins with the end of fieldwork',
    ],
    ['while it runs', {}, 'running', '9 working days left, due Fri 19 Jun 2026'],
    ['with two days left', { today: '2026-06-17' }, 'soon', '2 working days left, due Fri 19 Jun 2026'],
    ['with one', { today: '2026-06-18' }, 'soon', '1 working day left, due Fri 19 Jun 2026'],
    ['on the day', { today: '2026-06-19' }, 'soon', 'Due today'],
    [
      'on the weekend after',
      { today: '2026-06-21' },
      'soon',
      'Was due Fri 19 Jun 2026, the last working day',
    ],
    ['late', { today: '2026-06-22' }, 'late', '1 working day late, was due Fri 19 Jun 2026'],
    [
      'once it stopped in time',
      { moments: { end: '2026-06-05', 'draft-sent': '2026-06-17' }, today: '2026-08-01' },
      'kept',
      'Done Wed 17 Jun 2026, 2 working days early',
    ],
    [
      'once it stopped late',
      { moments: { end: '2026-06-05', 'draft-sent': '2026-06-24' } },
      'kept-late',
      'Done Wed 24 Jun 2026, 3 working days late',
    ],
    [
      'once the judgment was sealed',
      { sealed: '2026-06-12' },
      'kept',
      'Done Fri 12 Jun 2026, 5 working days early',
    ],
    [
      'once the judgment was sealed, where it runs to publication',
      { deadlines: [{ ...draft, until: 'published' }], sealed: '2026-06-12', today: '2026-06-12' },
      'running',
      '5 working days left, due Fri 19 Jun 2026',
    ],
    [
      'once it was published after the seal',
      {
        deadlines: [{ ...draft, until: 'published' }],
        moments: { end: '2026-06-05', published: '2026-06-22' },
        sealed: '2026-06-12',
        today: '2026-06-30',
      },
      'kept-late',
      'Done Mon 22 Jun 2026, 1 working day late',
    ],
    [
      'while it is paused',
      { pauses: [pause], today: '2026-07-30' },
      'paused',
      'Paused with 8 working days left',
    ],
    [
      'after a pause of a week',
      { pauses: [{ ...pause, resumed: '2026-06-17' }], today: '2026-06-17' },
      'running',
      '7 working days left, due Fri 26 Jun 2026',
    ],
    [
      'where another clock is paused',
      { pauses: [{ ...pause, deadlines: ['comments'] }], today: '2026-06-17' },
      'soon',
      '2 working days left, due Fri 19 Jun 2026',
    ],
  ] as const)('%s', (_words, parts, standing, short) => {
    expect(first(parts)).toMatchObject({ standing, short });
  });

  it('says what it counts, by whose holidays, whom it waits for, and that it is a default', () => {
    expect(first({}).sentence).toBe(
      '9 working days left, due Fri 19 Jun 2026. It is 10 working days from the end of fieldwork, Fri 5 Jun 2026, by the bank holidays of England. Waiting for the inspectors. A default to review.',
    );
  });

  it('says why it is paused and since when', () => {
    expect(first({ pauses: [pause], today: '2026-06-30' }).sentence).toContain(
      'Paused since Wed 10 Jun 2026: The provider’s leadership changed.',
    );
  });
});

describe('what asks for something first', () => {
  it('is the late one before the one that is soon due, and none where none runs', () => {
    const both = clockStates({
      ...calm,
      deadlines: [{ ...draft, until: 'moderated' }, comments],
      moments: { end: '2026-06-05', 'draft-sent': '2026-06-05' },
      today: '2026-06-18',
    });
    expect(both.map(({ standing }) => standing)).toEqual(['soon', 'late']);
    expect(mostUrgent(both)?.deadline).toBe('comments');
    expect(mostUrgent(clockStates({ ...calm, moments: {} }))).toBeNull();
  });
});
