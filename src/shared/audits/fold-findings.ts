import type { BodyOf } from '../records/define-event.ts';
import type { PersonId, RecordId, SignedRecord } from '../records/record.ts';
import { actionPlanned } from './action-planned.ts';
import { assessmentAsked } from './assessment-asked.ts';
import { assessmentGiven } from './assessment-given.ts';
import type { AuditRole } from './audit-roles.ts';
import { findingAnswered } from './finding-answered.ts';
import { findingChecked } from './finding-checked.ts';
import { findingReopened } from './finding-reopened.ts';
import { findingSent } from './finding-sent.ts';
import type { Draw } from './fold-draw.ts';
import type { Reading } from './fold-readings.ts';

/** A step of a finding as it is kept: what it says, who took it and when, as their clock claims. */
type Taken<B> = Omit<B, 'asked'> & { readonly by: PersonId; readonly at: string };

/** A finding on one area of a judgment that was read, from the request for a self-assessment on. */
export interface Finding extends BodyOf<typeof assessmentAsked> {
  /** The record that asked, by which later ones name it. */
  readonly asked: RecordId;
  readonly by: PersonId;
  readonly at: string;
  readonly assessments: Map<PersonId, Taken<BodyOf<typeof assessmentGiven>>>;
  sent: Taken<BodyOf<typeof findingSent>> | null;
  readonly answers: Map<PersonId, Taken<BodyOf<typeof findingAnswered>>>;
  /** The action that stands; null where none is planned, or the last did not work. */
  action: Taken<BodyOf<typeof actionPlanned>> | null;
  readonly checks: (Taken<BodyOf<typeof findingChecked>> & { readonly action: string | null })[];
  readonly reopened: Taken<BodyOf<typeof findingReopened>>[];
  ended: boolean;
}

/** What a finding waits for next. */
export type FindingStep = 'assess' | 'send' | 'answer' | 'plan' | 'check' | 'ended';

/** What a finding waits for on a day, YYYY-MM-DD: nobody waits for a self-assessment longer than its last day. */
export function stepOfFinding(finding: Finding, today: string): FindingStep {
  if (finding.ended) return 'ended';
  if (finding.sent === null) return isAssessed(finding, today) ? 'send' : 'assess';
  if (finding.answers.size === 0) return 'answer';
  return finding.action === null ? 'plan' : 'check';
}

function isAssessed({ to, assessments, due }: Finding, day: string): boolean {
  return day > due || to.every((person) => assessments.has(person));
}

/**
 * Whether somebody sees a finding in their window: whoever it is to; in its audit a lead, an observer, and an auditor who
 * read that judgment and opened what they lodged. Nobody else, and nobody who has yet to read the judgment.
 */
export function seesFinding(
  { people, readings }: Pick<Around, 'people'> & { readonly readings: readonly Reading[] },
  { frame, seal, to }: Pick<Finding, 'frame' | 'seal' | 'to'>,
  self: PersonId,
): boolean {
  const own = readings.filter((reading) => reading.seal === seal && reading.reader === self);
  if (own.some(({ opened }) => opened === null)) return false;
  if (to.includes(self)) return true;
  const role = people.get(self);
  return role === 'auditor' ? own.some((reading) => reading.frame === frame) : role !== undefined;
}

interface Around {
  readonly findings: Map<RecordId, Finding>;
  readonly draws: ReadonlyMap<RecordId, Draw>;
  readonly readings: ReadonlyMap<string, Reading>;
  readonly people: ReadonlyMap<PersonId, AuditRole>;
}

const noFinding = 'The request for a self-assessment that it speaks of counts for nothing.';
const notAddressed = 'Its author was not asked for a self-assessment.';
const notTheirs = 'Its author neither asked for the self-assessment nor was audit lead then.';
const notSent = 'The finding had not been sent.';
const ended = 'The finding had ended.';

