import { resolve } from 'node:path';
import { cliScope, openForReading, type CliPlace } from './cli-scope.ts';
import { need, Unreadable, type Said } from './cli-output.ts';
import { draftCalled } from './draft-called.ts';
import { ownPerson } from '../application/session/person-views.ts';
import { openChosen } from '../application/workspace/workspace-calls.ts';
import type { Scope } from '../application/session/session.ts';
import type { Result } from '../../shared/result.ts';
import type { CallError } from '../../shared/ipc/call-error.ts';

/** What a command did with one draft: its part of the JSON, and what people read. */
export interface DraftAnswer {
  readonly json: Readonly<Record<string, unknown>>;
  readonly lines: readonly string[];
}

interface OverDrafts {
  readonly workspace: string;
  /** As on the command line: the beginning of an id, where `withState` is said with @ and the state that was seen. */
  readonly drafts: readonly string[];
  readonly writes: boolean;
}

/** A draft as the command line names it. */
export interface NamedDraft {
  readonly draft: string;
  /** What stands after the @; '' where nothing does. */
  readonly state: string;
}

/**
 * Does one thing with each of several drafts. All are found before the first is touched; one that refuses hinders no other,
 * and the command then ends with 1. The JSON is one item a draft, in the order of the words.
 */
export async function eachDraft(
  place: CliPlace,
  { workspace, drafts, writes }: OverDrafts,
  act: (scope: Scope, named: NamedDraft) => Promise<Result<DraftAnswer, CallError>>,
): Promise<Said> {
  const opened = cliScope(place);
  const { app, scope } = opened;
  try {
    need(await openForReading(opened, workspace));
    const named: NamedDraft[] = [];
    for (const words of drafts) {
      const [beginning = '', state = ''] = words.split('@');
      named.push({ draft: await draftCalled(scope, beginning), state });
    }
    if (writes) await openToWrite(scope, app.grants.grantFolder(resolve(workspace)).grant);
    const json: unknown[] = [];
    const lines: string[] = [];
    let refusals = 0;
    for (const each of named) {
      const { draft } = each;
      const answer = await act(scope, each);
      if (answer.ok) {
        json.push({ draft, ok: true, ...answer.value.json });
        lines.push(...answer.value.lines);
      } else {
        refusals += 1;
        json.push({ draft, ok: false, problem: answer.error.message });
        lines.push(`${draft.slice(0, 12)}: ${answer.error.message}`);
      }
    }
    return { json, lines, code: refusals === 0 ? 0 : 1 };
  } finally {
    app.release();
  }
}

/** Opens the workspace as the window does, with one's card in it, once somebody is there to sign. */
async function openToWrite(scope: Scope, folder: string): Promise<void> {
  if ((await ownPerson(scope)) === null)
    throw new Unreadable(
      'Nobody has used this profile yet, so there is no key to sign with. Nothing was changed. Name the profile that you use with --profile, or open Plumbline once.',
    );
  need(await openChosen(scope, { folder }));
}
