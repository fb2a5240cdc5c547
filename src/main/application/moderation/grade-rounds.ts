import { adoptedFramework } from '../session/adopted-framework.ts';
import { noPart } from '../lodging/find-round.ts';
import { readOwn } from '../lodging/own-answers.ts';
import type { RoundProtocol } from '../lodging/round-protocol.ts';
import type { Scope } from '../session/session.ts';
import { roundsOfDrafts } from './rounds-of-drafts.ts';
import { areaOf } from '../../../shared/framework/grade-order.ts';
import type { FoldedDraft } from '../../../shared/judgment/fold-draft.ts';
import { gradedEarly } from '../../../shared/moderation/grading-order.ts';
import { gradeLodging, type LodgedEntry } from '../../../shared/moderation/lodged-grades.ts';
import type { Round } from '../../../shared/moderation/round.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { OwnAnswers } from '../../../shared/ipc/lodging-views.ts';

const missing: CallError = {
  code: 'not-allowed',
  message:
    'A packet holds an answer for every area of the round; “not my area” is one. Nothing was lodged, and what you typed is kept. Answer the areas that are left.',
};
const unreasoned: CallError = {
  code: 'not-allowed',
  message:
    'A grade needs its rationale. Nothing was lodged, and what you typed is kept. Say for each grade why it is this one.',
};
const unsaid: CallError = {
  code: 'not-allowed',
  message:
    'A grade goes with how sure you are of it. Nothing was lodged, and what you typed is kept. Say it for each grade.',
};
const strangeArea: CallError = {
  code: 'wrong-shape',
  message: 'These grades name an area that this round does not grade, or one twice. Nothing was kept.',
};

/** Rounds of independent grades: each member answers for every area of one revision. */
export const gradeRounds: RoundProtocol<LodgedEntry, FoldedDraft, Round> = {
  kind: gradeLodging,
  log: roundsOfDrafts(({ rounds }) => rounds),
  slot: 'grades',
  objection: ({ ports }, folded, round, entries) => {
    const framework = adoptedFramework(folded, ports.crypto.sha256);
    const areas = entries.map((entry) => entry.area);
    if (framework === null || areas.some((area) => !round.areas.includes(area))) return strangeArea;
    if (new Set(areas).size < areas.length) return strangeArea;
    const early = gradedEarly(framework, round.areas, entries);
    if (early.length === 0) return null;
    const titles = early.map((area) => areaOf(framework, area)?.title ?? area).join(', ');
    return {
      code: 'not-allowed',
      message: `The parts are judged before the whole: grade the other areas before ${titles}. Nothing was kept.`,
    };
  },
  unfinished: ({ areas }, entries) => {
    if (entries.length < areas.length) return missing;
    const graded = entries.filter(({ answer }) => 'grade' in answer);
    if (graded.some(({ rationale }) => rationale.trim() === '')) return unreasoned;
    return graded.some(({ sure }) => sure === null) ? unsaid : null;
  },
  absent: ({ absences }) => absences.map(({ person }) => person),
  messages: {
    tooLong:
      'Your grades are longer than one packet holds (64 KiB), so nothing was lodged, and what you typed is kept. Shorten the rationale.',
    raced:
      'You lodged from another device in the meantime. Nothing was lodged here. Look again, and lodge anew if these are the grades you mean.',
    needsReason:
      'Not everybody has lodged or said that they cannot attend. Nothing was revealed. Wait for them, or say why the grades are revealed now.',
  },
};

/** One's own grades in a round, as this computer keeps them. */
export async function readOwnGrades(
  scope: Scope,
  place: CallInput<'readOwnGrades'>,
): Promise<Result<OwnAnswers<LodgedEntry>, CallError>> {
  const read = await readOwn(scope, gradeRounds, place);
  if (!read.ok) return read;
  return read.value.own === null ? refused(noPart) : done(read.value.own);
}
