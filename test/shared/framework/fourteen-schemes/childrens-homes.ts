import { area, criterion, fourPoint, scale, sketch } from './sketch.ts';

const goodAlone = [
  { grade: 'good', text: 'Children enjoy good relationships with the adults who look after them.' },
  { grade: 'requires-improvement', absenceOf: 'good' },
];

/** Limiting and graded areas before the overall; only good is described; interim visits on a scale of their own. */
export const childrensHomes = sketch({
  id: 'sketch-childrens-homes',
  title: 'SCCIF, children’s homes',
  kinds: ['full inspection', 'interim visit'],
  labels: { judgment: 'judgement', provider: 'children’s home' },
  scales: [
    fourPoint,
    scale(
      'interim',
      'improved/Improved effectiveness/I',
      'sustained/Sustained effectiveness/S',
      'declined/Declined in effectiveness/D',
    ),
  ],
  areas: [
    area('protection', {
      kind: 'limiting',
      inKinds: ['full inspection'],
      criteria: [criterion('protection.safe', goodAlone)],
      required: [
        { kinds: ['interview-child'], atLeast: 2, sources: 2 },
        { kinds: ['document', 'data'], atLeast: 1 },
      ],
    }),
    area('leaders', { inKinds: ['full inspection'], criteria: [criterion('leaders.oversight', goodAlone)] }),
    area('overall', {
      kind: 'overall',
      inKinds: ['full inspection'],
      after: ['protection', 'leaders'],
      criteria: [criterion('overall.progress', goodAlone)],
    }),
    area('since-last', { inKinds: ['interim visit'], scale: 'interim' }),
  ],
  limiters: [
    {
      id: 'protection-inadequate',
      title: 'Protection inadequate makes the overall inadequate',
      when: [{ on: 'grade', area: 'protection', is: 'exactly', grade: 'inadequate' }],
      then: { area: 'overall', rule: 'set', grade: 'inadequate' },
      force: 'hard',
    },
    {
      id: 'leaders-likely',
      title: 'Leaders inadequate likely makes the overall inadequate',
      when: [{ on: 'grade', area: 'leaders', is: 'exactly', grade: 'inadequate' }],
      then: { area: 'overall', rule: 'set', grade: 'inadequate' },
      force: 'soft',
    },
    {
      id: 'leaders-cap',
      title: 'With leaders inadequate the overall is no better than requires improvement',
      when: [{ on: 'grade', area: 'leaders', is: 'exactly', grade: 'inadequate' }],
      then: { area: 'overall', rule: 'cap', grade: 'requires-improvement' },
      force: 'hard',
    },
  ],
  reportChecks: [
    { check: 'paragraphs', area: null, atLeast: 6, atMost: 8 },
    { check: 'sentences', atLeast: 2, atMost: 3 },
    { check: 'identifiers', forbid: ['name', 'address', 'place'] },
  ],
});
