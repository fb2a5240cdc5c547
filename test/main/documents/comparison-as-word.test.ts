import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { comparisonAsWord } from '../../../src/main/documents/comparison-as-word.ts';
import { comparisonAsHtml } from '../../../src/shared/comparison/comparison-as-html.ts';
import type { ComparisonDocument } from '../../../src/shared/comparison/comparison-document.ts';
import { compareTexts } from '../../../src/shared/text/compare-texts.ts';

const before = [
  'Strategy discussions are timely and most partners attend them in each of the teams that were seen.',
  'Plans & visits are <good>, say the families who were spoken to during the week on site by inspectors.',
  'Supervision is regular.',
];
const after = [
  'Plans & visits are <good>, say the families who were spoken to during the week on site by inspectors.',
  'Strategy discussions are not timely and few partners attend them in each of the teams that were seen.',
  'A wholly new paragraph, with a bell \u0007 in it.',
];
const comparison: ComparisonDocument = {
  title: 'Northmere',
  subtitle: 'Revision 1 to 2',
  authors: 'Helen Ashdown',
  at: '2026-10-08T09:20:00Z',
  writers: { r2: { name: 'Tom Hale', at: '2026-10-07T16:05:00Z' } },
  questions: ['The grade changed and no evidence was linked since.'],
  places: [
    {
      title: 'Help and protection',
      grade: { before: 'Good', after: 'Requires improvement' },
      evidence: ['Linked: CT-001, Strategy discussions'],
      paragraphs: compareTexts(before.join('\n\n'), after.join('\n\n')).paragraphs,
    },
  ],
};

/** The paragraphs of a document as Word shows them when every change is accepted, or rejected. */
function wordsOf(xml: string, drop: 'w:ins' | 'w:del'): readonly string[] {
  const kept = xml.replaceAll(new RegExp(`<${drop}[ >].*?</${drop}>`, 'g'), '');
  return [...kept.matchAll(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/g)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:(?:t|delText)(?: [^>]*)?>(.*?)<\/w:(?:t|delText)>/g)]
      .map(([, text = '']) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'))
      .join(''),
  );
}

describe('a comparison handed on', () => {
  it('is a Word document whose tracked changes, accepted or rejected, give the words after and before', async () => {
    const xml = strFromU8(
      unzipSync(await comparisonAsWord(comparison))['word/document.xml'] ?? new Uint8Array(),
    );
    expect(wordsOf(xml, 'w:del').filter((text) => after.includes(text.replace('\uFFFD', '\u0007')))).toEqual(
      after.map((text) => text.replace('\u0007', '\uFFFD')),
    );
    expect(wordsOf(xml, 'w:ins').filter((text) => before.includes(text))).toEqual(before);
    const tracked = [...xml.matchAll(/<w:(ins|del) [^>]*>/g)].map(([tag]) => tag);
    expect(tracked.length).toBeGreaterThan(4);
    for (const tag of tracked)
      expect(tag).toMatch(
        /w:author="Helen Ashdown".*w:date="2026-10-08T09:20:00Z"|w:date="2026-10-08T09:20:00Z".*w:author="Helen Ashdown"/,
      );
    expect(new Set(tracked.map((tag) => /w:id="(\d+)"/.exec(tag)?.[1])).size).toBe(tracked.length);
  });

  it('names for each tracked change who made it and when, where the comparison knows', async () => {
    const [place] = comparison.places;
    const xml = strFromU8(
      unzipSync(
        await comparisonAsWord({
          ...comparison,
          places: [
            {
              ...(place ?? { title: '', grade: null, evidence: [] }),
              paragraphs: [
                {
                  kind: 'changed',
                  words: [
                    { kind: 'same', before: [0, 11], after: [0, 11], text: 'Visits are ' },
                    {
                      kind: 'added',
                      before: null,
                      after: [11, 21],
                      text: 'often late',
                      by: [
                        { text: 'often ', by: 'r2' },
                        { text: 'late', by: null },
                      ],
                    },
                  ],
                },
              ],
            },
          ],
        }),
      )['word/document.xml'] ?? new Uint8Array(),
    );
    expect(xml).toMatch(/<w:ins [^>]*w:author="Tom Hale"[^>]*>(?:(?!<\/w:ins>).)*often /);
    expect(xml).toMatch(/<w:ins [^>]*w:author="Helen Ashdown"[^>]*>(?:(?!<\/w:ins>).)*late/);
    expect(xml).toContain('w:date="2026-10-07T16:05:00Z"');
  });

  it('is a page that escapes what people wrote and marks what changed', () => {
    const page = comparisonAsHtml(comparison);
    expect(page).toContain('Plans &amp; visits are &lt;good&gt;');
    expect(page).toContain('<del>Good</del> <ins>Requires improvement</ins>');
    expect(page).toContain('<ins>not ');
    expect(page).not.toContain('<script');
  });
});
