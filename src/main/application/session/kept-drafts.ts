import type { WholeDraft, OpenedWorkspace } from './session.ts';

/** About a hundred megabytes of records, their lines and what they fold to. */
const usual = 40_000;

/** Keeps a draft as the one read last, and lets go of those read longest ago beyond what may be kept. */
export function keepDraft({ drafts, mostRecords = usual }: OpenedWorkspace, loaded: WholeDraft): void {
  drafts.delete(loaded.folder);
  drafts.set(loaded.folder, loaded);
  let records = [...drafts.values()].reduce((sum, one) => sum + one.lines.length, 0);
  for (const [folder, { lines }] of drafts) {
    if (records <= mostRecords || folder === loaded.folder) return;
    drafts.delete(folder);
    records -= lines.length;
  }
}
