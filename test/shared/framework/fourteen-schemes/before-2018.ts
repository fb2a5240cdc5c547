import { area, fourPoint, scale, sketch } from './sketch.ts';

const three = ['help-and-protection', 'looked-after-and-permanence', 'leadership'];

/** SIF: two judgments inside another, and any of the three makes the overall inadequate. */
export const sif = sketch({
  id: 'sketch-sif',
  title: 'Single inspection framework',
  valid: { from: '2013-11-01', to: '2017-12-31' },
  scales: [fourPoint],
  areas: [
    area('help-and-protection'),
    area('adoption', { parent: 'looked-after-and-permanence' }),
    area('care-leavers', { parent: 'looked-after-and-permanence' }),
    area('looked-after-and-permanence', { after: ['adoption', 'care-leavers'] }),
    area('leadership'),
    area('overall', { kind: 'overall', after: three }),
  ],
  limiters: [
    {
      id: 'any-inadequate',
      title: 'Any of the three inadequate makes the overall inadequate',
      when: [{ on: 'count', areas: three, is: 'exactly', grade: 'inadequate', atLeast: 1 }],
      then: { area: 'overall', rule: 'set', grade: 'inadequate' },
      force: 'hard',
    },
  ],
});

/** 2009-12: one is best, each grade with a meaning; two streams with areas of their own; two inspectorates. */
export const safeguardingAndLookedAfter = sketch({
  id: 'sketch-slac',
  title: 'Safeguarding and looked-after children',
  publisher: 'Ofsted with the Care Quality Commission',
  valid: { from: '2009-06-01', to: '2012-07-31' },
  scales: [
    {
      ...fourPoint,
      grades: [
        {
          id: 'outstanding',
          title: 'Outstanding',
          symbol: 'O',
          printed: 1,
          meaning: 'Far more than the least that is asked',
        },
        { id: 'good', title: 'Good', symbol: 'G', printed: 2, meaning: 'More than the least that is asked' },
        { id: 'adequate', title: 'Adequate', symbol: 'A', printed: 3, meaning: 'The least that is asked' },
        {
          id: 'inadequate',
          title: 'Inadequate',
          symbol: 'I',
          printed: 4,
          meaning: 'Less than the least that is asked',
        },
      ],
    },
  ],
  areas: ['safeguarding', 'looked-after'].flatMap((stream) => [
    area(stream, { kind: 'overall', after: [`${stream}.leadership`, `${stream}.outcomes`] }),
    area(`${stream}.capacity`, { parent: stream }),
    area(`${stream}.leadership`, { parent: stream }),
    area(`${stream}.provision`, { parent: stream }),
    area(`${stream}.outcomes`, { parent: stream }),
  ]),
});

/** 2009-12: a visit and a letter that sorts findings and gives no grade. */
export const contactReferralAssessment = sketch({
  id: 'sketch-cra',
  title: 'Unannounced contact, referral and assessment',
  kinds: ['annual unannounced visit'],
  areas: [area('contact-referral-assessment', { kind: 'narrative', scale: null })],
  sections: [
    'Strengths',
    'Areas that meet requirements',
    'Areas for development',
    'Areas for priority action',
  ].map((title) => ({ id: title.toLowerCase().replaceAll(' ', '-'), title, printed: [title], points: true })),
});

/** Area SEND: one question, three outcomes. */
export const areaSend = sketch({
  id: 'sketch-area-send',
  title: 'Area SEND',
  labels: { judgment: 'inspection outcome', provider: 'local area partnership' },
  scales: [
    scale(
      'outcome',
      'typically-positive/Typically positive experiences and outcomes/P',
      'inconsistent/Inconsistent experiences and outcomes/I',
      'failings/Widespread or systemic failings/F',
    ),
  ],
  areas: [area('partnership', { kind: 'overall', scale: 'outcome' })],
});
