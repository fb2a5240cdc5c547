import { findAnchor } from '../../shared/domain/comparison/find-anchor.ts';
import type { DraftComment } from '../../shared/domain/draft/draft-state.ts';
import type { FoldedDraft } from '../../shared/domain/draft/fold-draft.ts';
import { shown } from '../../shared/domain/draft/settled.ts';
import type { AnchoredComment } from '../../shared/ipc/views.ts';

/** Follows every comment's words into the later state's texts; a comment made later than it is left out. */
export async function anchoredComments(
  folded: FoldedDraft,
  stateAt: (revision: string) => Promise<FoldedDraft | null>,
  later: { readonly narratives: { readonly [section: string]: string } },
  known: (record: string) => boolean,
): Promise<readonly AnchoredComment[]> {
  const texts = new Map<string, string>();
  const textAt = async ({ revision, section }: DraftComment): Promise<string> => {
    const key = `${revision}/${section}`;
    const found = texts.get(key) ?? shown((await stateAt(revision))?.state.narratives[section] ?? []) ?? '';
    texts.set(key, found);
    return found;
  };
  const anchored: AnchoredComment[] = [];
  for (const comment of folded.state.comments.filter((one) => known(one.revision))) {
    const after = later.narratives[comment.section] ?? '';
    const { standing, range } = findAnchor(comment.quote, await textAt(comment), after);
    anchored.push({ comment, standing, now: range === null ? '' : after.slice(...range) });
  }
  return anchored;
}
