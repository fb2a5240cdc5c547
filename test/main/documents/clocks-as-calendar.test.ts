import { expect, it } from 'vitest';
import { clocksAsCalendar } from '../../../src/main/documents/clocks-as-calendar.ts';
import type { ClockState } from '../../../src/shared/clocks/clock-states.ts';

const running: ClockState = {
  deadline: 'draft',
  title: 'Draft report',
  standing: 'running',
  started: '2026-06-05',
  due: '2026-06-19',
  stopped: null,
  left: 9,
  waitsFor: 'inspectors',
  isDefault: true,
  short: '9 working days left, due Fri 19 Jun 2026',
  sentence: '9 working days left, due Fri 19 Jun 2026. Waiting for the inspectors.',
};

it('a calendar holds a day-long entry for each clock that runs, and none for one that stopped or is paused', () => {
  const bytes = clocksAsCalendar({
    title: 'Northbrook',
    id: 'abc',
    clocks: [
      running,
      { ...running, deadline: 'final', stopped: '2026-06-10' },
      { ...running, deadline: 'x', due: null },
    ],
    written: '2026-06-08T10:00:00.000Z',
  });
  const lines = new TextDecoder().decode(bytes).replaceAll('\r\n ', '').split('\r\n');
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
  expect(lines).toEqual(
    expect.arrayContaining([
      'UID:abc-draft@plumbline',
      'DTSTART;VALUE=DATE:20260619',
      'SUMMARY:Draft report: Northbrook',
      'DTSTAMP:20260608T100000Z',
    ]),
  );
  expect(lines.join('\n')).toContain('Waiting for the inspectors.');
});
