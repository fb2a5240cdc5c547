import type { Framework } from '../../../src/shared/framework/framework-schema.ts';
import { area, fourPoint, scale, sketch } from './fourteen-schemes/sketch.ts';

/** A framework that uses every part of the format once and contradicts nothing. */
export const soundFramework: Framework = sketch({
  id: 'sound',
  title: 'A sound framework',
  valid: { from: '2024-01-01', to: '2024-12-31' },
  scales: [fourPoint, scale('met', 'met/Met/M', 'not-met/Not met/N')],
  facts: [{ id: 'breach', title: 'A breach of the regulations' }],
  sections: [{ id: 'summary', title: 'Summary', printed: ['Summary'], points: false }],
  areas: [
    area('help', {
      inKinds: ['standard inspection'],
      required: [{ kinds: ['interview-child'], atLeast: 2, sources: 2 }],
      criteria: [
        {
          id: 'help.front-door',
          title: 'Referrals get a response',
          tags: ['outcome 1'],
          descriptors: [
            { grade: 'good', text: 'Children are seen in time.' },
            { grade: 'requires-improvement', absenceOf: 'good' },
          ],
          required: [{ kinds: ['case-tracking', 'case-sampling'], atLeast: 2 }],
        },
        { id: 'help.plans', title: 'Plans help', descriptors: [] },
      ],
    }),
    area('care', { parent: 'help' }),
    area('safeguarding', { kind: 'met-or-not', scale: 'met' }),
    area('overall', { kind: 'overall', after: ['help', 'care'] }),
  ],
  aggregations: [
    { area: 'overall', from: ['help', 'care'], how: { mode: 'lower-median' } },
    {
      area: 'care',
      from: ['help', 'safeguarding'],
      how: { mode: 'counts', rules: [{ grade: 'good', needs: [{ grades: ['met', 'good'], atLeast: 2 }] }] },
    },
    {
      area: 'help',
      from: ['help.front-door', 'help.plans'],
      how: {
        mode: 'bands',
        round: 'nearest',
        points: fourPoint.grades.map(({ id }, at) => ({ grade: id, points: 4 - at })),
        bands: [
          { grade: 'good', fromPercent: 63 },
          { grade: 'inadequate', fromPercent: 25 },
        ],
      },
    },
  ],
  limiters: [
    {
      id: 'help-inadequate',
      title: 'Help inadequate makes the overall inadequate',
      when: [{ on: 'grade', area: 'help', is: 'exactly', grade: 'inadequate' }],
      then: { area: 'overall', rule: 'set', grade: 'inadequate' },
      force: 'hard',
    },
    {
      id: 'help-inadequate-too',
      title: 'Help inadequate keeps the overall from good',
      when: [{ on: 'grade', area: 'help', is: 'exactly', grade: 'inadequate' }],
      then: { area: 'overall', rule: 'cap', grade: 'requires-improvement' },
      force: 'soft',
    },
    {
      id: 'breach',
      title: 'A breach with two good areas',
      when: [
        { on: 'fact', fact: 'breach', holds: true },
        { on: 'count', areas: ['help', 'care'], is: 'at-least', grade: 'good', atLeast: 1, atMost: 2 },
      ],
      then: { area: 'overall', rule: 'cap', grade: 'good' },
      force: 'soft',
    },
  ],
  deadlines: [
    {
      id: 'draft',
      title: 'Draft report',
      workingDays: 18,
      from: 'end',
      stage: 'drafting',
      calendar: 'england-and-wales',
      editableDefault: true,
    },
  ],
  reportChecks: [
    { check: 'paragraphs', area: 'help', atLeast: 6, atMost: 8 },
    { check: 'sentences', atLeast: 2, atMost: 3 },
    { check: 'identifiers', forbid: ['name'] },
  ],
  retention: [
    { id: 'notes', title: 'Notes', of: ['evidence'], years: 6, from: 'published', editableDefault: true },
    { id: 'text', title: 'Text', of: ['narrative'], years: null, from: 'published', editableDefault: true },
  ],
  notes: ['For tests.'],
});
