import nlp from 'compromise';
import type { ReportFinding } from '../../shared/checks/report-finding.ts';

/** Kinds of word, as compromise tags them, that are nobody's name where a sentence merely begins with one. */
const ordinary = [
  'Adverb',
  'Adjective',
  'Preposition',
  'Conjunction',
  'Determiner',
  'Pronoun',
  'Plural',
  'PastTense',
  'Gerund',
  'Infinitive',
  'Actor',
  'Uncountable',
];
/** Ends of nouns that are made from other words; names that end so are in compromise's list of first names. */
const madeNoun = /^\p{L}{3,}(?:tion|sion|ment|ity|ship|ness|ism|ance|ence|logy)$/iu;

interface Term {
  readonly tags?: readonly string[];
}

function tagsOf(words: string): ReadonlySet<string> {
  const sentences = nlp(words).json() as readonly { readonly terms?: readonly Term[] }[];
  return new Set(sentences.flatMap(({ terms = [] }) => terms.flatMap(({ tags = [] }) => tags)));
}

function holds(found: unknown, term: string): boolean {
  return Array.isArray(found) && found.some((entry) => String(entry).toLowerCase().includes(term));
}

/** Whether the word stands where any word has a capital. */
function opens(text: string, from: number): boolean {
  return /(?:^|[.!?:…]["'”’)\]]*\s+|\n\s*|\d\.\s+|[“"‘])$/u.test(text.slice(Math.max(0, from - 12), from));
}

type Rank = 'person' | 'open' | 'place' | 'ordinary';

function rankOf({ words, from, to, section }: ReportFinding, textOf: (section: string) => string): Rank {
  const text = textOf(section);
  const around = nlp(text.slice(Math.max(0, from - 80), to + 80));
  const term = words.toLowerCase();
  const tags = tagsOf(term);
  if (tags.has('Person') || holds(around.people().out('array'), term)) return 'person';
  if (holds(around.places().out('array'), term)) return 'place';
  if (!opens(text, from) || /\s/u.test(words)) return 'open';
  return madeNoun.test(words) || ordinary.some((tag) => tags.has(tag)) ? 'ordinary' : 'open';
}

/**
 * Orders the questions after names by a language model of English: who it takes for people first; last, and as
 * suggestions only, what it takes for a place or for an ordinary word that begins a sentence. It takes no question away:
 * alone it found 22 of 40 planted names of many cultures.
 */
export function rankNames(
  findings: readonly ReportFinding[],
  textOf: (section: string) => string,
): readonly ReportFinding[] {
  const names = findings.filter((finding) => finding.kind === 'name');
  const ranked = names.map((finding) => ({ finding, rank: rankOf(finding, textOf) }));
  const of = (rank: Rank): readonly ReportFinding[] =>
    ranked.filter((entry) => entry.rank === rank).map(({ finding }) => finding);
  const lesser = [...of('place'), ...of('ordinary')].map((finding) => ({
    ...finding,
    weight: 'suggestion' as const,
  }));
  return [
    ...of('person'),
    ...of('open'),
    ...findings.filter((finding) => finding.kind !== 'name'),
    ...lesser,
  ];
}
