import { describe, expect, it } from 'vitest';
import { note, small } from './noted.ts';
import { citationsIn, withoutCitations } from '../../../src/shared/evidence/citations.ts';
import { claimsOf, uncitedNotes } from '../../../src/shared/coverage/claims.ts';
import { suggestCriteria } from '../../../src/shared/coverage/suggest-criteria.ts';

const notes = [
  note('CT-001', 'case-tracking', 'ada', 'Late discussions.'),
  note('DA-001', 'data', 'ada', 'Fell to 58 %.'),
  note('CT-002', 'case-tracking', 'ben', 'Never cited.'),
];

describe('citations', () => {
  it('are codes in brackets, alone or several, and nothing else in brackets', () => {
    const text = 'Held late [CT-001]. Fell [DA-001, CT-001b; OB-0123]. See [1], [ct-001] and [CT-1].';
    expect(
      citationsIn(text).map((citation) => [text.slice(citation.from, citation.to), citation.codes]),
    ).toEqual([
      ['[CT-001]', ['CT-001']],
      ['[DA-001, CT-001b; OB-0123]', ['DA-001', 'CT-001b', 'OB-0123']],
    ]);
  });

  it('leave no trace in what is published', () => {
    expect(withoutCitations('Held late [CT-001]. It fell [DA-001, CT-001].')).toBe('Held late. It fell.');
  });
});

describe('the claims of a narrative', () => {
  it.each<[string, string, readonly (readonly [string, string | null])[]]>([
    [
      'are no footnote, and go on around one',
      'Many children wait too long[footnote: Four of the nine that we saw.] for their first visit [CT-001].',
      [
        [
          'Many children wait too long[footnote: Four of the nine that we saw.] for their first visit [CT-001].',
          'single-source',
        ],
      ],
    ],
    [
      'rest on several sources, on one, or on none',
      'Discussions are held late in most enquiries [CT-001, DA-001]. Health partners are often absent from them [CT-001]. Leaders do not know this well enough.',
      [
        ['Discussions are held late in most enquiries [CT-001, DA-001].', null],
        ['Health partners are often absent from them [CT-001].', 'single-source'],
        ['Leaders do not know this well enough.', 'no-evidence'],
      ],
    ],
    [
      'have the citation that follows their full stop',
      'Discussions are held late in most enquiries. [CT-001, DA-001] Leaders do not know this well enough.',
      [
        ['Discussions are held late in most enquiries. [CT-001, DA-001]', null],
        ['Leaders do not know this well enough.', 'no-evidence'],
      ],
    ],
    [
      'say so where no note has the code',
      'Discussions are held late in most enquiries [CT-099].',
      [['Discussions are held late in most enquiries [CT-099].', 'unknown-note']],
    ],
    ['are no headings and fragments', 'Front door\n\nIn short: good.', []],
  ])('%s', (_name, text, expected) => {
    expect(claimsOf('help', text, notes).map((claim) => [claim.text, claim.concern])).toEqual(expected);
  });

  it('leave linked notes that nobody cites to be named', () => {
    const claims = claimsOf('help', 'Discussions are held late in most enquiries [CT-001].', notes);
    expect(uncitedNotes(claims, new Set(['CT-001', 'CT-002']), notes).map((note) => note.code)).toEqual([
      'CT-002',
    ]);
  });
});

describe('suggested criteria', () => {
  it('share at least two words with the note, most telling words first', () => {
    const criteria = small.areas[0]?.criteria ?? [];
    const found = suggestCriteria('The enquiries that were tracked look thorough and timely.', criteria);
    expect(found[0]?.criterion).toBe('enquiries');
    expect(found[0]?.shared).toContain('enquir');
    expect(suggestCriteria('Nothing of the kind.', criteria)).toEqual([]);
  });
});
