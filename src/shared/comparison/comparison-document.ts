import { strengthsTitle } from '../judgment/point-lists.ts';
import type { JudgmentComparison } from './compare-judgments.ts';
import type { ComparedParagraph } from '../text/compared-text.ts';

/** A comparison of two revisions laid out for reading and handing on, before any format. */
export interface ComparisonDocument {
  readonly title: string;
  /** What is compared with what: "Revision 3 to 7". */
  readonly subtitle: string;
  /** Who wrote the revisions after the first up to the last, and when the last was saved (ISO). */
  readonly authors: string;
  readonly at: string;
  /** Who wrote the words that name a record. */
  readonly writers: { readonly [record: string]: { readonly name: string; readonly at: string } };
  readonly questions: readonly string[];
  readonly places: readonly ComparedPlace[];
}

/** One area or section in which anything differs. */
export interface ComparedPlace {
  readonly title: string;
  /** The grade before and after in words, where it differs. */
  readonly grade: { readonly before: string; readonly after: string } | null;
  /** Evidence links and best fits that differ, in words. */
  readonly evidence: readonly string[];
  /** Points of lists, each as a paragraph, and prose. */
  readonly paragraphs: readonly Pick<ComparedParagraph, 'kind' | 'words' | 'broken'>[];
}

/** What a comparison's ids are called. */
export interface ComparisonNames {
  readonly places: readonly {
    readonly id: string;
    readonly title: string;
    readonly criteria: readonly string[];
  }[];
  readonly grade: (area: string, side: 'before' | 'after') => string;
  readonly fit: (area: string, grade: string | null) => string;
  readonly note: (id: string) => string;
  readonly criterion: (id: string) => string;
}

/** The places of a comparison in the order of `names`; what it has no name for comes last under its own id. */
export function comparedPlaces(
  comparison: JudgmentComparison,
  names: ComparisonNames,
): readonly ComparedPlace[] {
  const known = new Set(names.places.map((place) => place.id));
  const changed = [
    ...comparison.points.map(({ section }) => section),
    ...comparison.sections.map(({ section }) => section),
    ...comparison.grades.map(({ area }) => area),
  ];
  const others = [...new Set(changed)]
    .filter((id) => !known.has(id))
    .map((id) => ({ id, title: id === 'strengths' ? strengthsTitle : id, criteria: [] }));
  return [...names.places, ...others].flatMap(({ id, title, criteria }): ComparedPlace[] => {
    const graded = comparison.grades.some((change) => change.area === id);
    const links = comparison.links.filter((link) => criteria.includes(link.criterion));
    const fits = comparison.fits.filter((fit) => criteria.includes(fit.criterion));
    const prose = comparison.sections.find(({ section }) => section === id)?.paragraphs ?? [];
    const points = comparison.points.filter((point) => point.section === id);
    if (!graded && links.length === 0 && fits.length === 0 && prose.length === 0 && points.length === 0)
      return [];
    return [
      {
        title,
        grade: graded ? { before: names.grade(id, 'before'), after: names.grade(id, 'after') } : null,
        evidence: [
          ...links.map(
            (link) =>
              `${link.before === null ? 'Linked' : link.after === null ? 'Unlinked' : 'Weighed again'}: ${names.note(link.note)}, ${names.criterion(link.criterion)}`,
          ),
          ...fits.map(
            (fit) =>
              `Best fit for ${names.criterion(fit.criterion)}: ${names.fit(id, fit.before)} became ${names.fit(id, fit.after)}`,
          ),
        ],
        paragraphs: [...points, ...prose],
      },
    ];
  });
}
