import type { Criterion } from '../framework/framework-schema.ts';
import { contentWords } from '../evidence/content-words.ts';

/** A criterion that a note may belong to, and the words that say so. */
interface SuggestedCriterion {
  readonly criterion: string;
  readonly shared: readonly string[];
}

/** What each criterion and its descriptors are about, found once: a framework's criteria never change. */
const words = new WeakMap<Criterion, ReadonlySet<string>>();

function wordsOfCriterion(criterion: Criterion): ReadonlySet<string> {
  const known =
    words.get(criterion) ??
    contentWords(
      [
        criterion.title,
        ...criterion.descriptors.map((descriptor) => ('text' in descriptor ? descriptor.text : '')),
      ].join(' '),
    );
  words.set(criterion, known);
  return known;
}

/** A word counts by how few criteria use it: with k of n, ln(1 + (n - k + 0.5) / (k + 0.5)), the weight of BM25. */
function weights(documents: readonly ReadonlySet<string>[]): (word: string) => number {
  const counts = new Map<string, number>();
  for (const words of documents) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => {
    const count = counts.get(word) ?? 0;
    return Math.log(1 + (documents.length - count + 0.5) / (count + 0.5));
  };
}

/**
 * Criteria ranked by the words that they share with a text (Robertson and Zaragoza 2009, "The Probabilistic Relevance
 * Framework", equation 3.3, without term frequency, which short texts lack). A suggestion and nothing more; a criterion
 * that shares only one word is none.
 */
export function suggestCriteria(
  text: string,
  criteria: readonly Criterion[],
  most = 3,
): readonly SuggestedCriterion[] {
  const said = contentWords(text);
  const documents = criteria.map(wordsOfCriterion);
  const weight = weights(documents);
  return criteria
    .map((criterion, at) => {
      const shared = [...said].filter((word) => documents[at]?.has(word) === true);
      return { criterion: criterion.id, shared, score: shared.reduce((sum, word) => sum + weight(word), 0) };
    })
    .filter(({ shared }) => shared.length > 1)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ criterion, shared }) => ({ criterion, shared }));
}
