import type { Problem } from '../records/checked-line.ts';
import { laterTips, type LogTips } from '../records/log-tips.ts';
import type { RecordId } from '../records/record.ts';
import { dayWords } from '../words.ts';
import { printable } from '../printable.ts';
import type { GoneDraft } from '../workspace/fold-workspace-log.ts';

/** Where a draft lay when it was last seen, what it was called, and on which day (YYYY-MM-DD) that was. */
export interface SeenFolder {
  readonly folder: string;
  readonly name: string;
  readonly day: string;
}

/** What a device, or a witness's file, remembers of a workspace: it grows and never shrinks because something is missing. */
export interface SeenWorkspace {
  readonly drafts: ReadonlyMap<RecordId, SeenFolder>;
  /** Ends of people's logs. */
  readonly people: LogTips;
  /** Ends of the workspace's own log. */
  readonly log: LogTips;
  /** Ends of audits' logs, and of the programme's. */
  readonly audits: LogTips;
  readonly programme: LogTips;
}

/** What is remembered of a workspace at first sight. */
export const nothingSeen: SeenWorkspace = {
  drafts: new Map(),
  people: new Map(),
  log: new Map(),
  audits: new Map(),
  programme: new Map(),
};

/** With drafts as they lie now; what is given itself where all of them were seen there that day already. */
export function withDrafts(seen: SeenWorkspace, drafts: ReadonlyMap<RecordId, SeenFolder>): SeenWorkspace {
  const fresh = [...drafts].filter(([draft, { folder, name, day }]) => {
    const before = seen.drafts.get(draft);
    return before?.folder !== folder || before.name !== name || before.day < day;
  });
  return fresh.length === 0 ? seen : { ...seen, drafts: new Map([...seen.drafts, ...fresh]) };
}

/** With the ends of logs as they are now; what is given itself where nothing is new. */
export function withTips(
  seen: SeenWorkspace,
  of: Exclude<keyof SeenWorkspace, 'drafts'>,
  now: LogTips,
  isHere: (record: RecordId) => boolean,
): SeenWorkspace {
  const tips = laterTips(seen[of], now, isHere);
  return tips === seen[of] ? seen : { ...seen, [of]: tips };
}

/** A draft that was seen in a workspace and of which no folder is there. */
export interface MissingDraft extends SeenFolder {
  readonly draft: RecordId;
}

/**
 * The drafts that were seen and are in no folder, by folder and what draft it holds: '' where none can be read in it. A
 * folder that cannot be read is told of by itself, and is not called gone as well; a draft in a folder of another name is
 * not gone.
 */
export function missingDrafts(
  { drafts }: SeenWorkspace,
  here: ReadonlyMap<string, RecordId>,
): readonly MissingDraft[] {
  const found = new Set(here.values());
  const unread = [...here].flatMap(([folder, draft]) => (draft === '' ? [folder] : []));
  const names = new Set(unread);
  const digits = new Set(unread.map((folder) => folder.slice(-8)));
  return [...drafts]
    .filter(
      ([draft, { folder }]) => !found.has(draft) && !names.has(folder) && !digits.has(draft.slice(0, 8)),
    )
    .map(([draft, seen]) => ({ draft, ...seen }))
    .sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

/** That a draft is gone, as verification tells it. */
export function missingProblem({ draft, folder, day }: MissingDraft): Problem {
  return {
    level: 'broken',
    file: `drafts/${folder}`,
    line: 0,
    record: draft,
    code: 'witness',
    message: `This inspection was here on ${dayWords(day)}; its folder is gone. Nothing was changed. Let the folder finish syncing; if it stays away, put it back from a backup or from a colleague’s copy.`,
  };
}

/** That a draft is lawfully gone, with who says so and why. */
export function lawfullyGone({ how, when, reason, to, record }: GoneDraft, by: string): Problem {
  const said =
    how === 'removed'
      ? `${by} removed this inspection from the workspace`
      : `${by} moved this inspection to ${printable(to ?? '')}`;
  return {
    level: 'notice',
    file: 'workspace',
    line: 0,
    record,
    code: 'lawfully-gone',
    message: `${said} on ${dayWords(when.slice(0, 10))}: ${printable(reason)}`,
  };
}
