import { numberWords, pluralOf } from '../words.ts';
import { flagKey } from './flag-key.ts';
import type { GradeChange, LinkChange, SectionChange } from './judgment-changes.ts';
import type { FlagTerms, JudgmentFlag } from './judgment-flag.ts';
import type { JudgmentSnapshot } from './judgment-snapshot.ts';

/** What differs between two states, as far as questions look at it. */
export interface FlaggedChanges {
  readonly grades: readonly GradeChange[];
  readonly links: readonly LinkChange[];
  readonly sections: readonly SectionChange[];
}

/** Questions about what came late: evidence that left after moderation began, words that the provider has not seen. */
export function lateFlags(
  { writtenAfterSending, unlinkedInModeration }: JudgmentSnapshot,
  { links, sections }: FlaggedChanges,
  terms: FlagTerms,
): readonly JudgmentFlag[] {
  const removed = links.filter(
    ({ after, note, criterion }) =>
      after === null &&
      unlinkedInModeration.some((link) => link.note === note && link.criterion === criterion),
  );
  const byArea = Map.groupBy(removed, (link) => terms.areaOf[link.criterion] ?? link.criterion);
  return [
    ...[...byArea].map(([place, gone]): JudgmentFlag => ({
      code: 'evidence-removed-after-moderation',
      key: flagKey('evidence-removed-after-moderation', place, ...gone.map((link) => link.note.slice(0, 12))),
      place,
      message: `${pluralOf(gone.length, 'A note was', `${numberWords(gone.length)} notes were`)} unlinked after moderation began. Does the grade still stand on what is left?`,
    })),
    ...sections
      .filter(({ section }) => writtenAfterSending.includes(section))
      .filter(({ paragraphs }) => paragraphs.some(({ words }) => words.some(({ kind }) => kind === 'added')))
      .map(({ section, stats }): JudgmentFlag => ({
        code: 'new-after-factual-accuracy',
        key: flagKey(
          'new-after-factual-accuracy',
          section,
          String(stats.wordsAfter),
          String(stats.wordsChanged),
        ),
        place: section,
        message:
          'Words were added after the factual accuracy check began. Has the provider seen them, or need they not?',
      })),
  ];
}
