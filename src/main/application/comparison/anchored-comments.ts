import { findAnchor } from '../../../shared/text/find-anchor.ts';
import type { DraftComment } from '../../../shared/judgment/draft-state.ts';
import { shown } from '../../../shared/records/settled.ts';
import type { SeenDraft } from '../../../shared/seen/seen-draft.ts';
import type { AnchoredComment } from '../../../shared/ipc/views.ts';

/** Follows every comment's words into the later state's texts; a comment made later than it is left out. */
export function anchoredComments(
  draft: SeenDraft,
  later: { readonly narratives: { readonly [section: string]: string } },
  known: (record: string) => boolean,
): readonly AnchoredComment[] {
  const texts = new Map<string, string>();
  const textAt = ({ revision, section }: DraftComment): string => {
    const key = `${revision}/${section}`;
    const found = texts.get(key) ?? shown(draft.at(revision)?.state.narratives[section] ?? []) ?? '';
    texts.set(key, found);
    return found;
  };
  const anchored: AnchoredComment[] = [];
  for (const comment of draft.state.comments.filter((one) => known(one.revision))) {
    const after = later.narratives[comment.section] ?? '';
    const { standing, range } = findAnchor(comment.quote, textAt(comment), after);
    anchored.push({ comment, standing, now: range === null ? '' : after.slice(...range) });
  }
  return anchored;
}
