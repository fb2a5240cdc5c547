import { moderationChannels } from './moderation-channels.ts';
import { pairwiseChannels } from './pairwise-channels.ts';
import { type AnswerOf, type InputOf, channel } from './channel.ts';
import type { CallError } from './call-error.ts';
import { draftChannels } from './draft-channels.ts';
import { evidenceChannels } from './evidence-channels.ts';
import { finalisingChannels } from './finalising-channels.ts';
import type { Result } from '../result.ts';
import { teamDayChannels } from './team-days.ts';
import { houseStyleChannels } from './house-style.ts';
import { colleagueChannels } from './colleague-channels.ts';
import { peopleChannels } from './people-channels.ts';
import { frameworkChannels } from './framework-channels.ts';
import { workspaceChannels, grantSchema } from './workspace-channels.ts';
import { z } from 'zod';
import { auditChannels } from './audit-channels.ts';
import { findingChannels } from './finding-channels.ts';
import { readingChannels } from './reading-channels.ts';
import { calibrationSetBody } from '../moderation/calibration-set.ts';
import { recordIdSchema, slugSchema, daySchema } from '../values/body-parts.ts';
import {
  agreementFilterSchema,
  type CalibrationSetView,
  type PooledAgreementView,
  type TableAgreementView,
} from './agreement-views.ts';
import type { SavedView } from './views.ts';
import type { ReportChecksView } from './check-views.ts';
import type { OfferedFile } from './exchange-views.ts';
import type { ReaderView } from './reader-views.ts';
import type { FolderView, UnreadDraft } from './folder-views.ts';
import type { ImportedOutcomes, PrecedentsView } from './precedent-views.ts';
import { clockPausedBody } from '../clocks/clock-paused.ts';
import { clockResumedBody } from '../clocks/clock-resumed.ts';
import { factRecordedBody } from '../framework/fact-recorded.ts';
import { momentRecordedBody } from '../clocks/moment-recorded.ts';
import type { ConflictsView, HappenedView, WaitingView } from './together-views.ts';

/** One draft, or null for every draft of the workspace. */
const scope = z.strictObject({ draft: recordIdSchema.nullable() });

/** Working together: what waits, what is in conflict, what others did. */
const togetherChannels = {
  whatWaits: channel(z.strictObject({ for: z.literal('me') })).gives<WaitingView>(),
  listConflicts: channel(scope).gives<ConflictsView>(),
  /** `since` is a day, or null for everything that came in after this person last looked. */
  whatHappened: channel(scope.extend({ since: daySchema.nullable() })).gives<HappenedView>(),
  /** Remembers on this device that everything in these drafts has been looked at. */
  haveLooked: channel(scope).gives<null>(),
};

const draft = recordIdSchema;

/** Facts on which rules turn, and the clocks. */
const ruleChannels = {
  recordFact: channel(factRecordedBody.extend({ draft })).gives<SavedView>(),
  recordMoment: channel(momentRecordedBody.extend({ draft })).gives<SavedView>(),
  pauseClock: channel(clockPausedBody.extend({ draft })).gives<SavedView>(),
  resumeClock: channel(clockResumedBody.extend({ draft })).gives<SavedView>(),
  /** Hands out the clocks that run as a calendar file. */
  exportClocks: channel(z.strictObject({ draft })).gives<{ name: string } | null>(),
};

/** Who is writing where, as far as the shared folder carries it. */
const presenceChannels = {
  /** Says in which area this person writes, or with null that they stopped. It answers at once and never fails. */
  tellWriting: channel(z.strictObject({ draft: recordIdSchema, area: slugSchema.nullable() })).gives<null>(),
};

/** Published outcomes, and what they say of a pattern of grades. */
const precedentChannels = {
  /** Reads a table of published outcomes and keeps it on this computer, in place of the one kept before. */
  importOutcomes: channel(
    z.strictObject({ file: grantSchema, sheet: z.string().max(100).nullable().optional() }),
  ).gives<ImportedOutcomes>(),
  /** The precedents of a chosen pattern: a grade for each area that is to agree. */
  findPrecedents: channel(
    z.strictObject({ draft: recordIdSchema, pattern: z.record(slugSchema, slugSchema) }),
  ).gives<PrecedentsView>(),
};

const none = z.strictObject({});

/** The shared folder as it lives: what others do in it, what state it is in, and what was not looked at. */
const folderChannels = {
  /** Follows the open workspace for this window, and answers with its state; `folder` and `arrived` events follow. */
  followFolder: channel(none).gives<FolderView>(),
  /** Looks at the whole folder now, for file systems that tell of nothing. */
  lookAtFolder: channel(none).gives<FolderView>(),
  unreadDrafts: channel(none).gives<readonly UnreadDraft[]>(),
  /** Says that this person has the draft before them as it stands; `seen` is the latest revision they had before. */
  markRead: channel(z.strictObject({ draft: recordIdSchema })).gives<{ readonly seen: string | null }>(),
};

