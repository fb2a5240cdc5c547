import { canonical } from '../records/canonical.ts';
import { changeKey } from './change-key.ts';
import type { JudgmentComparison } from './compare-judgments.ts';

/** One change of a comparison, which a person can step to and tick as reviewed. */
export interface ListedChange {
  /** The area or section that it stands in. */
  readonly place: string;
  readonly kind: 'grade' | 'evidence' | 'fit' | 'point' | 'words';
  /** The area, criterion, point or paragraph (by its place among all of its section, 0 for the first) that changed. */
  readonly of: string;
  /** What a tick names, hex: the same wherever the same change is compared. */
  readonly key: string;
}

/** Every change of a comparison in the order in which a place shows them: grade, evidence, best fits, points, words. */
export function listedChanges(
  { grades, links, fits, points, sections }: JudgmentComparison,
  areaOf: { readonly [criterion: string]: string },
  sha256: (utf8: string) => string,
): readonly ListedChange[] {
  const keyOf = (fact: object): string => sha256(canonical(fact));
  const linked = Map.groupBy(links, ({ criterion }) => criterion);
  return [
    ...grades.map(({ area, before, after }): ListedChange => ({
      place: area,
      kind: 'grade',
      of: area,
      key: keyOf({ grade: area, before, after }),
    })),
    ...[...linked].map(([criterion, own]): ListedChange => ({
      place: areaOf[criterion] ?? '',
      kind: 'evidence',
      of: criterion,
      key: keyOf({ evidence: criterion, links: own.map(({ note, before, after }) => [note, before, after]) }),
    })),
    ...fits.map(({ criterion, before, after }): ListedChange => ({
      place: areaOf[criterion] ?? '',
      kind: 'fit',
      of: criterion,
      key: keyOf({ fit: criterion, before, after }),
    })),
    ...points.map(({ section, id, kind, words }): ListedChange => ({
      place: section,
      kind: 'point',
      of: id,
      key: keyOf({ point: id, section, kind, words: words.map((stretch) => [stretch.kind, stretch.text]) }),
    })),
    ...sections.flatMap(({ section, paragraphs }) =>
      paragraphs.flatMap((paragraph, at): ListedChange[] =>
        paragraph.kind === 'same'
          ? []
          : [{ place: section, kind: 'words', of: String(at), key: changeKey(section, paragraph, sha256) }],
      ),
    ),
  ];
}
