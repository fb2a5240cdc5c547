import { findRound } from '../lodging/find-round.ts';
import { loadSeen } from '../see.ts';
import type { Scope } from '../session/session.ts';
import { gradedParagraphs, type GradedParagraph } from '../../../shared/moderation/graded-text.ts';
import { done, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';

/** The text that a round grades: that of its revision, whatever was saved since, as this person may see it. */
export async function readGradedText(
  scope: Scope,
  input: CallInput<'readGradedText'>,
): Promise<Result<readonly GradedParagraph[], CallError>> {
  const loaded = await loadSeen(scope, input.draft);
  if (!loaded.ok) return loaded;
  const { seen } = loaded.value;
  const round = findRound(seen.state.moderation.rounds, input.round);
  if (!round.ok) return round;
  return done(gradedParagraphs(seen.at(round.value.revision)?.state.narratives ?? {}));
}
