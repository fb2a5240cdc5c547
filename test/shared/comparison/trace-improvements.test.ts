import { describe, expect, it } from 'vitest';
import { traceImprovements } from '../../../src/shared/comparison/trace-improvements.ts';
import { providerKey } from '../../../src/shared/report/provider-key.ts';

describe('points of what needs to improve, followed through inspections', () => {
  it('are named again, new, or not named again', () => {
    const threads = traceImprovements([
      [
        'Supervision of social workers, so that plans change when risk rises.',
        'The timeliness of health assessments.',
      ],
      ['Social work supervision and how it changes plans when risk rises.', 'Foster carer recruitment.'],
    ]);
    expect(
      threads.map(({ standing, mentions }) => [standing, mentions.map((mention) => mention.inspection)]),
    ).toEqual([
      ['carried-over', [0, 1]],
      ['not-named-again', [0]],
      ['new', [1]],
    ]);
    expect(threads[0]?.mentions[1]?.shared).toContain('superv');
  });

  it('are not joined by the words that every point has', () => {
    const threads = traceImprovements([
      ['The quality of plans for children in care.'],
      ['The quality of help for children who go missing.'],
    ]);
    expect(threads.map((thread) => thread.standing)).toEqual(['not-named-again', 'new']);
  });

  it('may skip an inspection', () => {
    const threads = traceImprovements([['Foster carer recruitment.'], [], ['Recruitment of foster carers.']]);
    expect(threads.map((thread) => thread.standing)).toEqual(['carried-over']);
  });
});

describe('the name of a provider', () => {
  it.each([
    ['Trafford Metropolitan Borough Council', 'Trafford'],
    ['the Royal Borough of Kensington and Chelsea', 'Kensington and Chelsea'],
    ['London Borough of Barnet', 'barnet'],
    ['Sandwell Children’s Trust', 'Sandwell'],
  ])('%s is %s', (long, short) => {
    expect(providerKey(long)).toBe(providerKey(short));
  });

  it('keeps different providers apart', () => {
    expect(providerKey('North Yorkshire County Council')).not.toBe(providerKey('City of York Council'));
  });
});
