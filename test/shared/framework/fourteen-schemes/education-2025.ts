import { area, criterion, scale, sketch } from './sketch.ts';

const levels = [
  { grade: 'strong', text: 'Consistently above what is expected.' },
  { grade: 'expected', text: 'What every school should do.' },
  { grade: 'needs-attention', absenceOf: 'expected' },
];

/** Cumulative secure fit inside each area; safeguarding met or not met; no overall. */
export const education2025 = sketch({
  id: 'sketch-education-2025',
  title: 'Education inspection from November 2025',
  valid: { from: '2025-11-10', to: null },
  labels: { judgment: 'grade', provider: 'school' },
  scales: [
    scale(
      'five-point',
      'exceptional/Exceptional/E',
      'strong/Strong standard/S',
      'expected/Expected standard/X',
      'needs-attention/Needs attention/N',
      'urgent/Urgent improvement/U',
    ),
    scale('met', 'met/Met/M', 'not-met/Not met/N'),
  ],
  areas: [
    area('inclusion', {
      scale: 'five-point',
      criteria: [criterion('inclusion.identify', levels), criterion('inclusion.support', levels)],
    }),
    area('safeguarding', { kind: 'met-or-not', scale: 'met' }),
  ],
  aggregations: [
    {
      area: 'inclusion',
      from: ['inclusion.identify', 'inclusion.support'],
      how: { mode: 'secure-fit' },
    },
  ],
});
