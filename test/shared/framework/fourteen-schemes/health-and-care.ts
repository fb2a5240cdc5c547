import type { Aggregation } from '../../../../src/shared/framework/framework-schema.ts';
import { area, criterion, fourPoint, scale, sketch } from './sketch.ts';

const questions = ['safe', 'effective', 'caring', 'responsive', 'well-led'];
const all = ['outstanding', 'good', 'requires-improvement', 'inadequate'];

const ratings: Aggregation['how'] = {
  mode: 'counts',
  rules: [
    { grade: 'inadequate', needs: [{ grades: ['inadequate'], atLeast: 2 }] },
    {
      grade: 'requires-improvement',
      needs: [{ grades: ['requires-improvement', 'inadequate'], atLeast: 2 }],
    },
    {
      grade: 'outstanding',
      needs: [
        { grades: ['outstanding'], atLeast: 2 },
        { grades: ['outstanding', 'good'], atLeast: 5 },
      ],
    },
    {
      grade: 'good',
      needs: [
        { grades: ['inadequate'], atLeast: 0, atMost: 0 },
        { grades: ['requires-improvement'], atLeast: 0, atMost: 1 },
      ],
    },
    { grade: 'requires-improvement', needs: [{ grades: all, atLeast: 5 }] },
  ],
};

/** Five equal questions, count rules with exceptions, and facts that cap. */
export const cqcKeyQuestions = sketch({
  id: 'sketch-cqc-key-questions',
  title: 'CQC key questions',
  labels: { judgment: 'rating', provider: 'provider' },
  scales: [fourPoint],
  areas: [...questions.map((id) => area(id)), area('overall', { kind: 'overall', after: questions })],
  aggregations: [{ area: 'overall', from: questions, how: ratings }],
  facts: [
    { id: 'breach', title: 'A breach of the regulations' },
    { id: 'no-registered-manager', title: 'No registered manager' },
  ],
  limiters: [
    {
      id: 'breach-cap',
      title: 'A breach of the regulations caps the overall',
      when: [{ on: 'fact', fact: 'breach', holds: true }],
      then: { area: 'overall', rule: 'cap', grade: 'requires-improvement' },
      force: 'hard',
    },
    {
      id: 'manager-cap',
      title: 'Without a registered manager well-led is capped',
      when: [{ on: 'fact', fact: 'no-registered-manager', holds: true }],
      then: { area: 'well-led', rule: 'cap', grade: 'requires-improvement' },
      force: 'hard',
    },
    {
      id: 'outstanding-needs-two',
      title: 'Outstanding overall normally needs two outstanding questions',
      when: [{ on: 'count', areas: questions, is: 'exactly', grade: 'outstanding', atLeast: 0, atMost: 1 }],
      then: { area: 'overall', rule: 'cap', grade: 'good' },
      force: 'soft',
    },
    {
      id: 'two-inadequate',
      title: 'Two inadequate questions normally make the overall inadequate',
      when: [{ on: 'count', areas: questions, is: 'exactly', grade: 'inadequate', atLeast: 2 }],
      then: { area: 'overall', rule: 'set', grade: 'inadequate' },
      force: 'soft',
    },
  ],
});

const statements = ['learning', 'safe-systems', 'safeguarding', 'staffing'].map((id) => `safe.${id}`);

