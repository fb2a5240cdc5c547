import { need } from './cli-output.ts';
import { shareOwnLog } from '../application/session/extend-own-log.ts';
import { introducePerson } from '../application/people/introduce-person.ts';
import type { Scope } from '../application/session/session.ts';

/** A second person of the demonstration, with keys in memory alone: who writes cannot alone approve. */
export async function demoColleague(
  scope: Scope,
): Promise<{ readonly person: string; readonly scope: Scope }> {
  const ports = { ...scope.ports, keys: scope.ports.makeKeys(), lockedBy: null };
  const colleague: Scope = { ...scope, ports };
  const card = {
    name: 'Colleague of the demonstration',
    post: 'Quality assurance',
    registration: '',
    years: 0,
  };
  const { person } = need(await introducePerson(colleague, card));
  need(await shareOwnLog(colleague));
  return { person, scope: colleague };
}
