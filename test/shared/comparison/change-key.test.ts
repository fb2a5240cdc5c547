import { expect, it } from 'vitest';
import { changeKey } from '../../../src/shared/comparison/change-key.ts';
import { compareTexts } from '../../../src/shared/text/compare-texts.ts';

const moving = 'Leaders know their services well and have acted on what was found.';
const steady = ['Plans are clear.', 'Visits are timely.'];
const before = [moving, 'Help comes early to those in need.', ...steady, 'Gone.'].join('\n\n');
const after = ['Help comes late to those in need.', ...steady, 'New?', moving].join('\n\n');

it('is made of the names that stood in the first records, so that no tick beside a change is ever lost', () => {
  const keys = compareTexts(before, after).paragraphs.map((paragraph) =>
    changeKey('help', paragraph, (utf8) => utf8),
  );
  expect(keys).toEqual([
    `{"kind":"moved-from","pieces":[["same","${moving}"]],"section":"help"}`,
    '{"kind":"changed","pieces":[["same","Help comes "],["del","early"],["ins","late"],["same"," to those in need."]],"section":"help"}',
    '{"kind":"unchanged","pieces":[["same","Plans are clear."]],"section":"help"}',
    '{"kind":"unchanged","pieces":[["same","Visits are timely."]],"section":"help"}',
    '{"kind":"removed","pieces":[["del","Gone."]],"section":"help"}',
    '{"kind":"added","pieces":[["ins","New?"]],"section":"help"}',
    `{"kind":"moved-to","pieces":[["same","${moving}"]],"section":"help"}`,
  ]);
});