/** Records by e-mail or stick: looking at a file before taking it in, and handing copies and cards on. */
const exchangeChannels = {
  /** Says what taking a .judgment or .card file in would do. Nothing is written. */
  offerFile: channel(z.strictObject({ file: grantSchema })).gives<OfferedFile>(),
  /** Takes the file offered last in: the union of its records and what is here. */
  takeIn: channel(z.strictObject({ file: grantSchema })).gives<{ draft: string | null; added: number }>(),
  /** Reads a .judgment file by itself, without a workspace. */
  readCopy: channel(z.strictObject({ file: grantSchema })).gives<ReaderView>(),
  /** Hands out a document of such a file. */
  exportRead: channel(
    z.strictObject({
      file: grantSchema,
      document: z.enum(['report', 'moderation', 'certificate']),
      format: z.enum(['pdf', 'html']),
    }),
  ).gives<{ name: string } | null>(),
  exportCopy: channel(z.strictObject({ draft: recordIdSchema, evidence: z.boolean() })).gives<{
    name: string;
  } | null>(),
  exportCard: channel(z.strictObject({ of: z.literal('me') })).gives<{ name: string } | null>(),
};

/** Checks of the report as it stands, or as somebody is typing it. */
const reportCheckChannels = {
  /** `typed` holds what is not saved yet, by section. Answers are given by `answerFlag` and `allowTerm`. */
  checkReport: channel(
    z.strictObject({ draft: recordIdSchema, typed: z.record(slugSchema, z.string().max(600_000)) }),
  ).gives<ReportChecksView>(),
};

const seed = z.int().min(0).max(2_147_483_647);

/** How far panels of this workspace agree. */
const agreementChannels = {
  /** Pools the revealed rounds that a filter leaves; the job is called `agreement` and can be cancelled. */
  pooledAgreement: channel(
    z.strictObject({ filter: agreementFilterSchema, seed }),
  ).gives<PooledAgreementView>(),
  /** The same figures as a table for a spreadsheet, without anybody's severity. */
  exportAgreement: channel(z.strictObject({ filter: agreementFilterSchema, seed })).gives<{
    name: string;
  } | null>(),
  /** A picture that a window drew of figures, handed out as it is: SVG as text, PNG in base64. */
  savePicture: channel(
    z.discriminatedUnion('format', [
      z.strictObject({
        format: z.literal('svg'),
        name: slugSchema,
        text: z.string().startsWith('<svg').max(4_000_000),
      }),
      z.strictObject({
        format: z.literal('png'),
        name: slugSchema,
        base64: z.base64().startsWith('iVBORw0KGgo').max(7_000_000),
      }),
    ]),
  ).gives<{ name: string } | null>(),
  /** Measures a table of grades that somebody has; reading it is the job `read-evidence`, the figures are `agreement`. */
  agreementOfTable: channel(z.strictObject({ file: grantSchema, seed })).gives<TableAgreementView>(),
  /** The calibration sets of the open workspace. */
  calibrationSets: channel(z.strictObject({})).gives<readonly CalibrationSetView[]>(),
  setCalibration: channel(calibrationSetBody.extend({ draft: recordIdSchema })).gives<SavedView>(),
};

/** THE table of calls between a window and main: nothing else crosses, and no call takes a path. */
export const contract = {
  ...moderationChannels,
  ...workspaceChannels,
  ...draftChannels,
  ...evidenceChannels,
  ...reportCheckChannels,
  ...togetherChannels,
  ...folderChannels,
  ...presenceChannels,
  ...precedentChannels,
  ...finalisingChannels,
  ...ruleChannels,
  ...teamDayChannels,
  ...houseStyleChannels,
  ...exchangeChannels,
  ...peopleChannels,
  ...colleagueChannels,
  ...frameworkChannels,
  ...agreementChannels,
  ...pairwiseChannels,
  ...auditChannels,
  ...readingChannels,
  ...findingChannels,
} as const;

/** The contract's type. */
type Contract = typeof contract;
export type ChannelName = keyof Contract;
export type CallInput<N extends ChannelName> = InputOf<Contract[N]>;
export type CallAnswer<N extends ChannelName> = AnswerOf<Contract[N]>;
/** The calls as a window has them: each answers with a result, and rejects only where it was not let through. */
export type Calls = {
  readonly [N in ChannelName]: (input: CallInput<N>) => Promise<Result<CallAnswer<N>, CallError>>;
};
