import { moderationServices } from '../application/moderation/moderation-calls.ts';
import { evidenceServices } from '../application/evidence/evidence-services.ts';
import { beginDraft } from '../application/draft/begin-draft.ts';
import { compareRevisions } from '../application/comparison/compare-revisions.ts';
import { shelveDraft } from '../application/draft/shelve-draft.ts';
import { setDetails } from '../application/draft/set-details.ts';
import { eraseContent } from '../application/erasing/erase-content.ts';
import { exportComparison } from '../application/comparison/export-comparison.ts';
import { exportDraft } from '../application/documents/export-draft.ts';
import { finalisingServices } from '../application/finalising/finalising-services.ts';
import { followDraft } from '../application/window/follow-draft.ts';
import { importReports } from '../application/report/import-reports.ts';
import { previewReport } from '../application/report/preview-report.ts';
import {
  clearJournal,
  clearWords,
  keepWords,
  readJournal,
  readWords,
  writeJournal,
} from '../application/window/journal-calls.ts';
import { listDraft, listDrafts, listedBefore } from '../application/workspace/list-drafts.ts';
import { mergeNarrative } from '../application/comparison/merge-narrative.ts';
import { openDraft } from '../application/window/open-draft.ts';
import { openSample } from '../application/sample/open-sample.ts';
import {
  backUpKey,
  correctCard,
  introduce,
  listPeople,
  restoreKey,
  verifyPerson,
} from '../application/people/people-calls.ts';
import { restoreRevision } from '../application/draft/restore-revision.ts';
import { saveRevision } from '../application/draft/save-revision.ts';
import { readHit } from '../application/search/read-hit.ts';
import { refreshSearch, searchWorkspace } from '../application/search/search-workspace.ts';
import { frameworkServices } from './framework-services.ts';
import { ruleServices } from '../application/clocks/rule-services.ts';
import { stopJob } from '../application/session/run-job.ts';
import type { Scope, Service } from '../application/session/session.ts';
import { settleField } from '../application/draft/settle-field.ts';
import { about, exportAccount } from '../application/window/about.ts';
import { setPreferences, startUp, whereFilesLie } from '../application/window/start-up.ts';
import { successiveInspections } from '../application/comparison/successive-inspections.ts';
import { verifyWorkspace } from '../application/verification/verify-workspace.ts';
import { declareDraftGone } from '../application/workspace/declare-draft-gone.ts';
import { readHouseStyle, readLogo, setHouseStyle } from '../application/workspace/house-style.ts';
import { decreeDay, listTeamDays } from '../application/workspace/team-days.ts';
import { createWorkspace, openChosen, openRecent } from '../application/workspace/workspace-calls.ts';
import { writing } from '../application/write.ts';
import { reasonGiven } from '../../shared/framework/reason-given.ts';
import { commentReplied } from '../../shared/draft/comment-replied.ts';
import { commentResolved } from '../../shared/draft/comment-resolved.ts';
import { commentWritten } from '../../shared/draft/comment-written.ts';
import { changeReviewed } from '../../shared/draft/change-reviewed.ts';
import { questionAnswered } from '../../shared/draft/question-answered.ts';
import { recordAdopted } from '../../shared/people/record-adopted.ts';
import { ownershipRecovered } from '../../shared/people/ownership-recovered.ts';
import { ownershipAccepted } from '../../shared/people/ownership-accepted.ts';
import { ownershipPassed } from '../../shared/people/ownership-passed.ts';
import { roleRevoked } from '../../shared/people/role-revoked.ts';
import { roleGranted } from '../../shared/people/role-granted.ts';
import { done, type Result } from '../../shared/result.ts';
import type { CallError } from '../../shared/ipc/call-error.ts';
import type { ChannelName } from '../../shared/ipc/contract.ts';
import type { DetailsView } from '../../shared/ipc/views.ts';
import { auditServices } from '../application/audits/audit-calls.ts';
import { readingServices } from '../application/audits/assign-readings.ts';
import { calibrationSets, setCalibration } from '../application/agreement/calibration-sets.ts';
import { agreementOfTable } from '../application/agreement/agreement-of-table.ts';
import { exportAgreement, savePicture } from '../application/agreement/export-agreement.ts';
import { pooledAgreement } from '../application/agreement/pooled-agreement.ts';
import { checkReport } from '../application/checks/check-report.ts';
import { carriedFramework } from '../application/session/adopted-framework.ts';
import { loadSeen } from '../application/see.ts';
import { detailHistory } from '../../shared/seen/detail-history.ts';
import { exportCard, exportCopy } from '../application/exchange/export-copy.ts';
import { offerFile } from '../application/exchange/offer-file.ts';
import { exportRead, readCopy } from '../application/verification/read-copy.ts';
import { takeIn } from '../application/exchange/take-in.ts';
import { followFolder, lookAtFolder } from '../application/folder/follow-folder.ts';
import { markRead, unreadDrafts } from '../application/folder/unread-drafts.ts';
import { tellWriting } from '../application/folder/tell-writing.ts';
import { openPairwiseRound } from '../application/pairwise/open-pairwise-round.ts';
import { pairwiseServices } from '../application/pairwise/pairwise-rounds.ts';
import { colleagueServices } from '../application/colleagues/administer-people.ts';
import { joiningServices } from '../application/colleagues/join-workspace.ts';
import { removeLeaver, whatTheyLeave } from '../application/people/remove-leaver.ts';
import { revokeDevice } from '../application/people/revoke-device.ts';
import { importOutcomes } from '../application/precedents/import-outcomes.ts';
import { precedentsOfPattern } from '../application/precedents/precedents-of-pattern.ts';
import { listConflicts } from '../application/together/list-conflicts.ts';
import { haveLooked, whatHappened } from '../application/together/what-happened.ts';
import { whatWaits } from '../application/together/what-waits.ts';

