import { adoptedFramework } from '../session/adopted-framework.ts';
import { draftDocument } from '../documents/draft-documents.ts';
import { renderDocument } from '../documents/render-document.ts';
import { blindDrafts, readBlind } from '../session/blind-drafts.ts';
import { certificateOf } from '../finalising/export-certificate.ts';
import { statementGround } from '../people/trust-in.ts';
import { fromFault } from '../session/call-errors.ts';
import { handOut } from '../session/hand-out.ts';
import { newlyOpened, workQueue, type OpenedWorkspace, type Scope } from '../session/session.ts';
import { loadDraft } from '../load.ts';
import { seeDraft } from '../see.ts';
import { verifyWorkspace } from './verify-workspace.ts';
import { disclosedState } from '../../../shared/documents/disclosed-state.ts';
import type { PrintedDocument } from '../../../shared/documents/printed-document.ts';
import { reportDocument } from '../../../shared/documents/report-document.ts';
import { sealTimeStamped } from '../../../shared/finalising/seal-time-stamped.ts';
import { kindCalled } from '../../../shared/judgment/event-types.ts';
import { fieldTitle, fieldTitlesOf } from '../../../shared/judgment/field-title.ts';
import type { Seal } from '../../../shared/judgment/draft-state.ts';
import { count } from '../../../shared/words.ts';
import { standingSeal } from '../../../shared/judgment/standing-seals.ts';
import type { RecordGraph } from '../../../shared/records/record-graph.ts';
import { shown } from '../../../shared/records/settled.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { ReaderView } from '../../../shared/ipc/reader-views.ts';

const mostBytes = 100_000_000;

const notRecords: CallError = {
  code: 'unreadable',
  message:
    'This file holds no records of an inspection, or it is damaged from its beginning. Nothing was changed. Ask whoever sent it for the file again.',
};

/** Reads a `.judgment` file by itself, whole or with words taken out: no workspace is needed and nothing is written. */
export async function readCopy(
  scope: Scope,
  { file }: CallInput<'readCopy'>,
): Promise<Result<ReaderView, CallError>> {
  const read = await bytesOf(scope, file);
  if (!read.ok) return read;
  const { name, bytes } = read.value;
  const opened = newlyOpened(scope.ports.readJudgment(name, bytes));
  const alone: Scope = {
    ...scope,
    session: { window: scope.session.window, opened },
    queue: workQueue(),
    jobs: new Map(),
  };
  const verified = await verifyWorkspace(alone, { draft: null });
  if (!verified.ok) return verified;
  const verification = verified.value.drafts.find(({ records }) => records > 0);
  if (verification === undefined) return refused(notRecords);
  const here = scope.session.opened;
  const audit = here === null ? undefined : (await blindDrafts(scope, here)).get(verification.draft);
  if (audit !== undefined) return refused(readBlind(audit));
  const made = await documentsOf(alone, opened, verification.draft);
  if (!made.ok) return made;
  const wrong = verification.problems.filter(({ code }) => code === 'time-stamp').length;
  return done({
    ...{ file: name, bytes: bytes.length, verification, isSound: verified.value.ok, ...made.value },
    timeStamps: made.value.timeStamps - wrong,
  });
}

async function bytesOf(
  { ports, session }: Scope,
  grant: string,
): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }, CallError>> {
  if (session.offered?.grant === grant) return done(session.offered);
  const read = await ports.grants.readFile(grant, mostBytes);
  if (!read.ok) return refused(fromFault(read.error));
  session.offered = { grant, ...read.value };
  return read;
}

type Made = Omit<ReaderView, 'file' | 'bytes' | 'verification' | 'isSound'>;

async function documentsOf(
  scope: Scope,
  opened: OpenedWorkspace,
  draft: string,
): Promise<Result<Made, CallError>> {
  const loaded = await loadDraft(scope, draft);
  if (!loaded.ok) return loaded;
  const seen = await seeDraft(scope, loaded.value);
  const { folded } = loaded.value.verified;
  if (seen === null || folded === null) return refused(notRecords);
  const { folder, lines } = loaded.value;
  const passages = lines.flatMap(({ checked: { passage } }) => passage?.passage ?? []);
  const seal = standingSeal(seen.state.seals);
  const isRedacted = passages.length > 0 && seal !== undefined;
  const state = isRedacted ? disclosedState(seen.state, seal, passages) : seen.state;
  const framework = adoptedFramework(seen, scope.ports.crypto.sha256);
  const title = shown(state.details.provider) ?? folder;
  const moderation = isRedacted ? null : await draftDocument(scope, draft, 'moderation');
  if (moderation?.ok === false) return moderation;
  const template = await scope.ports.resources.template();
  const reasons = seen.statement(statementGround(opened))?.reasons ?? [];
  const titles = fieldTitlesOf(framework, state.notes);
  const copy = seen.copies().findLast(({ body }) => body.seal === seal?.id);
  return done({
    provider: title,
    copy: isRedacted ? 'redacted' : seen.state.leftOut.length > 0 ? 'without-evidence' : 'whole',
    report: reportDocument({ state, framework, template, title, citations: false }),
    moderation: moderation?.value.document ?? null,
    certificate: await certificateOf(scope, opened, seen, folder, state),
    timeStamps: seen.state.timeline.filter(({ type }) => type === sealTimeStamped.type).length,
    since: seal === undefined ? [] : sinceSealed(folded.graph, seal),
    ruleTitles: Object.fromEntries(reasons.map(({ rule }) => [rule, titles.rule(rule)])),
    absent: absentFrom(folded.graph),
    taken: !isRedacted
      ? []
      : (copy?.body.taken ?? []).map(({ field, words, reason }) => ({
          where: fieldTitle(field, framework, state.notes),
          words,
          reason,
        })),
  });
}

/** How many records of each kind came after a seal, lawfully or not: its time-stamps, its publication, copies of it. */
function sinceSealed(graph: RecordGraph, { id, heads }: Pick<Seal, 'id' | 'heads'>): ReaderView['since'] {
  const after = graph.entries.filter(
    ({ record }) => record.id !== id && !heads.some((head) => graph.isWithin(record.id, head)),
  );
  return [...Map.groupBy(after, ({ record }) => kindCalled(record.type)?.noun ?? others)].map(([noun, all]) =>
    count(all.length, ...noun),
  );
}

const others = ['other record', 'other records'] as const;

/** How many records of each kind stand in a file without their words, the most first. */
function absentFrom(graph: RecordGraph): ReaderView['absent'] {
  const bare = graph.entries.flatMap(({ record }) =>
    record.words === undefined && record.cipher === undefined
      ? [kindCalled(record.type)?.noun[1] ?? 'others']
      : [],
  );
  return [...Map.groupBy(bare, (what) => what)]
    .map(([what, all]) => ({ what, count: all.length }))
    .toSorted((a, b) => b.count - a.count || (a.what < b.what ? -1 : 1));
}

/** Hands one of the documents of a file that is read to the person. */
export async function exportRead(
  scope: Scope,
  { file, document, format }: CallInput<'exportRead'>,
): Promise<Result<{ name: string } | null, CallError>> {
  const read = await readCopy(scope, { file });
  if (!read.ok) return read;
  const chosen: PrintedDocument | null = read.value[document];
  if (chosen === null) return refused(notRecords);
  const bytes = await renderDocument(scope, chosen, format);
  if (!bytes.ok) return bytes;
  return handOut(scope, `${read.value.file.replace(/\.judgment$/iu, '')}-${document}.${format}`, bytes.value);
}
