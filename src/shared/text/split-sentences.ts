import type { Range } from './compared-text.ts';

/** A full stop, question or exclamation mark, what closes around it, white space, and then what can begin a sentence. */
const ending = /[.!?…]["'”’)\]]*\s+(?=["'“‘([]*[\p{Lu}\p{N}])/gu;
/** What, looking back from a place, ends in a full stop and no sentence with it: initials, numbers of paragraphs, common abbreviations. */
const abbreviated =
  /(?<=(?:^|[\s("'“‘])(?:\p{L}|\p{N}{1,3}|Mr|Mrs|Ms|Dr|Prof|St|No|Nos|para|paras|p|pp|vs|cf|etc|e\.g|i\.e)\.["'”’)\]]*\s+)/iuy;

/**
 * Splits a stretch of a text into sentences that cover it wholly, each with the spaces after it. Where it is not sure it
 * does not split: two sentences taken for one only ask a person more often.
 */
export function splitSentences(text: string, from = 0, to = text.length): readonly Range[] {
  const sentences: Range[] = [];
  let start = from;
  const stretch = text.slice(from, to);
  for (const match of stretch.matchAll(ending)) {
    abbreviated.lastIndex = match.index + match[0].length;
    if (abbreviated.test(stretch)) continue;
    const end = from + match.index + match[0].length;
    sentences.push([start, end]);
    start = end;
  }
  if (start < to) sentences.push([start, to]);
  return sentences;
}
