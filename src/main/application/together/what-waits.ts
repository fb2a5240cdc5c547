import { eachDraft, type ReadDraft } from './each-draft.ts';
import { clocksOf } from '../clocks/clocks-of.ts';
import { workspaceHolidays } from '../clocks/workspace-holidays.ts';
import { kindsAllowed } from '../session/may-write.ts';
import { isKnown, ownPerson } from '../session/person-views.ts';
import { noPerson } from '../session/call-errors.ts';
import { openedIn } from '../load.ts';
import { findingsFor } from '../findings/findings-for.ts';
import { owedOfFinding } from '../findings/owed-findings.ts';
import type { Scope } from '../session/session.ts';
import type { Person } from '../../../shared/people/person.ts';
import { owedForFinalising } from '../../../shared/together/owed-finalising.ts';
import { owedBy, type Asked } from '../../../shared/together/owed.ts';
import { owedToPanel } from '../../../shared/together/owed-to-panel.ts';
import { shelfOf } from '../../../shared/draft/draft-shelved.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { WaitingView } from '../../../shared/ipc/together-views.ts';

/** What waits for this profile's person across all drafts of the workspace. */
export async function whatWaits(scope: Scope): Promise<Result<WaitingView, CallError>> {
  const self = await ownPerson(scope);
  if (self === null) return refused(noPerson);
  const read = await eachDraft(scope, { draft: null });
  if (!read.ok) return read;
  const { drafts, unread, nameOf } = read.value;
  const days = await workspaceHolidays(scope);
  // What is archived or withdrawn asks nothing of anybody; who was offered it, or is to settle it, finds it in the list.
  const shelved = new Set(
    drafts.filter(({ seen }) => shelfOf(seen.state.shelf) !== 'list').map(({ draft }) => draft),
  );
  const found = await owedFindings(scope, self, days.today);
  if (!found.ok) return found;
  return done({
    drafts: [
      ...drafts
        .filter(({ draft }) => !shelved.has(draft))
        .map(({ draft, provider, seen, framework }) => {
          const allowed = kindsAllowed(seen.state, seen.rolesOf(self.id), self.id);
          const asked: Asked = { person: self.id, may: ({ type }) => allowed.includes(type), nameOf };
          const clocks = clocksOf(seen.state, framework, days);
          return {
            draft,
            provider,
            owed: [
              ...owedForFinalising(seen, framework, clocks, asked),
              ...owedBy(seen, framework, asked),
              ...owedToPanel(seen, framework, asked),
            ],
          };
        })
        .filter(({ owed }) => owed.length > 0),
      ...found.value,
    ],
    today: days.today,
    strangers: strangersIn(scope, drafts, self, nameOf),
    unread,
  });
}

/** What of audits' findings waits for somebody, draft by draft; also of drafts that are shelved. */
async function owedFindings(
  scope: Scope,
  self: Person,
  today: string,
): Promise<Result<WaitingView['drafts'], CallError>> {
  const opened = openedIn(scope);
  if (!opened.ok) return opened;
  const found = await findingsFor(scope, opened.value);
  if (!found.ok) return found;
  return done(
    found.value.flatMap((finding) => {
      const owed = owedOfFinding(finding, self.id, today);
      return owed === null ? [] : [{ draft: finding.draft, provider: finding.provider, owed: [owed] }];
    }),
  );
}

/** People who wrote in drafts that this person has a role in, and whose card this person does not know to be theirs. */
function strangersIn(
  scope: Scope,
  drafts: readonly ReadDraft[],
  self: Person,
  nameOf: (person: string) => string,
): WaitingView['strangers'] {
  const records = new Map<string, number>();
  for (const { seen } of drafts) {
    if (seen.state.demonstration || seen.rolesOf(self.id).length === 0) continue;
    for (const { author } of seen.records()) records.set(author, (records.get(author) ?? 0) + 1);
  }
  return [...records]
    .filter(([person]) => !isKnown(scope, self, person))
    .map(([person, count]) => ({
      person,
      name: nameOf(person).replace(/ \(unverified\)$/, ''),
      records: count,
    }))
    .sort((a, b) => b.records - a.records || (a.name < b.name ? -1 : 1));
}
