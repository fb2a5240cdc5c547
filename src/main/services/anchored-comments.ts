import { findAnchor } from '../../shared/domain/comparison/find-anchor.ts';
import type { DraftComment } from '../../shared/domain/draft/draft-state.ts';
import { foldAt, type FoldedDraft } from '../../shared/domain/draft/fold-draft.ts';
import { shown } from '../../shared/domain/draft/settled.ts';
import type { AnchoredComment } from '../../shared/ipc/views.ts';

/** Follows every comment's words into the later state's texts; a comment made later than it is left out. */
export function anchoredComments(
  folded: FoldedDraft,
  later: { readonly narratives: { readonly [section: string]: string } },
  known: (record: string) => boolean,
): readonly AnchoredComment[] {
  const texts = new Map<string, string>();
  const textAt = ({ revision, section }: DraftComment): string => {
    const key = `${revision}/${section}`;
    const found =
      texts.get(key) ?? shown(foldAt(folded.graph, [revision])?.state.narratives[section] ?? []) ?? '';
    texts.set(key, found);
    return found;
  };
  return folded.state.comments
    .filter((comment) => known(comment.revision))
    .map((comment) => {
      const after = later.narratives[comment.section] ?? '';
      const { standing, range } = findAnchor(comment.quote, textAt(comment), after);
      return { comment, standing, now: range === null ? '' : after.slice(...range) };
    });
}
