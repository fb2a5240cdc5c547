import { describe, expect, it } from 'vitest';
import { spokenFingerprint } from '../../../src/shared/finalising/spoken-fingerprint.ts';

describe('a fingerprint that is read aloud', () => {
  // Wilkerson's own examples of proquints: 127.0.0.1, 63.84.220.193, 63.118.7.35 and 140.98.193.141.
  it('has the words that its source gives for the same bits', () => {
    expect(spokenFingerprint('7f0000013f54dcc13f7607238c62c18d')).toEqual(
      'lusab babad gutih tugad gutuk bisog mudof sakat'.split(' '),
    );
  });
});
