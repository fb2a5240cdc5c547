import { knownFrameworks, mayBeAdopted } from './known-frameworks.ts';
import { loadPeople } from '../session/load-people.ts';
import type { Scope } from '../session/session.ts';
import { done, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { FrameworkListView } from '../../../shared/ipc/framework-views.ts';

/** Every framework of the workspace with who published it, and files that are none. */
export async function listFrameworks(scope: Scope): Promise<Result<FrameworkListView, CallError>> {
  if (scope.session.opened !== null) {
    const people = await loadPeople(scope, scope.session.opened);
    if (!people.ok) return people;
  }
  const { frameworks, problems } = await knownFrameworks(scope);
  const names = new Map(
    (scope.session.opened?.people.people ?? []).map((person) => [person.id, person.card.name]),
  );
  return done({
    frameworks: frameworks.map((known) => ({
      key: known.key,
      hash: known.hash,
      framework: known.framework,
      origin: known.origin,
      publishedBy: known.publishedBy.map((id) => names.get(id) ?? 'someone unknown'),
      adoptable: mayBeAdopted(known),
    })),
    problems,
  });
}
