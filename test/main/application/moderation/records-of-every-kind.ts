import { services } from '../../../../src/main/composition/calls.ts';
import type { Scope } from '../../../../src/main/application/session/session.ts';
import { writeRecord } from '../../../../src/main/application/write.ts';
import type { DeepReadonly, DefinedEvent } from '../../../../src/shared/records/define-event.ts';
import { absenceDeclared } from '../../../../src/shared/lodging/absence-declared.ts';
import { accuracyReceived } from '../../../../src/shared/accuracy/accuracy-received.ts';
import { accuracySent } from '../../../../src/shared/accuracy/accuracy-sent.ts';
import { addendumWritten } from '../../../../src/shared/evidence/addendum-written.ts';
import { attachmentAdded } from '../../../../src/shared/evidence/attachment-added.ts';
import { calibrationSet } from '../../../../src/shared/moderation/calibration-set.ts';
import { arbiterAsked } from '../../../../src/shared/moderation/arbiter-asked.ts';
import { challengeAccepted } from '../../../../src/shared/moderation/challenge-accepted.ts';
import { challengeAnswered } from '../../../../src/shared/moderation/challenge-answered.ts';
import { challengeRaised } from '../../../../src/shared/moderation/challenge-raised.ts';
import { challengeWithdrawn } from '../../../../src/shared/moderation/challenge-withdrawn.ts';
import { clockPaused } from '../../../../src/shared/clocks/clock-paused.ts';
import { clockResumed } from '../../../../src/shared/clocks/clock-resumed.ts';
import { commentReplied } from '../../../../src/shared/draft/comment-replied.ts';
import { commentResolved } from '../../../../src/shared/draft/comment-resolved.ts';
import { commentWritten } from '../../../../src/shared/draft/comment-written.ts';
import { conflictSettled } from '../../../../src/shared/draft/conflict-settled.ts';
import { contentErased } from '../../../../src/shared/draft/content-erased.ts';
import { detailsSet } from '../../../../src/shared/draft/details-set.ts';
import { dissentRecorded } from '../../../../src/shared/moderation/dissent-recorded.ts';
import { draftShelved } from '../../../../src/shared/draft/draft-shelved.ts';
import { evidenceImported } from '../../../../src/shared/evidence/evidence-imported.ts';
import { evidenceLinked } from '../../../../src/shared/evidence/evidence-linked.ts';
import { evidenceNoted } from '../../../../src/shared/evidence/evidence-noted.ts';
import { gradeReconsidered } from '../../../../src/shared/moderation/grade-reconsidered.ts';
import { importUndone } from '../../../../src/shared/evidence/import-undone.ts';
import { interestDeclared } from '../../../../src/shared/moderation/interest-declared.ts';
import { interestRecorded } from '../../../../src/shared/moderation/interest-recorded.ts';
import { judgmentApproved } from '../../../../src/shared/finalising/judgment-approved.ts';
import { noteCorrected } from '../../../../src/shared/evidence/note-corrected.ts';
import { momentRecorded } from '../../../../src/shared/clocks/moment-recorded.ts';
import { outcomeDecided } from '../../../../src/shared/moderation/outcome-decided.ts';
import { pointAnswered } from '../../../../src/shared/moderation/point-answered.ts';
import { recordAdopted } from '../../../../src/shared/people/record-adopted.ts';
import { reportImported } from '../../../../src/shared/draft/report-imported.ts';
import { roundAmended } from '../../../../src/shared/lodging/round-amended.ts';
import { roleGranted } from '../../../../src/shared/people/role-granted.ts';
import { roleRevoked } from '../../../../src/shared/people/role-revoked.ts';
import { termAllowed } from '../../../../src/shared/evidence/term-allowed.ts';
import { done } from '../../../../src/shared/result.ts';
import { need } from '../../running-scope.ts';

/** Whose round it is, and what of its draft records of every kind can speak of. */
export interface Ground {
  /** The owner and chair, who writes for the team, and the deputy beside them. */
  readonly chair: Scope;
  readonly deputy: Scope;
  readonly people: { readonly chair: string; readonly deputy: string };
  readonly draft: string;
  readonly revision: string;
  readonly round: string;
  readonly note: string;
}

/** Words of a kind of record that tell a grade; their end is found nowhere else. */
export const markedWords = (kind: string): string => `Judged inadequate Qk-${kind}.`;
/** What of these words nobody may read while the round hides grades: the mark alone tells nothing. */
export const markedSecret = (kind: string): string => `inadequate Qk-${kind}.`;

