import { comparativeServices } from './comparative/comparative-services.ts';
import { panelServices } from './panel/panel-calls.ts';
import { attachFiles } from './attachments/attach-files.ts';
import { readAttachment, saveAttachment } from './attachments/read-attachment.ts';
import { agreementServices } from './agreement/agreement-services.ts';
import { beginDraft } from './begin-draft.ts';
import { compareRevisions } from './compare-revisions.ts';
import { readDetails } from './details/read-details.ts';
import { setDetails } from './details/set-details.ts';
import { eraseContent } from './erase-content.ts';
import { exportComparison } from './export-comparison.ts';
import { exportEvidence } from './export-evidence.ts';
import { folderCalls } from './folder/folder-calls.ts';
import { presenceCalls } from './presence/presence-calls.ts';
import { importEvidence, previewEvidence } from './import-evidence.ts';
import { undoImport } from './undo-import.ts';
import { leavingCalls } from './people/leaving-calls.ts';
import { exchangeCalls } from './exchange/exchange-calls.ts';
import { exportDraft } from './export-draft.ts';
import { finalisingServices } from './finalising/finalising-services.ts';
import { followDraft } from './follow-draft.ts';
import { importReports } from './import-reports.ts';
import {
  clearJournal,
  clearWords,
  keepWords,
  readJournal,
  readWords,
  writeJournal,
} from './journal-calls.ts';
import { listDraft, listDrafts, listedBefore } from './list-drafts.ts';
import { mergeNarrative } from './merge-narrative.ts';
import { noteEvidence } from './note-evidence.ts';
import { openDraft } from './open-draft.ts';
import { openSample } from './open-sample.ts';
import { backUpKey, correctCard, introduce, listPeople, restoreKey, verifyPerson } from './people-calls.ts';
import { precedentServices } from './precedents/precedent-services.ts';
import { reportCheckServices } from './report-checks/report-check-services.ts';
import { saveRevision } from './save-revision.ts';
import { refreshSearch, searchWorkspace } from './search-workspace.ts';
import { frameworkServices } from './frameworks/framework-services.ts';
import { ruleServices } from './clocks/rule-services.ts';
import type { Scope } from './session.ts';
import { settleField } from './settle-field.ts';
import { setPreferences, startUp } from './start-up.ts';
import { successiveInspections } from './successive-inspections.ts';
import { togetherCalls } from './together/together-calls.ts';
import { verifyWorkspace } from './verify-workspace.ts';
import { declareDraftGone } from './workspace/declare-draft-gone.ts';
import { createWorkspace, openChosen, openRecent } from './workspace-calls.ts';
import { writeRecord } from './write-records.ts';
import type { Intent } from '../../shared/records/define-event.ts';
import { reasonGiven } from '../../shared/framework/reason-given.ts';
import { commentWritten } from '../../shared/draft/comment-written.ts';
import { changeReviewed } from '../../shared/draft/change-reviewed.ts';
import { questionAnswered } from '../../shared/draft/question-answered.ts';
import { bestFitSet } from '../../shared/evidence/best-fit-set.ts';
import { descriptorMarked } from '../../shared/evidence/descriptor-marked.ts';
import { termAllowed } from '../../shared/evidence/term-allowed.ts';
import { contradictionSettled } from '../../shared/evidence/contradiction-settled.ts';
import { evidenceLinked } from '../../shared/evidence/evidence-linked.ts';
import { addendumWritten } from '../../shared/evidence/addendum-written.ts';
import { recordAdopted } from '../../shared/people/record-adopted.ts';
import { ownershipRecovered } from '../../shared/people/ownership-recovered.ts';
import { ownershipAccepted } from '../../shared/people/ownership-accepted.ts';
import { ownershipPassed } from '../../shared/people/ownership-passed.ts';
import { roleRevoked } from '../../shared/people/role-revoked.ts';
import { roleGranted } from '../../shared/people/role-granted.ts';
import { done, type Result } from '../../shared/result.ts';
import type { CallError } from '../../shared/ipc/call-error.ts';
import type { CallAnswer, CallInput, ChannelName } from '../../shared/ipc/contract.ts';
import type { SavedView } from '../../shared/ipc/views.ts';

/** Every channel's service. */
export type Services = {
  readonly [N in ChannelName]: (
    scope: Scope,
    input: CallInput<N>,
  ) => Promise<Result<CallAnswer<N>, CallError>>;
};

/** A service that writes one record whose body is the input without the draft. */
function writing<I extends { readonly draft: string }>(
  write: (body: Omit<I, 'draft'>) => Intent,
): (scope: Scope, input: I) => Promise<Result<SavedView, CallError>> {
  return (scope, { draft, ...body }) => writeRecord(scope, draft, () => done(write(body)));
}

/** The table of services, one for every channel of the contract. */
export const services: Services = {
  ...panelServices,
  ...comparativeServices,
  ...precedentServices,
  ...reportCheckServices,
  ...agreementServices,
  startUp,
  setPreferences,
  introducePerson: introduce,
  correctCard,
  backUpKey,
  restoreKey,
  listPeople,
  verifyPerson,
  chooseFolder: async ({ ports, session }, { purpose }) =>
    done(await ports.dialogs.chooseFolder(session.window, purpose)),
  chooseFiles: async ({ ports, session }, { purpose }) =>
    done(await ports.dialogs.chooseFiles(session.window, purpose)),
  createWorkspace,
  openWorkspace: openChosen,
  openRecent,
  openSample,
  closeWorkspace: async ({ session }) => {
    await session.opened?.following?.stop();
    session.opened = null;
    return done(null);
  },
  listDrafts,
  listedBefore,
  listDraft,
  importReports,
  beginDraft,
  cancelJob: ({ cancelled }, { job }) => {
    cancelled.add(job);
    return Promise.resolve(done(null));
  },
  refreshSearch,
  searchWorkspace,
  verifyWorkspace,
  declareDraftGone,
  openDraft,
  followDraft,
  readDetails,
  setDetails,
  grantRole: writing(roleGranted.write),
  revokeRole: writing(roleRevoked.write),
  passOwnership: writing(ownershipPassed.write),
  acceptOwnership: writing(ownershipAccepted.write),
  recoverOwnership: writing(ownershipRecovered.write),
  adoptRecords: writing(recordAdopted.write),
  noteEvidence,
  attachFiles,
  readAttachment,
  saveAttachment,
  addToEvidence: writing(addendumWritten.write),
  linkEvidence: writing(evidenceLinked.write),
  settleContradiction: writing(({ notes: [one, other], ...rest }) =>
    contradictionSettled.write({ ...rest, notes: one < other ? [one, other] : [other, one] }),
  ),
  allowTerm: writing(termAllowed.write),
  previewEvidence,
  importEvidence,
  undoImport,
  exportEvidence,
  markDescriptor: writing(descriptorMarked.write),
  setBestFit: writing(bestFitSet.write),
  readJournal,
  writeJournal,
  clearJournal,
  readWords,
  keepWords,
  clearWords,
  saveRevision,
  compareRevisions,
  mergeNarrative,
  settleField,
  answerFlag: writing(questionAnswered.write),
  reviewChange: writing(changeReviewed.write),
  writeComment: writing(commentWritten.write),
  giveReason: writing(reasonGiven.write),
  eraseContent,
  ...finalisingServices,
  exportDraft,
  exportComparison,
  successiveInspections,
  ...togetherCalls,
  ...ruleServices,
  ...exchangeCalls,
  ...leavingCalls,
  ...frameworkServices,
  ...folderCalls,
  ...presenceCalls,
};
