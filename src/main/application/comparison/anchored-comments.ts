import { compareTexts } from '../../../shared/text/compare-texts.ts';
import { findAnchor } from '../../../shared/text/find-anchor.ts';
import type { ComparedText } from '../../../shared/text/compared-text.ts';
import type { JudgmentComparison } from '../../../shared/comparison/compare-judgments.ts';
import type { JudgmentSnapshot } from '../../../shared/comparison/judgment-snapshot.ts';
import type { DraftComment } from '../../../shared/draft/fold-comments.ts';
import { shown } from '../../../shared/records/settled.ts';
import type { SeenDraft } from '../../../shared/seen/seen-draft.ts';
import type { AnchoredComment } from '../../../shared/ipc/views.ts';

/**
 * Follows every comment's words into the later state's texts; a comment made later than it is left out. What the
 * comparison of the two states compared already is taken from it: no pair of texts is compared twice.
 */
export function anchoredComments(
  draft: SeenDraft,
  earlier: JudgmentSnapshot,
  later: JudgmentSnapshot,
  { sections }: JudgmentComparison,
  known: (record: string) => boolean,
): readonly AnchoredComment[] {
  const compared = new Map<string, ComparedText>(
    sections.map((change) => [keyOf(change.section, earlier.narratives[change.section] ?? ''), change]),
  );
  const comparedWith = (section: string, before: string, after: string): ComparedText => {
    const key = keyOf(section, before);
    const comparison = compared.get(key) ?? compareTexts(before, after);
    compared.set(key, comparison);
    return comparison;
  };
  const revisions = new Map<string, ReturnType<SeenDraft['at']>>();
  const textOf = ({ revision, section }: DraftComment): string => {
    if (!revisions.has(revision)) revisions.set(revision, draft.at(revision));
    return shown(revisions.get(revision)?.state.narratives[section] ?? []) ?? '';
  };
  return draft.state.comments
    .filter(({ revision }) => known(revision))
    .map((comment) => {
      const { section, quote } = comment;
      const before = textOf(comment);
      const after = later.narratives[section] ?? '';
      const { standing, range } = findAnchor(quote, before, after, comparedWith(section, before, after));
      return { comment, standing, now: range === null ? '' : after.slice(...range) };
    });
}

function keyOf(section: string, before: string): string {
  return `${section}\n${before}`;
}