/** Takes a step of a finding; undefined where a record is none, else why it counts for nothing, or null where it counts. */
export function stepOfFindings(record: SignedRecord, around: Around): string | null | undefined {
  const asked = assessmentAsked.in(record);
  if (asked !== undefined) return ask(record, asked, around);
  const { author: by, at } = record;
  const given = assessmentGiven.in(record);
  const sent = findingSent.in(record);
  const answered = findingAnswered.in(record);
  const planned = actionPlanned.in(record);
  const checked = findingChecked.in(record);
  const reopened = findingReopened.in(record);
  const body = given ?? sent ?? answered ?? planned ?? checked ?? reopened;
  if (body === undefined) return undefined;
  const finding = around.findings.get(body.asked);
  if (finding === undefined) return noFinding;
  const role = around.people.get(by);
  const owns = role === 'lead' || (role === 'auditor' && finding.by === by);
  const isTo = finding.to.includes(by);
  if (given !== undefined) {
    if (!isTo) return notAddressed;
    if (finding.sent !== null) return 'The finding had been sent.';
    finding.assessments.set(by, { words: given.words, by, at });
    return null;
  }
  if (sent !== undefined) {
    if (!owns) return notTheirs;
    if (finding.sent !== null) return 'The finding had been sent.';
    return send(record, sent, finding, around);
  }
  if (finding.sent === null) return notSent;
  if (reopened !== undefined) {
    if (!owns) return notTheirs;
    if (!finding.ended) return 'The finding had not ended.';
    finding.reopened.push({ reason: reopened.reason, by, at });
    finding.action = null;
    finding.ended = false;
    return null;
  }
  if (finding.ended) return ended;
  if (answered !== undefined) {
    if (!isTo) return notAddressed;
    if (!answered.agrees && answered.words === '') return 'It disagrees without a reason.';
    finding.answers.set(by, { agrees: answered.agrees, words: answered.words, by, at });
    return null;
  }
  if (finding.answers.size === 0) return 'Nobody had answered the finding.';
  if (planned !== undefined) {
    if (!isTo && !owns) return notAddressed;
    const { words, person, due } = planned;
    if (!finding.to.includes(person)) return 'Its action is for somebody whom the finding was not sent to.';
    finding.action = { words, person, due, by, at };
    return null;
  }
  if (checked === undefined) return undefined;
  if (!owns) return notTheirs;
  const { outcome, words } = checked;
  if (outcome !== 'withdrawn' && finding.action === null) return 'No action was planned.';
  finding.checks.push({ outcome, words, by, at, action: finding.action?.words ?? null });
  if (outcome === 'not-worked') finding.action = null;
  else finding.ended = true;
  return null;
}

/** Whether a reader found what a finding is about outside the range, so that it may propose to reopen. */
export function isOutsideRange(
  readings: readonly Reading[],
  { frame, seal, area }: Pick<Finding, 'frame' | 'seal' | 'area'>,
): boolean {
  return readings.some(
    (reading) =>
      reading.frame === frame &&
      reading.seal === seal &&
      reading.concluded?.outcomes.some(
        (said) => said.outcome === 'outside-range' && (area === null || said.area === area),
      ) === true,
  );
}

/** The readings of a judgment in a draw whose reader has said what they make of it. */
function concludedOf({ readings }: Around, frame: RecordId, seal: RecordId): readonly Reading[] {
  return [...readings.values()].filter(
    (reading) => reading.frame === frame && reading.seal === seal && reading.concluded !== null,
  );
}

function ask(
  { id, author: by, at }: SignedRecord,
  body: BodyOf<typeof assessmentAsked>,
  around: Around,
): string | null {
  const concluded = concludedOf(around, body.frame, body.seal);
  if (around.draws.get(body.frame)?.abandoned !== null)
    return 'Its draw was abandoned, or counts for nothing.';
  const role = around.people.get(by);
  if (role !== 'lead' && !(role === 'auditor' && concluded.some(({ reader }) => reader === by)))
    return 'Its author neither read this judgment to the end nor was audit lead then.';
  if (!concluded.some(({ draft }) => draft === body.draft))
    return 'Nobody has recorded the outcomes of this judgment.';
  if (
    [...around.readings.values()].some(({ seal, reader }) => seal === body.seal && body.to.includes(reader))
  )
    return 'It is to somebody who reads this judgment for the audit.';
  if (body.due <= at.slice(0, 10)) return 'Its day had passed when it was signed.';
  around.findings.set(id, {
    ...body,
    ...{ asked: id, by, at, assessments: new Map(), sent: null, answers: new Map(), action: null },
    ...{ checks: [], reopened: [], ended: false },
  });
  return null;
}

function send(
  { author: by, at }: SignedRecord,
  { words, key, reopens }: BodyOf<typeof findingSent>,
  finding: Finding,
  around: Around,
): string | null {
  if (!isAssessed(finding, at.slice(0, 10)))
    return 'Somebody had not assessed their judgment yet, and their days had not passed.';
  if (reopens && !isOutsideRange([...around.readings.values()], finding))
    return 'It proposes to reopen what no reader found outside the range.';
  finding.sent = { words, key, reopens, by, at };
  return null;
}
