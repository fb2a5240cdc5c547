import { missingOf } from '../workspace/list-drafts.ts';
import { othersWriting } from './hear-presence.ts';
import { ownPerson } from '../session/person-views.ts';
import { seenOf } from '../session/witnessed.ts';
import { seeDraft } from '../see.ts';
import type { LoadedDraft, OpenedWorkspace, Scope } from '../session/session.ts';
import type { Problem } from '../../../shared/records/checked-line.ts';
import type { FoldedDraft } from '../../../shared/judgment/fold-draft.ts';
import { shown } from '../../../shared/records/settled.ts';
import { folderStates, type FolderFacts } from '../../../shared/folder/folder-states.ts';
import { missingProblem, type MissingDraft } from '../../../shared/folder/seen-workspace.ts';
import type { SeenDraft } from '../../../shared/seen/seen-draft.ts';
import type { FolderView } from '../../../shared/ipc/folder-views.ts';

/** Clocks that differ by less are nobody's concern, in minutes. */
const tolerated = 10;

/** The folder as it stands: what goes on in it, by what was read of it so far. */
export async function folderView(scope: Scope, opened: OpenedWorkspace): Promise<FolderView> {
  const { workspace, following, arrivals } = opened;
  const { events, everySeconds } = following?.how() ?? { events: false, everySeconds: 0 };
  const nameOf = await namesOf(scope, opened);
  const drafts: SeenInFolder[] = [];
  for (const loaded of opened.drafts.values()) drafts.push(await seenIn(scope, loaded));
  const facts: FolderFacts = {
    away: following?.isAway() ?? false,
    readOnly: opened.readOnly ?? false,
    lockedBy: scope.ports.lockedBy,
    openedFrom: workspace.openedFrom,
    events,
    everySeconds,
    clocks: clocksAhead(drafts, nameOf, scope.ports.clock.now()),
    drafts: [...drafts.map((draft) => draftFacts(draft, nameOf)), ...missingOf(opened).map(missingFacts)],
    people: await peopleFacts(scope, opened),
    workspaceLog: opened.workspaceLog.problems.map(withShortKey),
    audits: (opened.unjudged?.audits?.problems ?? []).map(withShortKey),
    programme: (opened.unjudged?.programme?.problems ?? []).map(withShortKey),
    files: opened.irregular ?? [],
  };
  const writing = await othersWriting(scope, opened);
  return { states: folderStates(facts), events, everySeconds, arrivals: arrivals ?? [], writing };
}

/** A log's file by the first digits of the key that it is named after, and an audit's folder by its own. */
function shortKey(file: string): string {
  return file
    .replace(/([0-9a-f]{8})[0-9a-f]{56}/, 'log $1')
    .replace(/^audits\/([0-9a-f]{8})[0-9a-f]{24}/, 'audit $1')
    .replace(/\.jsonl$/, '');
}

function withShortKey(problem: Problem): Problem {
  return { ...problem, file: shortKey(problem.file) };
}

/** A draft of the folder as this profile's person may see it, or what is wrong where it cannot be put together. */
interface SeenInFolder {
  readonly folder: string;
  readonly seen: SeenDraft | null;
  readonly problems: readonly Problem[];
}

async function seenIn(scope: Scope, loaded: LoadedDraft): Promise<SeenInFolder> {
  const seen = await seeDraft(scope, loaded);
  return { folder: loaded.folder, seen, problems: seen?.problems ?? loaded.verified.problems };
}

/** What a draft is called: its provider, or its folder while that is unknown. */
export function draftName(folder: string, draft: Pick<FoldedDraft, 'state'> | null): string {
  const provider = draft === null ? '' : (shown(draft.state.details.provider) ?? '');
  return provider.trim() === '' ? folder : provider;
}

/** Names of people by id. */
export async function namesOf(
  scope: Scope,
  { people }: OpenedWorkspace,
): Promise<(person: string) => string> {
  const self = await ownPerson(scope);
  const all = [...people.people, ...(self === null ? [] : [self])];
  const names = new Map(all.map(({ id, card }) => [id, card.name]));
  return (person) => names.get(person) ?? 'someone unknown';
}

function draftFacts(
  { folder, seen, problems }: SeenInFolder,
  nameOf: (person: string) => string,
): FolderFacts['drafts'][number] {
  const records = seen?.records() ?? [];
  const authors = new Map(records.map(({ key, author }) => [key, author]));
  const keys = new Map(records.map(({ id, key }) => [id, key]));
  // People ask whose a file is, and not what key it is named after.
  const placeOf = ({ file, record }: Problem): string => {
    const key = keys.get(record ?? '') ?? /[0-9a-f]{64}/.exec(file)?.[0] ?? '';
    const author = authors.get(key);
    return author === undefined
      ? shortKey(file)
      : file.replace(key, `log of ${nameOf(author)}`).replace(/\.jsonl$/, '');
  };
  return {
    name: draftName(folder, seen),
    problems: problems.map((problem) => ({ ...problem, file: placeOf(problem) })),
    waits: (seen?.state.waiting ?? []).map(({ record, author, from }) => {
      // What this computer remembers of a key tells whose a record is that is not here any more.
      const witnessed = problems.find((problem) => problem.code === 'witness' && problem.record === record);
      const wrote = from ?? authors.get(witnessed?.file.slice(0, 64) ?? '') ?? null;
      return { by: nameOf(author), from: wrote === null ? null : nameOf(wrote) };
    }),
  };
}

/** A draft that is gone: people look for its folder. */
function missingFacts(gone: MissingDraft): FolderFacts['drafts'][number] {
  return {
    name: gone.name,
    problems: [{ ...missingProblem(gone), file: `folder ${gone.folder}` }],
    waits: [],
  };
}

/** What is wrong in people's logs, by whose they are: also of people whose card went with their log. */
async function peopleFacts(scope: Scope, opened: OpenedWorkspace): Promise<FolderFacts['people']> {
  const seen = [...(await seenOf(scope, opened)).people.values()];
  const names = new Map([
    ...seen.map(({ author, name }) => [author, name] as const),
    ...opened.people.people.map(({ id, card }) => [id, card.name] as const),
  ]);
  return opened.people.problems.map((problem) => {
    const person = /[0-9a-f]{64}/.exec(problem.file)?.[0] ?? '';
    const name = names.get(person);
    if (name === undefined) return problem;
    return { ...problem, file: problem.file.replace(person, `log of ${name}`).replace(/\.jsonl$/, '') };
  });
}

function clocksAhead(
  drafts: readonly SeenInFolder[],
  nameOf: (person: string) => string,
  now: number,
): FolderFacts['clocks'] {
  const ahead = new Map<string, number>();
  for (const { seen } of drafts) {
    for (const { author, at } of seen?.state.timeline ?? []) {
      const minutes = Math.round((Date.parse(at) - now) / 60_000);
      if (minutes > tolerated) ahead.set(author, Math.max(ahead.get(author) ?? 0, minutes));
    }
  }
  return [...ahead].map(([person, minutes]) => ({ name: nameOf(person), minutes }));
}
