import { z } from 'zod';
import { readersAssignedBody } from '../audits/readers-assigned.ts';
import {
  conclusionShape,
  typedConclusionSchema,
  type Conclusion,
  type TypedConclusion,
} from '../audits/reading-concluded.ts';
import { readingStageSchema } from '../audits/reading-lodged.ts';
import type { AuditFigures } from '../audit-results/audit-figures.ts';
import type { FrameFigures } from '../audit-results/frame-figures.ts';
import type { Protocol } from '../audits/protocol.ts';
import type { ReadingStep } from '../audits/fold-readings.ts';
import type { Framework } from '../framework/framework-schema.ts';
import { lodgedEntrySchema, type GradeAnswer, type LodgedEntry } from '../moderation/lodged-grades.ts';
import type { BlindCase } from '../seen/blind-case.ts';
import type { GradeValue } from '../values/grade-value.ts';
import { recordIdSchema } from '../values/body-parts.ts';
import { channel } from './channel.ts';
import type { SavedView } from './views.ts';

/** A drawn judgment with who reads it; to an auditor only their own. */
export interface ReadingRow {
  readonly seal: string;
  /** '' where no draft of this workspace has the seal. */
  readonly draft: string;
  readonly provider: string;
  readonly readers: readonly { readonly person: string; readonly step: ReadingStep }[];
  /** Who may not read it, each with why; empty to whoever is not lead. */
  readonly barred: readonly { readonly person: string; readonly why: string }[];
}

/** The grades of one area side by side, once all is open. */
export interface OpenedArea {
  readonly area: string;
  readonly evidence: LodgedEntry | null;
  readonly narrative: LodgedEntry | null;
  /** The panel's, as lodged before anybody spoke. */
  readonly independent: readonly { readonly person: string; readonly answer: GradeAnswer }[];
  /** Members' grades after the discussion. */
  readonly after: readonly { readonly person: string; readonly answer: GradeAnswer }[];
  readonly agreed: GradeValue | null;
  /** The sealed grade's id; null where there is none. */
  readonly sealed: string | null;
  /** What other readers lodged who opened theirs. */
  readonly others: readonly { readonly person: string; readonly evidence: LodgedEntry | null }[];
}

/** What stands open of a reading. */
export interface OpenedReading {
  readonly record: string;
  readonly stratum: string;
  readonly areas: readonly OpenedArea[];
  readonly protocol: Protocol;
  /** What the record says to each question. */
  readonly facts: { readonly [question: string]: string };
  readonly concluded: Conclusion | null;
  /** Who leads the judgment, and who owns its draft. */
  readonly leads: readonly string[];
}

/** A judgment as its reader has it before them at the stage that they have come to. */
export interface ReadingView {
  readonly seal: string;
  readonly draft: string;
  readonly provider: string;
  readonly step: ReadingStep;
  readonly framework: Framework;
  /** The areas that are graded, in the framework's order. */
  readonly areas: readonly string[];
  /** Null once everything is open: the draft itself shows it then. */
  readonly blind: BlindCase | null;
  /** What this reader lodged on the evidence; null before, and where another of their devices lodged it. */
  readonly onEvidence: readonly LodgedEntry[] | null;
  /** What was typed here and is not lodged. */
  readonly typed: readonly LodgedEntry[];
  readonly typedConclusion: TypedConclusion | null;
  readonly opened: OpenedReading | null;
}

/** The figures of a draw with those of its frame; of severity as much as its reader may see. */
export interface DrawFiguresView extends AuditFigures {
  readonly ofFrame: FrameFigures;
}

const place = z.strictObject({ audit: recordIdSchema, frame: recordIdSchema, seal: recordIdSchema });
const answers = z.array(lodgedEntrySchema).max(60);
const { given, taken } = readersAssignedBody.shape;

/** Readings of drawn judgments: blind, in the order that the law of audits has. */
export const readingChannels = {
  listReadings: channel(place.omit({ seal: true })).gives<readonly ReadingRow[]>(),
  /** Gives every drawn judgment that nobody reads to whoever may read it and has fewest; each nth to a second reader too, 0 for none. */
  shareOutReadings: channel(
    place.omit({ seal: true }).extend({ secondEvery: z.int().min(0).max(1000) }),
  ).gives<SavedView>(),
  assignReaders: channel(place.omit({ seal: true }).extend({ given, taken })).gives<SavedView>(),
  openReading: channel(place).gives<ReadingView>(),
  /** Keeps on this computer, encrypted, what is typed. */
  keepReading: channel(place.extend({ answers, conclusion: typedConclusionSchema.nullable() })).gives<{
    readonly at: string;
  }>(),
  /** Lodges the grades of a stage; at the second stage everything is opened with them. */
  lodgeReading: channel(
    place.extend({ stage: readingStageSchema, known: z.boolean(), answers }),
  ).gives<SavedView>(),
  /** Outcomes with their intervals and bounds by stratum, and how far grades agree; refused to whoever still reads blind. */
  figuresOfDraw: channel(place.omit({ seal: true })).gives<DrawFiguresView>(),
  /** The report of a draw, or an annex of it as CSV; the public one names nobody and withholds small counts. */
  exportAuditReport: channel(
    place.omit({ seal: true }).extend({
      format: z.enum(['docx', 'pdf', 'html', 'csv']),
      annex: z.enum(['sample', 'figures', 'answers']),
      isPublic: z.boolean(),
    }),
  ).gives<{ readonly name: string } | null>(),
  concludeReading: channel(place.extend({ conclusion: conclusionShape })).gives<SavedView>(),
};