/** Statements scored 1 to 4, a percentage in bands, and caps where one scores 1 or 2. */
export const cqcScored = sketch({
  id: 'sketch-cqc-scored',
  title: 'CQC scored',
  labels: { judgment: 'rating', provider: 'provider' },
  scales: [
    fourPoint,
    {
      ...scale(
        'evidence',
        'four/Exceptional/4',
        'three/Good/3',
        'two/Shortfalls/2',
        'one/Significant shortfalls/1',
      ),
      nonGrades: [],
    },
  ],
  areas: [
    ...statements.map((id) => area(id, { scale: 'evidence', parent: 'safe' })),
    area('safe', { after: statements }),
  ],
  aggregations: [
    {
      area: 'safe',
      from: statements,
      how: {
        mode: 'bands',
        round: 'nearest',
        points: [
          { grade: 'one', points: 1 },
          { grade: 'two', points: 2 },
          { grade: 'three', points: 3 },
          { grade: 'four', points: 4 },
        ],
        bands: [
          { grade: 'inadequate', fromPercent: 25 },
          { grade: 'requires-improvement', fromPercent: 39 },
          { grade: 'good', fromPercent: 63 },
          { grade: 'outstanding', fromPercent: 88 },
        ],
      },
    },
  ],
  limiters: [
    {
      id: 'a-one-caps',
      title: 'A statement scored 1 caps the question at requires improvement',
      when: [{ on: 'count', areas: statements, is: 'exactly', grade: 'one', atLeast: 1 }],
      then: { area: 'safe', rule: 'cap', grade: 'requires-improvement' },
      force: 'hard',
    },
    {
      id: 'a-two-caps',
      title: 'A statement scored 2 caps the question at good',
      when: [{ on: 'count', areas: statements, is: 'exactly', grade: 'two', atLeast: 1 }],
      then: { area: 'safe', rule: 'cap', grade: 'good' },
      force: 'hard',
    },
  ],
});

const six = scale(
  'six-point',
  'excellent/Excellent/E',
  'very-good/Very good/V',
  'good/Good/G',
  'adequate/Adequate/A',
  'weak/Weak/W',
  'unsatisfactory/Unsatisfactory/U',
);

/** Six is best; only very good and weak are described. */
export const careInspectorate = sketch({
  id: 'sketch-care-inspectorate',
  title: 'Care Inspectorate, Scotland',
  labels: { judgment: 'evaluation', provider: 'service' },
  scales: [{ ...six, grades: six.grades.map((grade, at) => ({ ...grade, printed: 6 - at })) }],
  areas: [
    area('wellbeing', {
      scale: 'six-point',
      criteria: [
        criterion('wellbeing.compassion', [
          { grade: 'very-good', text: 'People experience warmth and are treated with dignity.' },
          { grade: 'weak', text: 'Interactions are brief, task-led or lack respect.' },
        ]),
      ],
    }),
  ],
  deadlines: [
    {
      id: 'comments',
      title: 'Comments on factual accuracy',
      workingDays: 10,
      from: 'draft-sent',
      calendar: 'scotland',
      editableDefault: true,
    },
  ],
});

const standards = [
  'governance',
  'staff',
  'partnerships',
  'court-assessing',
  'court-planning',
  'court-delivery',
];

/** Standards scored, their sum as a percentage gives the overall. */
export const youthJustice = sketch({
  id: 'sketch-youth-justice',
  title: 'HMI Probation, youth justice',
  labels: { judgment: 'rating', provider: 'youth justice service' },
  scales: [fourPoint],
  areas: [...standards.map((id) => area(id)), area('overall', { kind: 'overall', after: standards })],
  aggregations: [
    {
      area: 'overall',
      from: standards,
      how: {
        mode: 'bands',
        round: 'down',
        points: all.map((grade, at) => ({ grade, points: 3 - at })),
        bands: [
          { grade: 'inadequate', fromPercent: 0 },
          { grade: 'requires-improvement', fromPercent: 18 },
          { grade: 'good', fromPercent: 51 },
          { grade: 'outstanding', fromPercent: 85 },
        ],
      },
    },
  ],
});

/** Evaluations in prose and no grades at all. */
export const estyn = sketch({
  id: 'sketch-estyn',
  title: 'Estyn',
  labels: { judgment: 'evaluation', provider: 'provider' },
  areas: [
    area('teaching-and-learning', {
      kind: 'narrative',
      scale: null,
      criteria: [criterion('teaching.progress')],
    }),
    area('wellbeing', { kind: 'narrative', scale: null }),
  ],
  sections: [{ id: 'recommendations', title: 'Recommendations', printed: [], points: true }],
});
