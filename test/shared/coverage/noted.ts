import type {
  DescriptorMark,
  EvidenceLink,
  EvidenceNote,
} from '../../../src/shared/evidence/evidence-state.ts';
import type { EvidenceKind } from '../../../src/shared/values/evidence-kind.ts';
import type { Framework } from '../../../src/shared/framework/framework-schema.ts';

/** A note by its code; the code is its id too. */
export function note(
  code: string,
  kind: EvidenceKind,
  author: string,
  text: string,
  when = '2026-10-06T10:20',
): EvidenceNote {
  return {
    id: code,
    code,
    author,
    written: `${when}:00Z`,
    kind,
    source: `Source of ${code}`,
    when,
    direction: 'neutral',
    text,
    lateDays: 0,
    addenda: [],
    corrections: [],
    attachments: [],
    erased: false,
  };
}

/** A link of a note to a criterion. */
export function link(code: string, criterion: string, direction: 'for' | 'against' | 'none'): EvidenceLink {
  const value = {
    record: `${code}-${criterion}`,
    author: 'ada',
    at: '2026-10-06T11:00:00Z',
    value: direction,
    erased: false,
  };
  return { note: code, criterion, values: [value], strength: null, passage: null };
}

/** A person's mark of a descriptor. */
export function mark(
  criterion: string,
  grade: string,
  author: string,
  said: 'met' | 'partly' | 'not' | 'none',
): DescriptorMark {
  const value = { mark: said, reason: '' };
  return {
    criterion,
    grade,
    author,
    values: [{ record: `${criterion}-${grade}-${author}`, author, at: '', value, erased: false }],
  };
}

/** A framework of one area with three criteria on a scale of four. */
export const small: Framework = {
  format: 1,
  id: 'small',
  title: 'Small',
  publisher: 'Test',
  version: '1',
  valid: { from: '2026-01-01', to: null },
  kinds: [],
  labels: { judgment: 'judgment', provider: 'provider' },
  scales: [
    {
      id: 'four',
      title: 'Four points',
      grades: [
        { id: 'outstanding', title: 'Outstanding', symbol: 'O' },
        { id: 'good', title: 'Good', symbol: 'G' },
        { id: 'requires-improvement', title: 'Requires improvement', symbol: 'R' },
        { id: 'inadequate', title: 'Inadequate', symbol: 'I' },
      ],
      nonGrades: [],
    },
  ],
  sections: [],
  areas: [
    {
      id: 'help',
      title: 'Help',
      short: 'HP',
      printed: [],
      kind: 'graded',
      scale: 'four',
      after: [],
      criteria: ['referrals', 'enquiries', 'plans'].map((id) => ({
        id,
        title: `${id.charAt(0).toUpperCase()}${id.slice(1)} are timely`,
        descriptors: ['outstanding', 'good', 'requires-improvement', 'inadequate'].map((grade) => ({
          grade,
          text: `How ${id} look at ${grade}.`,
        })),
        ...(id === 'enquiries'
          ? {
              required: [
                { kinds: ['case-tracking' as const, 'case-sampling' as const], atLeast: 2, sources: 2 },
              ],
            }
          : {}),
      })),
      required: [{ kinds: ['interview-child'], atLeast: 1 }],
    },
  ],
  aggregations: [],
  limiters: [],
  deadlines: [],
  reportChecks: [],
  notes: [],
};
