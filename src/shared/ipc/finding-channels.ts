import { z } from 'zod';
import { actionPlannedBody } from '../audits/action-planned.ts';
import { assessmentAskedBody } from '../audits/assessment-asked.ts';
import type { FindingStep } from '../audits/fold-findings.ts';
import { findingAnsweredBody } from '../audits/finding-answered.ts';
import { findingCheckedBody, type FindingCheck } from '../audits/finding-checked.ts';
import { findingSentBody } from '../audits/finding-sent.ts';
import { recordIdSchema, saidSchema } from '../values/body-parts.ts';
import { channel } from './channel.ts';
import type { SavedView } from './views.ts';

interface SaidBy {
  readonly by: string;
  /** ISO time, as its author's clock claims. */
  readonly at: string;
}

/** What somebody may do with a finding. */
export type FindingAct = 'assess' | 'send' | 'answer' | 'plan' | 'check' | 'reopen';

/** A finding as somebody who sees it has it before them. */
export interface FindingView extends SaidBy {
  readonly audit: string;
  readonly auditName: string;
  /** The record by which its steps name it. */
  readonly asked: string;
  readonly seal: string;
  readonly draft: string;
  readonly provider: string;
  /** Null where it is about the whole judgment. */
  readonly area: string | null;
  /** What it is about: the area, or the whole judgment. */
  readonly title: string;
  readonly to: readonly string[];
  readonly due: string;
  readonly step: FindingStep;
  /** Whether it is to this person. */
  readonly isMine: boolean;
  /** To whom it is sent, until it is: their own alone. */
  readonly assessments: readonly (SaidBy & { readonly words: string })[];
  readonly sent:
    (SaidBy & { readonly words: string; readonly key: boolean; readonly reopens: boolean }) | null;
  readonly answers: readonly (SaidBy & { readonly agrees: boolean; readonly words: string })[];
  readonly action:
    (SaidBy & { readonly words: string; readonly person: string; readonly due: string }) | null;
  readonly checks: readonly (SaidBy & {
    readonly outcome: FindingCheck;
    readonly words: string;
    readonly action: string | null;
  })[];
  readonly reopened: readonly (SaidBy & { readonly reason: string })[];
  /** Whether its day, or its action's, has passed and it has not ended. */
  readonly isLate: boolean;
  /** Whether a reader found it outside the range, so that it may propose to reopen. */
  readonly mayPropose: boolean;
  readonly may: readonly FindingAct[];
}

const inAudit = { audit: recordIdSchema };
const ofFinding = z.strictObject({ ...inAudit, asked: recordIdSchema });

/** Findings to the people of judgments that were read: in their audit's log, and never in a draft. */
export const findingChannels = {
  /** Those that this person may see, of an audit, of a draft, or of the workspace; nobody is refused, and sees none where none is theirs. */
  listFindings: channel(
    z.strictObject({ audit: recordIdSchema.nullable(), draft: recordIdSchema.nullable() }),
  ).gives<readonly FindingView[]>(),
  /** Asks for a self-assessment; the last day is worked out: five working days from now. */
  askAssessment: channel(
    assessmentAskedBody.omit({ due: true, draft: true }).extend(inAudit),
  ).gives<SavedView>(),
  giveAssessment: channel(ofFinding.extend({ words: saidSchema })).gives<SavedView>(),
  sendFinding: channel(findingSentBody.extend(inAudit)).gives<SavedView>(),
  answerFinding: channel(findingAnsweredBody.extend(inAudit)).gives<SavedView>(),
  planAction: channel(actionPlannedBody.extend(inAudit)).gives<SavedView>(),
  checkFinding: channel(findingCheckedBody.extend(inAudit)).gives<SavedView>(),
  reopenFinding: channel(ofFinding.extend({ reason: saidSchema })).gives<SavedView>(),
};