/** Kinds whose words every member grades by or sees on every screen: evidence, and what a draft is called. */
export const shownKinds: ReadonlySet<string> = new Set([
  'addendum.written',
  'attachment.added',
  'calibration.set',
  'evidence.imported',
  'evidence.linked',
  'evidence.noted',
  'note.corrected',
  'term.allowed',
]);

/** Kinds that say nothing to anybody while the round is open, and why. */
export const silentKinds: Readonly<Record<string, string>> = {
  'import.undone': 'its reason stands in the record alone',
  'role.granted': 'has no words',
  'challenge.accepted': 'has no words',
  'comment.resolved': 'has no words',
  'moment.recorded': 'has no words',
  'clock.resumed': 'has no words',
  'grade.reconsidered': 'counts after a reveal only',
  'dissent.recorded': 'counts after a reveal only',
};

/** Kinds that are not written over the open round, and why. */
export const unwrittenKinds: Readonly<Record<string, string>> = {
  'draft.begun': 'every draft has one, without words',
  'framework.adopted': 'written as the draft began; a framework is hidden from nobody',
  'framework.moved': 'would change the areas of the open round',
  'round.opened': 'the round itself',
  'grade.lodged': 'encrypted: see a-round-of-four.test.ts',
  'comparison.lodged': 'encrypted likewise',
  'round.closed': 'ends the hiding',
  'round.abandoned': 'ends the hiding',
  'provisional.shown': 'ends the hiding',
  'comparison.abandoned': 'ends its round',
  'comparison.closed': 'needs a round of comparisons that was lodged in',
  'judgment.sealed': 'what is sealed hides nothing',
  'seal.withdrawn': 'speaks of a seal',
  'seal.time-stamped': 'speaks of a seal',
  'reopening.proposed': 'speaks of a seal',
  'judgment.reopened': 'speaks of a seal',
  'copy.redacted': 'speaks of a seal',
  'arbiter.decided': 'needs an arbiter who was asked after a reveal: see arbitration.test.ts',
  'ownership.passed': 'has no words',
  'ownership.accepted': 'has no words',
  'ownership.recovered': 'has no words',
};