/** The services of working together, by channel. */
const togetherCalls = { whatWaits, listConflicts, whatHappened, haveLooked };

/** The services of published outcomes and precedents, one for every channel of theirs. */
const precedentServices = { importOutcomes, findPrecedents: precedentsOfPattern };

/** The services of lost devices and leavers, by channel. */
const leavingCalls = { revokeDevice, whatTheyLeave, removeLeaver };

/** The services of a workspace's people, by channel. */
const colleagueCalls = { ...joiningServices, ...colleagueServices };

/** The services of comparative judgment, one for every channel of theirs. */
const comparativeServices = {
  openPairwiseRound,
  ...pairwiseServices,
};

/** The services of presence, by channel. */
const presenceCalls = { tellWriting };

/** The services of the shared folder, by channel. */
const folderCalls = { followFolder, lookAtFolder, unreadDrafts, markRead };

/** The services of exchanging records by file, by channel. */
const exchangeCalls = { offerFile, takeIn, readCopy, exportRead, exportCopy, exportCard };

/** The services of the report's checks. */
const reportCheckServices = { checkReport };

/** The services of agreement, one for every channel of theirs. */
const agreementServices = {
  pooledAgreement,
  exportAgreement,
  savePicture,
  agreementOfTable,
  calibrationSets,
  setCalibration,
};

/** Every channel's service. */
export type Services = { readonly [N in ChannelName]: Service<N> };

/** The table of services, one for every channel of the contract. */
export const services: Services = {
  ...moderationServices,
  ...comparativeServices,
  ...precedentServices,
  ...reportCheckServices,
  ...agreementServices,
  ...auditServices,
  ...readingServices,
  startUp,
  setPreferences,
  whereFilesLie,
  about,
  exportAccount,
  openedFiles: ({ ports }) => Promise.resolve(done(ports.openedFiles.take())),
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
  previewReport,
  beginDraft,
  stopJob: (scope, { job }) => {
    stopJob(scope, job);
    return Promise.resolve(done(null));
  },
  refreshSearch,
  searchWorkspace,
  readHit,
  verifyWorkspace,
  declareDraftGone,
  openDraft,
  followDraft,
  readDetails,
  setDetails,
  shelveDraft,
  grantRole: writing(roleGranted.write),
  revokeRole: writing(roleRevoked.write),
  passOwnership: writing(ownershipPassed.write),
  acceptOwnership: writing(ownershipAccepted.write),
  recoverOwnership: writing(ownershipRecovered.write),
  adoptRecords: writing(recordAdopted.write),
  ...evidenceServices,
  readJournal,
  writeJournal,
  clearJournal,
  readWords,
  keepWords,
  clearWords,
  saveRevision,
  restoreRevision,
  compareRevisions,
  mergeNarrative,
  settleField,
  answerFlag: writing(questionAnswered.write),
  reviewChange: writing(changeReviewed.write),
  writeComment: writing(commentWritten.write),
  replyToComment: writing(commentReplied.write),
  resolveComment: writing(commentResolved.write),
  giveReason: writing(reasonGiven.write),
  eraseContent,
  ...finalisingServices,
  exportDraft,
  exportComparison,
  successiveInspections,
  ...togetherCalls,
  ...ruleServices,
  listTeamDays,
  decreeDay,
  readHouseStyle,
  readLogo,
  setHouseStyle,
  ...exchangeCalls,
  ...leavingCalls,
  ...colleagueCalls,
  ...frameworkServices,
  ...folderCalls,
  ...presenceCalls,
};

/** What each detail of a draft was, by whom and when, and the framework that its type of inspection is chosen from. */
async function readDetails(
  scope: Scope,
  { draft }: { draft: string },
): Promise<Result<DetailsView, CallError>> {
  const loaded = await loadSeen(scope, draft);
  if (!loaded.ok) return loaded;
  const { seen } = loaded.value;
  return done({
    history: detailHistory(seen),
    framework: carriedFramework(seen, scope.ports.crypto.sha256),
  });
}
