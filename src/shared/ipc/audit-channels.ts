import { z } from 'zod';
import { auditorNamedBody } from '../audits/auditor-named.ts';
import { auditPlannedBody } from '../audits/audit-planned.ts';
import { frameFrozenBody, frameRuleSchema } from '../audits/frame-frozen.ts';
import type { FrameRule } from '../audits/frame-frozen.ts';
import type { AuditRole } from '../audits/audit-roles.ts';
import type { DrawStep } from '../audits/fold-draw.ts';
import { recordIdSchema } from '../values/body-parts.ts';
import { channel } from './channel.ts';
import type { SavedView } from './views.ts';

/** An audit as one line of the list. */
export interface AuditRow {
  readonly audit: string;
  readonly name: string;
  /** ISO time, as its author's clock claims. */
  readonly begunAt: string;
  readonly role: AuditRole | null;
  /** How many judgments its frames hold and its draws drew; of draws that were not abandoned. */
  readonly judgments: number;
  readonly drawn: number;
  /** What its latest draw waits for, of those that were not abandoned; null before the first frame. */
  readonly step: DrawStep | null;
}

/** A judgment of a sample. */
interface SampledJudgment {
  readonly seal: string;
  /** '' where no draft of this workspace has the seal. */
  readonly draft: string;
  readonly provider: string;
  /** Decimal digits, "0." before them. */
  readonly ticket: string;
}

/** A frame and what became of it, with what its reader may do now. */
export interface DrawView {
  readonly frame: string;
  readonly by: string;
  readonly at: string;
  readonly rule: FrameRule;
  /** The titles of the frameworks that the rule names; none where it takes any. */
  readonly frameworks: readonly string[];
  readonly source: string;
  readonly moment: string;
  readonly step: DrawStep;
  readonly confirmedBy: string | null;
  /** Who has to do something before the draw goes on; none where the moment or a lead is waited for. */
  readonly awaited: readonly string[];
  readonly contributors: readonly {
    readonly person: string;
    readonly lodged: boolean;
    readonly opened: boolean;
  }[];
  readonly readings: readonly { readonly person: string; readonly number: string }[];
  readonly seed: string | null;
  readonly strata: readonly {
    readonly name: string;
    readonly size: number;
    readonly draw: number;
    /** In the order of their tickets; empty before there is a seed. */
    readonly sample: readonly SampledJudgment[];
  }[];
  /** Whether seed and tickets are kept from this reader until their last lodging. */
  readonly isKept: boolean;
  readonly drawnAt: string | null;
  readonly abandoned: { readonly by: string; readonly at: string; readonly reason: string } | null;
  /** Judgments that the rule selects today and the frame lacks: sealed later, or left out. */
  readonly lacking: readonly { readonly seal: string; readonly provider: string; readonly at: string }[];
  readonly may: readonly DrawStep[];
}

/** An audit as its screen shows it. */
export interface AuditView {
  readonly audit: string;
  readonly name: string;
  readonly purpose: string;
  readonly begunBy: string;
  readonly begunAt: string;
  readonly people: readonly { readonly person: string; readonly role: AuditRole }[];
  readonly role: AuditRole | null;
  readonly draws: readonly DrawView[];
  /** Records that count for nothing, each with why. */
  readonly setAside: readonly {
    readonly what: string;
    readonly by: string;
    readonly at: string;
    readonly why: string;
  }[];
}

/** A frame as it would be frozen now. */
export interface PlannedFrame {
  readonly strata: readonly { readonly name: string; readonly size: number }[];
  /** Every framework of a sealed judgment in the workspace. */
  readonly frameworks: readonly { readonly id: string; readonly title: string }[];
}

const audit = z.strictObject({ audit: recordIdSchema });
const ofFrame = audit.extend({ frame: recordIdSchema });
const { source, moment, contributors } = frameFrozenBody.shape;

/** Audits of sealed judgments: nothing of them is ever written into a draft. */
export const auditChannels = {
  listAudits: channel(z.strictObject({})).gives<readonly AuditRow[]>(),
  beginAudit: channel(auditPlannedBody).gives<SavedView>(),
  /** Says anew what an audit is called and for. */
  planAudit: channel(auditPlannedBody.extend({ audit: recordIdSchema })).gives<SavedView>(),
  openAudit: channel(audit).gives<AuditView>(),
  nameAuditor: channel(auditorNamedBody.extend({ audit: recordIdSchema })).gives<SavedView>(),
  /** What a rule selects, by stratum. Nothing is written. */
  planFrame: channel(z.strictObject({ rule: frameRuleSchema })).gives<PlannedFrame>(),
  /** Freezes what the rule selects now; `draw` says how many of each stratum, by its name. */
  freezeFrame: channel(
    audit.extend({
      rule: frameRuleSchema,
      draw: z.record(z.string().max(300), z.int().min(0).max(100_000)),
      source,
      moment,
      contributors,
    }),
  ).gives<SavedView>(),
  confirmFrame: channel(ofFrame).gives<SavedView>(),
  lodgeContribution: channel(ofFrame).gives<SavedView>(),
  openContribution: channel(ofFrame).gives<SavedView>(),
  recordOutsideNumber: channel(
    ofFrame.extend({ number: z.string().trim().min(1).max(200) }),
  ).gives<SavedView>(),
  drawSample: channel(ofFrame).gives<SavedView>(),
  abandonDraw: channel(ofFrame.extend({ reason: z.string().trim().min(1).max(20_000) })).gives<SavedView>(),
};
