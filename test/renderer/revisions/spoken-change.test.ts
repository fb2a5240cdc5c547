import '../window-in-node.ts';
import { expect, it } from 'vitest';
import { DraftSession } from '../../../src/renderer/lib/draft-session.svelte.ts';
import { foldsOf } from '../../../src/renderer/revisions/folds.ts';
import { spokenChange } from '../../../src/renderer/revisions/spoken-change.ts';
import { compareTexts } from '../../../src/shared/text/compare-texts.ts';

const moving = 'Leaders know their services well and have acted on what was found.';
const steady = ['Plans are clear.', 'Visits are timely.'];
const before = [moving, 'Help comes early to those in need.', ...steady, 'Old.'].join('\n\n');
const after = ['Help comes late to those in need.', ...steady, 'Brand new?', moving].join('\n\n');
const { paragraphs } = compareTexts(before, after);

it('says of each change in plain words what became of it', () => {
  const draft = new DraftSession();
  const changes = paragraphs.filter(({ kind }) => kind !== 'same');
  expect(changes.map((paragraph) => spokenChange(draft, paragraph))).toEqual([
    `Moved down or up to paragraph 5. “${moving}”.`,
    'Paragraph 1, 2 edits. “early” became “late”.',
    'Paragraph 5, removed. Took out “Old.”.',
    'Paragraph 4, added. Wrote “Brand new?”.',
    `Moved from paragraph 1. “${moving}”.`,
  ]);
});

it('folds what is the same between changes, under keys that tell every place apart', () => {
  const folds = foldsOf(paragraphs);
  expect(folds.map((fold) => (fold.kind === 'fold' ? fold.paragraphs.length : fold.paragraph.kind))).toEqual([
    'moved-from',
    'changed',
    2,
    'removed',
    'added',
    'moved-to',
  ]);
  expect(new Set(folds.map(({ key }) => key)).size).toBe(folds.length);
});
