import { adoptedFramework } from '../session/adopted-framework.ts';
import { renderDocument } from '../documents/render-document.ts';
import { findRound } from '../lodging/find-round.ts';
import { notRevealed } from './grade-round-acts.ts';
import { personViews } from '../session/person-views.ts';
import { loadSeen } from '../see.ts';
import type { Scope } from '../session/session.ts';
import { handOut } from '../session/hand-out.ts';
import { labelWords } from '../../../shared/documents/label-words.ts';
import { standingWords } from '../../../shared/documents/standing-words.ts';
import { shown } from '../../../shared/records/settled.ts';
import { meetingNote } from '../../../shared/documents/meeting-note.ts';
import { meetingNoteBlocks } from '../../../shared/documents/meeting-note-blocks.ts';
import { refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';

/** Makes the note of a revealed round's meeting into a document and hands it to the person. */
export async function exportMeetingNote(
  scope: Scope,
  { format, ...input }: CallInput<'exportMeetingNote'>,
): Promise<Result<{ name: string } | null, CallError>> {
  const loaded = await loadSeen(scope, input.draft);
  if (!loaded.ok) return loaded;
  const { folder, seen } = loaded.value;
  const round = findRound(seen.state.moderation.rounds, input.round);
  if (!round.ok) return round;
  const framework = adoptedFramework(seen, scope.ports.crypto.sha256);
  if (framework === null || round.value.standing !== 'revealed') return refused(notRevealed);
  const people = new Map((await personViews(scope)).map((person) => [person.id, person.card.name]));
  const provider = shown(seen.state.details.provider) ?? folder;
  const template = await scope.ports.resources.template();
  const labels = labelWords(seen.state, framework, provider);
  const standing = standingWords(seen.state, template, labels);
  const nameOf = (person: string): string => people.get(person) ?? 'someone unknown';
  const note = meetingNote(seen.state, framework, round.value, nameOf);
  const document = {
    title: `${provider}: note of the panel’s meeting`,
    language: 'en-GB' as const,
    watermark: standing.watermark === 'Demonstration' ? standing.watermark : null,
    foot: `${provider}. Note of the panel’s meeting. ${standing.words}`,
    landscape: false,
    blocks: meetingNoteBlocks(note),
  };
  const bytes = await renderDocument(scope, document, format);
  if (!bytes.ok) return bytes;
  const name = `${folder}-round-${round.value.number}-note.${format}`;
  return handOut(scope, name, bytes.value);
}
