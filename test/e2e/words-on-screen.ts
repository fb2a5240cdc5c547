import type { Page } from 'playwright-core';
import { detailNames } from '../../src/shared/draft/detail-names.ts';
import { everyEventType } from '../../src/shared/judgment/event-types.ts';
import { evidenceKindSchema } from '../../src/shared/values/evidence-kind.ts';

const hyphenated = [
  ...evidenceKindSchema.options,
  'factual-accuracy',
  'requires-improvement',
  'default-to-review',
  'england-and-wales',
  'help-and-protection',
].filter((word) => word.includes('-'));
/** What stands in records and never on a screen. */
const never: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a record type', new RegExp(`\\b(?:${[...everyEventType.keys()].join('|')})\\b`, 'u')],
  [
    'a field’s name',
    new RegExp(`\\b(?:${detailNames.filter((name) => /[A-Z]/.test(name)).join('|')})\\b`, 'u'),
  ],
  ['an ISO date', /\b\d{4}-\d{2}-\d{2}/u],
  ['a hash', /\b[0-9a-f]{64}\b/u],
  ['an enum’s word', new RegExp(`\\b(?:${hyphenated.join('|')})\\b`, 'u')],
  ['fragments that were joined', /[a-z](?:None|Today|Yesterday)\b|undefined|\[object|, ,|^, [A-Z]/mu],
];

/** What a person would read on this screen that only programs should. */
export async function wordsOfRecords(page: Page): Promise<readonly string[]> {
  const text = await page.evaluate(() => document.body.innerText);
  return never.flatMap(([what, pattern]) => {
    const found = pattern.exec(text);
    return found === null ? [] : [`${what}: ${text.slice(Math.max(0, found.index - 40), found.index + 60)}`];
  });
}
