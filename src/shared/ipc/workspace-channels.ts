import { preferencesSchema } from './preferences.ts';
import { z } from 'zod';
import { daySchema, personIdSchema, recordIdSchema, saidSchema, slugSchema } from '../values/body-parts.ts';
import { cardSchema } from '../people/person-introduced.ts';
import { reportEditSchema } from '../report/report-edit.ts';
import { searchQuerySchema, type HitView } from '../search/search-query.ts';
import type { AboutView } from './about-view.ts';
import { channel } from './channel.ts';
import type { FileGrant, FolderGrant } from './grant.ts';
import { filePurposes, jobNames } from './host-event.ts';
import type {
  DraftRow,
  PersonView,
  SavedView,
  SearchView,
  FilesLie,
  StartView,
  VerificationView,
  WorkspaceView,
} from './views.ts';
import type { ImportOutcome } from './import-views.ts';

const none = z.strictObject({});
/** An opaque grant, never a path. */
export const grantSchema = z.string().regex(/^[0-9a-f]{32,64}$/);

const editsSchema = z.array(reportEditSchema).max(1000);

/** Start, people, workspaces and the list of drafts. */
export const workspaceChannels = {
  startUp: channel(none).gives<StartView>(),
  setPreferences: channel(preferencesSchema).gives<null>(),
  whereFilesLie: channel(none).gives<FilesLie>(),
  about: channel(none).gives<AboutView>(),
  /** Hands out the account that `about` shows. */
  exportAccount: channel(none).gives<{ name: string } | null>(),
  /** The files that the system gave Plumbline to open, each to the window that asks first and once. */
  openedFiles: channel(none).gives<readonly FileGrant[]>(),
  introducePerson: channel(z.strictObject({ card: cardSchema })).gives<PersonView>(),
  correctCard: channel(z.strictObject({ card: cardSchema })).gives<PersonView>(),
  backUpKey: channel(z.strictObject({ passphrase: z.string().min(10).max(500) })).gives<{
    name: string;
  } | null>(),
  restoreKey: channel(
    z.strictObject({ file: grantSchema, passphrase: z.string().max(500) }),
  ).gives<PersonView>(),
  listPeople: channel(none).gives<readonly PersonView[]>(),
  verifyPerson: channel(z.strictObject({ person: personIdSchema })).gives<null>(),

  chooseFolder: channel(
    z.strictObject({ purpose: z.enum(['open-workspace', 'create-workspace']) }),
  ).gives<FolderGrant | null>(),
  chooseFiles: channel(z.strictObject({ purpose: z.enum(filePurposes) })).gives<readonly FileGrant[]>(),
  createWorkspace: channel(
    z.strictObject({ folder: grantSchema, name: z.string().trim().min(1).max(120) }),
  ).gives<WorkspaceView>(),
  openWorkspace: channel(z.strictObject({ folder: grantSchema })).gives<WorkspaceView>(),
  openRecent: channel(z.strictObject({ recent: z.string().max(80) })).gives<WorkspaceView>(),
  openSample: channel(none).gives<WorkspaceView>(),
  closeWorkspace: channel(none).gives<null>(),
  listDrafts: channel(none).gives<readonly DraftRow[]>(),
  /** The list as last verified on this computer, at once; its lines say that their files were not looked at since. */
  listedBefore: channel(none).gives<readonly DraftRow[]>(),
  /** One line of the list, read anew; null where the draft is gone. */
  listDraft: channel(z.strictObject({ draft: recordIdSchema })).gives<DraftRow | null>(),
  importReports: channel(
    z.strictObject({
      files: z.array(grantSchema).min(1).max(200),
      framework: slugSchema.nullable(),
      /** Judged by the report's days and marks where nobody says. */
      as: z.enum(['published', 'draft']).optional(),
      /** What becomes of a report on an inspection that is here: nothing where nobody says. */
      double: z.enum(['separate', 'add']).optional(),
      /** The inspection that it is added to, where several are the same. */
      into: recordIdSchema.optional(),
      /** How a person settled what was read; of one file only. */
      edits: editsSchema.optional(),
    }),
  ).gives<readonly ImportOutcome[]>(),
  /** What a report would become, with these edits; nothing is imported. */
  previewReport: channel(z.strictObject({ file: grantSchema, edits: editsSchema })).gives<ImportOutcome>(),
  beginDraft: channel(
    z.strictObject({
      provider: saidSchema.max(300),
      kind: z.string().max(120),
      framework: slugSchema,
      start: daySchema,
      end: daySchema.nullable(),
      inspectorate: z.string().trim().max(200).optional(),
      recoveryOwner: personIdSchema.nullable(),
      /** Why the framework applies outside its dates. */
      reason: saidSchema.max(2000).optional(),
    }),
  ).gives<{ draft: string }>(),
  /** Stops a long job between two of its steps; what is done stays done. */
  stopJob: channel(z.strictObject({ job: z.enum(jobNames) })).gives<null>(),
  /** Brings the search up to date; the job is called `index`. */
  refreshSearch: channel(none).gives<{ indexed: number; unread: number; stopped: boolean }>(),
  searchWorkspace: channel(
    z.strictObject({ query: searchQuerySchema, ranked: z.boolean() }),
  ).gives<SearchView>(),
  /** One of the finds, whole. */
  readHit: channel(
    z.strictObject({
      draft: recordIdSchema,
      what: z.enum(['note', 'narrative']),
      place: z.string().min(1).max(80),
    }),
  ).gives<HitView>(),
  verifyWorkspace: channel(z.strictObject({ draft: recordIdSchema.nullable() })).gives<VerificationView>(),
  /** An administrator says that a draft is lawfully gone from the workspace; no file is touched. */
  declareDraftGone: channel(
    z.strictObject({
      draft: recordIdSchema,
      gone: z.discriminatedUnion('how', [
        z.strictObject({ how: z.literal('removed') }),
        z.strictObject({ how: z.literal('moved'), to: saidSchema.max(500) }),
      ]),
      reason: saidSchema.max(2000),
    }),
  ).gives<SavedView>(),
};
