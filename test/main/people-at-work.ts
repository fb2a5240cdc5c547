import { mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { beginDraft } from '../../src/main/application/draft/begin-draft.ts';
import { services } from '../../src/main/composition/calls.ts';
import type { saveRevision } from '../../src/main/application/draft/save-revision.ts';
import { verifyWorkspace } from '../../src/main/application/verification/verify-workspace.ts';
import { need, run, settle } from './running-scope.ts';

/** One person's application, on a profile of their own. */
export type Person = ReturnType<typeof run>;

/** Two people who share a workspace. */
export interface TwoPeople {
  readonly ada: Person;
  readonly ben: Person;
  /** The workspace's folder, and the folder in which it and the two profiles lie. */
  readonly team: string;
  readonly home: string;
}

/** Two people and the draft of Northmere: Ada owns it, Ben is an inspector in it. */
export interface TwoOnADraft extends TwoPeople {
  readonly draft: string;
  readonly bensId: string;
}

/** Ada makes a workspace, and Ben opens it, each in a new folder below one of the test's own. */
export async function twoPeople(below: string): Promise<TwoPeople> {
  const home = mkdtempSync(join(below, 'turn-'));
  const team = join(home, 'team');
  mkdirSync(team);
  const ada = run(join(home, 'ada'));
  const ben = run(join(home, 'ben'));
  await settle(ada, 'Ada', team, true);
  await settle(ben, 'Ben', team, false);
  return { ada, ben, team, home };
}

/** Begins the draft of Northmere under ILACS 2026; its id. */
export async function beginNorthmere({ scope }: Person): Promise<string> {
  const begun = { provider: 'Northmere', kind: '', framework: 'ilacs-2026', start: '2026-10-05' };
  return need(await beginDraft(scope, { ...begun, end: null, recoveryOwner: null })).draft;
}

/** Makes somebody an inspector in a draft; their person's id. */
export async function makeInspector(owner: Person, draft: string, who: Person): Promise<string> {
  const person = (await who.scope.ports.keys.self())?.person ?? '';
  need(await services.grantRole(owner.scope, { draft, person, role: 'inspector' }));
  return person;
}

/** Two people on one draft in one folder. */
export async function twoOnADraft(below: string): Promise<TwoOnADraft> {
  const two = await twoPeople(below);
  const draft = await beginNorthmere(two.ada);
  return { ...two, draft, bensId: await makeInspector(two.ada, draft, two.ben) };
}

/** A revision that writes the summary of a draft, over what its writer saw. */
export function summaryOf(
  draft: string,
  text: string,
  over: string[] = [],
): Parameters<typeof saveRevision>[1] {
  return {
    draft,
    reason: `because of ${text}`,
    narratives: [{ section: 'summary', text, over }],
    grades: [],
    improvements: null,
  };
}

/** What verification calls broken in a person's workspace, in words. */
export async function brokenIn({ scope }: Person): Promise<readonly string[]> {
  const view = need(await verifyWorkspace(scope, { draft: null }));
  return view.drafts.flatMap((draft) =>
    draft.problems.filter((problem) => problem.level === 'broken').map((problem) => problem.message),
  );
}
