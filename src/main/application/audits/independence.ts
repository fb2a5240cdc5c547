import type { OpenedWorkspace } from '../session/session.ts';
import type { SealedJudgment } from '../../../shared/judgment/sealed-judgment.ts';
import type { FoldedDraft } from '../../../shared/judgment/fold-draft.ts';
import type { Framework } from '../../../shared/framework/framework-schema.ts';
import { interestsFrom } from '../../../shared/moderation/standing-interest.ts';
import { providerKey } from '../../../shared/report/provider-key.ts';
import { shown } from '../../../shared/records/settled.ts';
import type { PersonId } from '../../../shared/records/record.ts';

/** Whoever took part in an inspection of the provider so recently does not audit it. */
const yearsApart = 2;

/** What somebody's independence of a judgment is worked out from. */
interface Judged {
  readonly sealed: SealedJudgment;
  readonly folded: FoldedDraft;
  readonly framework: Framework | null;
}

/**
 * Why somebody may not audit a judgment, the first reason that the files tell: they wrote in it, have an interest in it, or
 * took part in another inspection of its provider within two years of its seal. Null where none does.
 */
export function whyNotIndependent(
  opened: OpenedWorkspace,
  { sealed, folded, framework }: Judged,
  person: PersonId,
): string | null {
  if (folded.graph.entries.some(({ record }) => record.author === person)) return 'wrote in it';
  const { moderation, details } = folded.state;
  if (moderation.interests.some((own) => own.person === person && own.interests.length > 0))
    return 'has an interest in it';
  const standing = opened.workspaceLog.interests.get(person) ?? [];
  if (
    interestsFrom(standing, sealed.provider, shown(details.start), framework).some(({ excludes }) => excludes)
  )
    return 'has an interest on their card';
  const since = `${Number(sealed.at.slice(0, 4)) - yearsApart}${sealed.at.slice(4)}`;
  const took = [...(opened.listed?.values() ?? [])].some(
    ({ row, authors }) =>
      row !== null &&
      row.draft !== sealed.draft &&
      authors.includes(person) &&
      row.changed >= since &&
      providerKey(row.provider) === providerKey(sealed.provider),
  );
  return took ? `took part in another inspection of this provider within ${yearsApart} years` : null;
}

/** A judgment that waits for a reader, with who may read it. */
interface Unread {
  readonly seal: string;
  readonly draft: string;
  readonly fit: readonly PersonId[];
}

/** Shares judgments out so that nobody reads many more than another: each to whoever may read it and has fewest. */
export function shareOut(
  unread: readonly Unread[],
  loads: ReadonlyMap<PersonId, number>,
): readonly { readonly seal: string; readonly draft: string; readonly person: PersonId }[] {
  const now = new Map(loads);
  // Those that few may read come first: whoever may read anything else is left for the rest.
  return unread
    .toSorted((a, b) => a.fit.length - b.fit.length || (a.seal < b.seal ? -1 : 1))
    .flatMap(({ seal, draft, fit }) => {
      const [person] = fit.toSorted((a, b) => (now.get(a) ?? 0) - (now.get(b) ?? 0) || (a < b ? -1 : 1));
      if (person === undefined) return [];
      now.set(person, (now.get(person) ?? 0) + 1);
      return [{ seal, draft, person }];
    });
}
