import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evidenceKindSchema } from '../../../src/shared/values/evidence-kind.ts';
import { splitSentences } from '../../../src/shared/text/split-sentences.ts';
import type { SearchDocument } from '../../../src/shared/search/search-query.ts';

const reports = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data', 'reports');

/** Numbers from 0 up to 1 that are the same in every run (a linear congruential generator, Numerical Recipes' constants). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Sentences of real published reports; refuses to run without them. */
export function realSentences(): readonly string[] {
  if (!existsSync(reports))
    throw new Error(`The benchmark is made from real prose, which is absent: ${reports}`);
  return readdirSync(reports).flatMap((name) => {
    const text = readFileSync(join(reports, name), 'utf8').replaceAll(/\s+/g, ' ');
    return splitSentences(text)
      .map(([from, to]) => text.slice(from, to).trim())
      .filter((sentence) => sentence.length > 40 && sentence.length < 400);
  });
}

/** Notes of two real sentences each, with an invented code word in one of a thousand. */
export function* madeNotes(count: number): Generator<SearchDocument> {
  const sentences = realSentences();
  const next = seeded(7);
  const pick = <T>(all: readonly T[]): T => {
    const one = all[Math.floor(next() * all.length)];
    if (one === undefined) throw new Error('nothing to pick from');
    return one;
  };
  for (let at = 0; at < count; at += 1) {
    const rare = at % 1000 === 0 ? ` Ref quill${at / 1000}.` : '';
    yield {
      what: 'note',
      place: String(at),
      code: `CT-${at % 99_999}`,
      kind: pick(evidenceKindSchema.options),
      author: `inspector-${at % 400}`,
      day: `2026-${String(1 + (at % 12)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`,
      areas: ['help-and-protection'],
      grades: ['good'],
      text: `${pick(sentences)} ${pick(sentences)}${rare}`,
    };
  }
}
