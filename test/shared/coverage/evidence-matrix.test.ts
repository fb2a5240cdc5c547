import { describe, expect, it } from 'vitest';
import { link, note, small } from './noted.ts';
import { contradictionKey } from '../../../src/shared/coverage/contradictions.ts';
import { evidenceMatrix } from '../../../src/shared/coverage/evidence-matrix.ts';

const state = {
  notes: [
    note(
      'CT-001',
      'case-tracking',
      'ada',
      'Strategy discussions with police were held late in four enquiries.',
      '2026-10-05T09:00',
    ),
    note(
      'CT-002',
      'case-tracking',
      'ben',
      'Enquiries moved fast; strategy discussions were held with police the same day.',
      '2026-10-07T09:00',
    ),
    note('DA-001', 'data', 'ada', 'The share of strategy meetings within a day fell.', '2026-10-06T09:00'),
    note('OB-001', 'observation', 'ada', 'Referrals are screened within the hour.'),
    note('LE-001', 'interview-leader', 'ben', 'Leaders believe that plans are shared.'),
    { ...note('DO-001', 'document', 'ben', ''), erased: true },
  ],
  links: [
    link('CT-001', 'enquiries', 'against'),
    link('CT-002', 'enquiries', 'for'),
    link('DA-001', 'enquiries', 'against'),
    link('DA-001', 'plans', 'against'),
    link('OB-001', 'referrals', 'for'),
    link('LE-001', 'plans', 'none'),
    link('DO-001', 'plans', 'for'),
  ],
  contradictions: {},
};

describe('the evidence matrix', () => {
  it('agrees with the example worked by hand, down to each gap and contradiction', () => {
    expect(evidenceMatrix(state, small)).toEqual({
      areas: [
        {
          area: 'help',
          title: 'Help',
          gaps: [{ gap: 'required', kinds: ['interview-child'], atLeast: 1, have: 0 }],
          rows: [
            {
              criterion: 'referrals',
              title: 'Referrals are timely',
              for: 1,
              against: 0,
              kinds: { observation: { for: 1, against: 0 } },
              inspectors: { ada: 1 },
              days: { from: '2026-10-06', to: '2026-10-06' },
              gaps: [
                { gap: 'one-kind', kind: 'observation' },
                { gap: 'one-inspector', inspector: 'ada' },
              ],
              contradictions: [],
              reused: [],
            },
            {
              criterion: 'enquiries',
              title: 'Enquiries are timely',
              for: 1,
              against: 2,
              kinds: { 'case-tracking': { for: 1, against: 1 }, data: { for: 0, against: 1 } },
              inspectors: { ada: 2, ben: 1 },
              days: { from: '2026-10-05', to: '2026-10-07' },
              gaps: [],
              contradictions: [
                {
                  criterion: 'enquiries',
                  notes: ['CT-002', 'CT-001'],
                  shared: ['discussion', 'enquir', 'held', 'police', 'strategy'],
                  settled: null,
                },
              ],
              reused: [{ note: 'DA-001', criteria: ['plans'] }],
            },
            {
              criterion: 'plans',
              title: 'Plans are timely',
              // The document's words were erased: what it was and how it weighed stays.
              for: 1,
              against: 1,
              kinds: { data: { for: 0, against: 1 }, document: { for: 1, against: 0 } },
              inspectors: { ada: 1, ben: 1 },
              days: { from: '2026-10-06', to: '2026-10-06' },
              gaps: [],
              contradictions: [],
              reused: [{ note: 'DA-001', criteria: ['enquiries'] }],
            },
          ],
        },
      ],
      unlinked: ['LE-001'],
    });
  });

  it('names what a framework requires and the notes do not meet: too few, or from too few sources', () => {
    const alone = { ...state, links: [link('CT-001', 'enquiries', 'for')] };
    const enquiries = evidenceMatrix(alone, small).areas[0]?.rows[1];
    expect(enquiries?.gaps.filter((gap) => gap.gap.startsWith('required'))).toEqual([
      { gap: 'required', kinds: ['case-tracking', 'case-sampling'], atLeast: 2, have: 1 },
      { gap: 'required-sources', kinds: ['case-tracking', 'case-sampling'], sources: 2, have: 1 },
    ]);
  });

  it('says how a contradiction was settled, whichever note is named first', () => {
    const key = contradictionKey('enquiries', 'CT-001', 'CT-002');
    expect(key).toBe(contradictionKey('enquiries', 'CT-002', 'CT-001'));
    const value = { record: 'r', author: 'ada', at: '', value: 'Two teams', erased: false };
    const settled = evidenceMatrix({ ...state, contradictions: { [key]: [value] } }, small);
    expect(settled.areas[0]?.rows[1]?.contradictions.map((contradiction) => contradiction.settled)).toEqual([
      'Two teams',
    ]);
  });

  it('puts each note into one pair at most', () => {
    const many = ['CT-011', 'CT-012', 'CT-013'].map((code) =>
      note(code, 'case-tracking', 'ada', 'Enquiries with police were quick and thorough.'),
    );
    const others = ['CT-021', 'CT-022'].map((code) =>
      note(code, 'case-tracking', 'ben', 'Enquiries with police were slow and thorough.'),
    );
    const matrix = evidenceMatrix(
      {
        notes: [...many, ...others],
        links: [
          ...many.map(({ code }) => link(code, 'enquiries', 'for')),
          ...others.map((other) => link(other.code, 'enquiries', 'against')),
        ],
        contradictions: {},
      },
      small,
    );
    const pairs =
      matrix.areas[0]?.rows[1]?.contradictions.flatMap((contradiction) => contradiction.notes) ?? [];
    expect(pairs).toHaveLength(4);
    expect(new Set(pairs).size).toBe(4);
  });
});
