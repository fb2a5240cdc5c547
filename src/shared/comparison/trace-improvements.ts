/** One point of what needs to improve, as one inspection named it. */
interface ImprovementMention {
  /** Which inspection, 0 for the earliest. */
  readonly inspection: number;
  readonly text: string;
  /** Word beginnings it shares with the mention before it; none for the first. */
  readonly shared: readonly string[];
}

/** A point followed through inspections. What the words share is a suggestion: whether it was met, people say. */
export interface ImprovementThread {
  readonly mentions: readonly ImprovementMention[];
  readonly standing: 'carried-over' | 'new' | 'not-named-again';
}

const stem = 6;
const common = new Set(
  'the and that for with their they are all from including into within when where which this more most have has been being not ensure improve quality effectiveness effective children child young people'
    .split(' ')
    .map((word) => word.slice(0, stem)),
);
/** What points are tagged with: an outcome or enabler of an outside standard. */
const tag = /(?<!\s)\s*\((?:outcome|enabler)[^)]*\)/giu;
/** Least likeness of two points to be one: below it both are shown as their own. */
const leastLike = 0.22;

function termsOf(text: string): ReadonlySet<string> {
  // Behind the last bracket that closes stands no tag; each that opens there would be read to the end.
  const end = text.lastIndexOf(')') + 1;
  const words =
    `${text.slice(0, end).replace(tag, '')}${text.slice(end)}`.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  return new Set(words.map((word) => word.slice(0, stem)).filter((word) => !common.has(word)));
}

/**
 * Likeness of two points, 0 to 1: cosine over word beginnings weighted by inverse document frequency (Spärck Jones
 * 1972), so that words in every point count for little.
 */
function likeness(
  one: ReadonlySet<string>,
  other: ReadonlySet<string>,
  weight: (term: string) => number,
): number {
  const sum = (terms: Iterable<string>): number =>
    [...terms].reduce((total, term) => total + weight(term) ** 2, 0);
  const shared = sum([...one].filter((term) => other.has(term)));
  const size = Math.sqrt(sum(one) * sum(other));
  return size === 0 ? 0 : shared / size;
}

/** Follows the points of what needs to improve through the inspections of one provider, earliest first. */
export function traceImprovements(inspections: readonly (readonly string[])[]): readonly ImprovementThread[] {
  const points = inspections.flatMap((texts, inspection) =>
    texts.map((text) => ({ inspection, text, terms: termsOf(text) })),
  );
  const frequency = new Map<string, number>();
  for (const { terms } of points)
    for (const term of terms) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  const weight = (term: string): number => Math.log(1 + points.length / (frequency.get(term) ?? 1));
  const threads: { mentions: ImprovementMention[]; last: (typeof points)[number] }[] = [];
  inspections.forEach((_texts, inspection) => {
    const here = points.filter((point) => point.inspection === inspection);
    const pairs = here
      .flatMap((point) =>
        threads
          .filter((thread) => thread.last.inspection < inspection)
          .map((thread) => ({ point, thread, like: likeness(point.terms, thread.last.terms, weight) })),
      )
      .filter(({ like }) => like >= leastLike)
      .sort((x, y) => y.like - x.like);
    const taken = new Set<unknown>();
    for (const { point, thread } of pairs) {
      if (taken.has(point) || taken.has(thread)) continue;
      taken.add(point).add(thread);
      const shared = [...point.terms].filter((term) => thread.last.terms.has(term));
      thread.mentions.push({ inspection, text: point.text, shared });
      thread.last = point;
    }
    for (const point of here) {
      if (!taken.has(point))
        threads.push({ mentions: [{ inspection, text: point.text, shared: [] }], last: point });
    }
  });
  const latest = inspections.length - 1;
  return threads.map(({ mentions, last }) => ({
    mentions,
    standing: last.inspection < latest ? 'not-named-again' : mentions.length > 1 ? 'carried-over' : 'new',
  }));
}
