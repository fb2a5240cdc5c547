import { adoptedFramework } from '../session/adopted-framework.ts';
import { loadDraft } from '../load.ts';
import { openRound } from '../lodging/open-round.ts';
import { peopleObjection, withoutExcluded } from '../moderation/rounds-of-drafts.ts';
import { silentOnCards } from '../moderation/standing-interests.ts';
import type { Scope } from '../session/session.ts';
import { pairwiseRounds } from './pairwise-rounds.ts';
import { shown } from '../../../shared/records/settled.ts';
import { comparisonOpened, type ComparedItem } from '../../../shared/pairwise/comparison-opened.ts';
import { itemTitles, type NamedThing } from '../../../shared/pairwise/item-titles.ts';
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

/** A thing that was chosen at its latest revision, and what it is known by. */
interface ChosenThing {
  readonly item: Omit<ComparedItem, 'title'>;
  readonly named: NamedThing;
}

async function chosenThing(
  scope: Scope,
  { draft, area }: CallInput<'openPairwiseRound'>['items'][number],
): Promise<Result<ChosenThing, CallError>> {
  const loaded = await loadDraft(scope, draft);
  if (!loaded.ok) return loaded;
  const { folded } = loaded.value.verified;
  const revision = folded?.state.revisions.at(-1)?.id;
  if (folded === null || revision === undefined) return refused(unsaved);
  const framework = adoptedFramework(folded, scope.ports.crypto.sha256);
  const part = area === null || framework === null ? undefined : areaOf(framework, area);
  if (area !== null && part === undefined) return refused(unsaved);
  const named = {
    draft,
    provider: shown(folded.state.details.provider) ?? loaded.value.folder,
    day: shown(folded.state.details.start),
    area: part === undefined ? null : (part.brief ?? part.title),
  };
  return done({ item: { draft, revision, area }, named });
}

/** Opens a pairwise round of things of the workspace; the caller chairs it and holds its key with deputies. */
export function openPairwiseRound(
  scope: Scope,
  input: CallInput<'openPairwiseRound'>,
): Promise<Result<SavedView, CallError>> {
  return openRound(scope, pairwiseRounds.log, input, {
    objection: (folded, chair) => peopleObjection(folded, chair, input, silentOnCards(scope, folded)),
    prepare: async () => {
      const things: ChosenThing[] = [];
      for (const chosen of input.items) {
        const thing = await chosenThing(scope, chosen);
        if (!thing.ok) return thing;
        things.push(thing.value);
      }
      const titles = itemTitles(things.map(({ named }) => named));
      const items = things.map(({ item }, at) => ({ ...item, title: titles[at] ?? '' }));
      return done((now, keeping) =>
        comparisonOpened.write({
          ...keeping,
          ...withoutExcluded(now, input.participants),
          question: input.question,
          items,
          ...(input.namesWithheld === true ? { namesWithheld: true as const } : {}),
          ...(input.pairsAsked === undefined ? {} : { pairsAsked: input.pairsAsked }),
        }),
      );
    },
  });
}