/** Writes a record of every other kind over the open round, each with words of its own, and says which kinds these are. */
export async function writeEveryKind(ground: Ground): Promise<readonly string[]> {
  const { chair, deputy, people, draft, revision, round, note } = ground;
  const written: string[] = [];
  const said = markedWords;
  const write = async <B>(
    kind: DefinedEvent<B>,
    body: DeepReadonly<B>,
    by: Scope = chair,
  ): Promise<string> => {
    const { record } = need(await writeRecord(by, draft, () => done(kind.write(body))));
    written.push(kind.type);
    return record;
  };
  const sha256 = 'c'.repeat(64);
  await write(evidenceNoted, {
    code: 'CT-900',
    kind: 'data',
    source: 'Report',
    when: '2026-10-07T10:00',
    direction: 'neutral',
    text: said('evidence.noted'),
  });
  await write(addendumWritten, { note, text: said('addendum.written') });
  await write(noteCorrected, {
    note,
    source: { value: said('note.corrected'), over: [] },
    reason: said('note.corrected'),
  });
  await write(attachmentAdded, {
    note,
    sha256,
    name: said('attachment.added'),
    media: 'text/plain',
    bytes: 3,
  });
  const imported = await write(evidenceImported, {
    file: said('evidence.imported'),
    sha256,
    rows: 1,
    records: 1,
  });
  await write(importUndone, { import: imported, reason: said('import.undone') });
  await write(evidenceLinked, {
    note,
    criterion: 'hp.plans',
    direction: 'for',
    passage: said('evidence.linked'),
    over: [],
  });
  const comment = await write(commentWritten, {
    section: 'summary',
    revision,
    quote: 'Plans.',
    text: said('comment.written'),
  });
  await write(termAllowed, { term: said('term.allowed'), allowed: true, over: [] });
  await write(detailsSet, {
    writes: [{ name: 'leadInspector', value: 'Lee', over: [] }],
    reason: said('details.set'),
  });
  await write(draftShelved, { shelf: 'list', reason: said('draft.shelved'), over: [] });
  await write(reportImported, {
    file: 'report.txt',
    sha256,
    title: said('report.imported'),
    furniture: [{ page: 1, line: 1, text: said('report.imported') }],
    warnings: [{ code: 'odd', message: said('report.imported'), line: 1, text: said('report.imported') }],
  });
  await write(roleGranted, { person: people.deputy, role: 'reader' });
  await write(roleRevoked, { person: people.deputy, role: 'reader', reason: said('role.revoked') });
  await write(recordAdopted, { records: [revision], reason: said('record.adopted') });
  await write(contentErased, {
    erased: [comment],
    reason: said('content.erased'),
    rule: said('content.erased'),
  });
  const standing = await write(commentWritten, {
    section: 'summary',
    revision,
    quote: 'Plans.',
    text: said('comment.written'),
  });
  await write(commentReplied, { comment: standing, text: said('comment.replied') });
  await write(commentResolved, { comment: standing });
  await write(conflictSettled, {
    field: 'narrative/summary',
    by: revision,
    reason: said('conflict.settled'),
  });
  const sent = await write(accuracySent, {
    paragraphs: [{ number: 1, section: 'leaders', text: said('accuracy.sent') }],
    due: null,
  });
  await write(accuracyReceived, {
    sent,
    points: [{ paragraph: 1, comment: said('accuracy.received'), evidence: said('accuracy.received') }],
    odd: [{ row: 1, text: said('accuracy.received'), why: said('accuracy.received') }],
    file: null,
  });
  await write(judgmentApproved, {
    values: [{ field: 'narrative/summary', records: [revision] }],
    path: [],
    note: said('judgment.approved'),
  });
  const told = said('interest.declared');
  const interest = { class: 'values', standing: 'perceived', told, excludes: false } as const;
  await write(interestDeclared, { interests: [interest] }, deputy);
  const recorded = { ...interest, told: said('interest.recorded') };
  await write(interestRecorded, { person: people.deputy, interests: [recorded] });
  const about = { what: 'grade', area: 'leaders' } as const;
  const challenge = await write(challengeRaised, {
    about,
    text: said('challenge.raised'),
    owner: people.chair,
    due: null,
  });
  const answer = await write(challengeAnswered, { challenge, answer: said('challenge.answered') });
  await write(challengeAccepted, { challenge, answer });
  await write(challengeWithdrawn, { challenge, reason: said('challenge.withdrawn') });
  await write(roundAmended, {
    round,
    due: '2026-12-01',
    added: [],
    excused: [],
    unproven: null,
    reason: said('round.amended'),
  });
  await write(absenceDeclared, { round, reason: said('absence.declared') }, deputy);
  await write(
    gradeReconsidered,
    {
      round,
      area: 'leaders',
      answer: { grade: 'inadequate' },
      reason: said('grade.reconsidered'),
    },
    deputy,
  );
  await write(
    dissentRecorded,
    {
      round,
      area: 'leaders',
      grade: { grade: 'inadequate' },
      text: said('dissent.recorded'),
    },
    deputy,
  );
  const outcome = await write(outcomeDecided, {
    round,
    area: 'leaders',
    outcome: {
      outcome: 'return',
      agreed: null,
      rule: 'chair',
      reason: said('outcome.decided'),
      points: [{ text: said('outcome.decided'), owner: null, due: '2026-12-01' }],
    },
    over: [],
  });
  const arbiter = people.deputy;
  await write(arbiterAsked, { round, area: 'leaders', arbiter, reason: said('arbiter.asked') });
  await write(pointAnswered, { outcome, point: 0, answer: said('point.answered') });
  await write(calibrationSet, { set: said('calibration.set'), over: [] });
  await write(momentRecorded, { moment: 'draft-written', day: '2026-10-20', over: [] });
  const address = { web: 'https://reports.example.org/northmere', over: [] };
  await write(momentRecorded, { moment: 'published', day: null, over: [], address });
  const pause = await write(clockPaused, {
    from: '2026-10-21',
    deadlines: [],
    reason: said('clock.paused'),
  });
  await write(clockResumed, { pause, on: '2026-10-23', over: [] });
  need(
    await services.openPairwiseRound(chair, {
      draft,
      question: said('comparison.opened'),
      items: [
        { draft, area: 'leaders' },
        { draft, area: 'help-and-protection' },
      ],
      participants: [people.deputy],
      deputies: [people.deputy],
      quorum: 1,
      due: null,
    }),
  );
  written.push('comparison.opened');
  return [...new Set(written)];
}
