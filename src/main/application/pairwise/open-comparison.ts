import { adoptedFramework } from '../session/adopted-framework.ts';
import { noDraft, noPerson } from '../session/call-errors.ts';
import { loadDraft } from '../load.ts';
import { peopleObjection, withoutExcluded } from '../moderation/open-round.ts';
import { makeRoundKey } from '../lodging/round-key.ts';
import type { Scope } from '../session/session.ts';
import { writeRecord } from '../write.ts';
import { shown } from '../../../shared/records/settled.ts';
import { comparisonOpened } from '../../../shared/pairwise/comparison-opened.ts';
import type { ComparedItem, ComparisonOpenedBody } from '../../../shared/pairwise/comparison-opened.ts';
import { areaOf } from '../../../shared/framework/grade-order.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

const unsaved: CallError = {
  code: 'not-allowed',
  message:
    'Something chosen has no saved revision yet, or is not in this workspace, so nothing of it can be compared. Nothing was changed. Save a revision of it, or leave it out.',
};

/** The latest revision of a thing that was chosen, and what it is called. */
async function itemOf(
  scope: Scope,
  { draft, area }: CallInput<'openComparison'>['items'][number],
): Promise<Result<ComparedItem, CallError>> {
  const loaded = await loadDraft(scope, draft);
  if (!loaded.ok) return loaded;
  const { folded } = loaded.value.verified;
  const revision = folded?.state.revisions.at(-1)?.id;
  if (folded === null || revision === undefined) return refused(unsaved);
  const framework = adoptedFramework(folded, scope.ports.crypto.sha256);
  const part = area === null || framework === null ? undefined : areaOf(framework, area);
  if (area !== null && part === undefined) return refused(unsaved);
  const provider = shown(folded.state.details.provider) ?? loaded.value.folder;
  const title = part === undefined ? provider : `${provider}: ${part.brief ?? part.title}`;
  return done({ draft, revision, area, title: title.slice(0, 200) });
}

/** Opens a round of comparisons of things of the workspace; the caller chairs it and holds its key with deputies. */
export async function openComparison(
  scope: Scope,
  input: CallInput<'openComparison'>,
): Promise<Result<SavedView, CallError>> {
  const loaded = await loadDraft(scope, input.draft);
  if (!loaded.ok) return loaded;
  const { folded } = loaded.value.verified;
  const self = await scope.ports.keys.self();
  if (folded === null) return refused(noDraft);
  if (self === null) return refused(noPerson);
  const refusal = peopleObjection(folded, self.person, input);
  if (refusal !== null) return refused(refusal);
  const items: ComparedItem[] = [];
  for (const one of input.items) {
    const item = await itemOf(scope, one);
    if (!item.ok) return item;
    items.push(item.value);
  }
  const key = await makeRoundKey(scope, input.draft, [self.person, ...input.deputies]);
  if (!key.ok) return key;
  return writeRecord(scope, input.draft, (now) => {
    const late = peopleObjection(now, self.person, input);
    if (late !== null) return refused(late);
    const { left, excluded } = withoutExcluded(now, input.participants);
    const body: ComparisonOpenedBody = {
      question: input.question,
      items,
      participants: left,
      excluded,
      holders: [
        { person: self.person, as: 'chair' },
        ...input.deputies.map((person) => ({ person, as: 'deputy' as const })),
      ],
      quorum: input.quorum,
      due: input.due,
      ...key.value,
    };
    return done(comparisonOpened.write(body));
  });
}
