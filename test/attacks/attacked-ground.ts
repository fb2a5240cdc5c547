import { cpSync, mkdirSync, mkdtempSync } from 'node:fs';
import { basename, join } from 'node:path';
import { cliScope, openForReading } from '../../src/main/commands/cli-scope.ts';
import { verifyPath } from '../../src/main/commands/verify-path.ts';
import { buildSample } from '../../src/main/application/sample/build-sample.ts';
import { services } from '../../src/main/composition/calls.ts';
import { loadDraft } from '../../src/main/application/load.ts';
import type { DraftState } from '../../src/shared/judgment/draft-state.ts';
import { need, ownFolder, run, settle, workerSources, type Running } from '../main/running-scope.ts';
import { printedBySeals, verifyAlone } from '../main/standalone-verifier.ts';
import { Attacker } from './attacker.ts';

/** Who attacks: the draft's owner, people with a role in it, and somebody who has a card in the folder and no role. */
export const attackers = ['owner', 'lead', 'inspector', 'chair', 'removed', 'stranger'] as const;
/** One of them. */
export type AttackerName = (typeof attackers)[number];

/** What the three judges say of a folder: the window's services, `verify`, and docs/verify.mjs. */
export interface Judged {
  /** What counts: the draft's state without what merely lists its records. */
  readonly counts: Counts;
  readonly ok: boolean;
  readonly sealed: boolean;
  readonly problems: readonly string[];
  /** What was told of verification paths that approvals cite, by code. */
  readonly paths: readonly string[];
  readonly alone: { readonly ok: boolean; readonly sealed: boolean; readonly paths: readonly string[] };
}

/** The state of a draft without what lists its records whether they count or not. */
export type Counts = Omit<
  DraftState,
  'timeline' | 'heads' | 'lamport' | 'count' | 'notices' | 'waiting' | 'conflicts'
>;

function pathCodes(messages: readonly string[]): readonly string[] {
  return messages.flatMap((line) => /approval-path-[a-z-]+$/u.exec(line)?.[0] ?? []).toSorted();
}

const root = join(import.meta.dirname, '..', '..');

/** A team's folder with the sample inspection in it, before and after its seal, to be copied for each attack. */
export class AttackedGround {
  readonly #own = ownFolder();
  readonly #people = new Map<AttackerName, Running>();
  draft = '';

  get #open(): string {
    return join(this.#own.path, 'open');
  }

  get #sealed(): string {
    return join(this.#own.path, 'sealed');
  }

  async build(): Promise<void> {
    mkdirSync(this.#open);
    for (const name of attackers) {
      const running = run(join(this.#own.path, name));
      this.#people.set(name, running);
      await settle(running, name, this.#open, name === 'owner');
    }
    const owner = this.running('owner');
    const { opened } = await this.#at(owner, this.#open);
    const { person } = await new Attacker(owner.scope.ports, this.#open).me();
    ({ draft: this.draft } = need(await buildSample(owner.scope.ports, opened.workspace, person)));
    const { draft } = this;
    need(await services.recoverOwnership(owner.scope, { draft, reason: 'The lead has left' }));
    for (const role of ['lead', 'inspector', 'chair'] as const)
      need(await services.grantRole(owner.scope, { draft, person: await this.idOf(role), role }));
    const removed = await this.idOf('removed');
    need(await services.grantRole(owner.scope, { draft, person: removed, role: 'lead' }));
    need(await services.passOwnership(owner.scope, { draft, to: removed }));
    need(await services.revokeRole(owner.scope, { draft, person: removed, role: null, reason: 'Left' }));
    cpSync(this.#open, this.#sealed, { recursive: true });
    await this.#at(owner, this.#sealed);
    need(await services.sealJudgment(owner.scope, { draft }));
  }

  remove(): void {
    for (const { app } of this.#people.values()) app.release();
    this.#own.remove();
  }

  running(name: AttackerName): Running {
    const found = this.#people.get(name);
    if (found === undefined) throw new Error(`there is no ${name}`);
    return found;
  }

  async idOf(name: AttackerName): Promise<string> {
    const { person } = await new Attacker(this.running(name).scope.ports, this.#open).me();
    return person;
  }

  /** A fresh copy of the folder for one attack. */
  copy(from: 'open' | 'sealed'): string {
    const copy = mkdtempSync(join(this.#own.path, 'attack-'));
    cpSync(from === 'open' ? this.#open : this.#sealed, copy, { recursive: true });
    return copy;
  }

  /** The same with a copy of somebody's profile, as it is when their process has ended. */
  copyWith(
    name: AttackerName,
    from: 'open' | 'sealed',
  ): { readonly profile: string; readonly folder: string } {
    const profile = mkdtempSync(join(this.#own.path, 'profile-'));
    const isLock = (path: string): boolean => basename(path).startsWith('lock');
    cpSync(join(this.#own.path, name), profile, { recursive: true, filter: (path) => !isLock(path) });
    return { profile, folder: this.copy(from) };
  }

  /** The application on such a copy, with the folder open. */
  async reopened(profile: string, folder: string): Promise<Running> {
    const running = run(profile);
    await this.#at(running, folder);
    return running;
  }

  attacker(name: AttackerName, folder: string): Attacker {
    return new Attacker(this.running(name).scope.ports, folder);
  }

  /** What both verifiers say of a folder, to somebody who never saw it before. */
  async verdict(folder: string): Promise<Omit<Judged, 'counts'>> {
    const { code, json } = await verifyPath(this.#judge(), folder, {});
    const { drafts } = json as {
      drafts: { sealed: boolean; problems: { level: string; code: string }[] }[];
    };
    const alone = await verifyAlone(folder);
    const problems = drafts.flatMap((draft) => draft.problems.map(({ level, code }) => `${level} ${code}`));
    return {
      ok: code === 0,
      sealed: drafts.some((draft) => draft.sealed),
      problems,
      paths: pathCodes(problems),
      alone: { ok: alone.code === 0, sealed: alone.sealed, paths: pathCodes(alone.notices) },
    };
  }

  /** What both print of the workspace's log and of seals. */
  async printed(
    folder: string,
  ): Promise<{ readonly ours: readonly string[]; readonly alone: readonly string[] }> {
    const { lines } = await verifyPath(this.#judge(), folder, {});
    return {
      ours: lines.filter((line) => printedBySeals.test(line)),
      alone: (await verifyAlone(folder)).printed,
    };
  }

  /** What all three say of it. */
  async judge(folder: string): Promise<Judged> {
    const opened = cliScope(this.#judge());
    need(await openForReading(opened, folder));
    const { folded } = need(await loadDraft(opened.scope, this.draft)).verified;
    opened.app.release();
    if (folded === null) throw new Error('the draft cannot be put together');
    const { timeline, heads, lamport, count, notices, waiting, conflicts, ...counted } = folded.state;
    // What is proposed is shown, and opens nothing.
    const counts = { ...counted, finalising: { ...counted.finalising, proposals: [] } };
    return { counts, ...(await this.verdict(folder)) };
  }

  #judge(): Parameters<typeof verifyPath>[0] {
    const profile = mkdtempSync(join(this.#own.path, 'judge-'));
    return { root, profile, version: '0', workers: workerSources };
  }

  async #at(
    running: Running,
    folder: string,
  ): Promise<{ opened: NonNullable<Running['scope']['session']['opened']> }> {
    const grant = running.app.grants.grantFolder(folder);
    need(await services.openWorkspace(running.scope, { folder: grant.grant }));
    const { opened } = running.scope.session;
    if (opened === null) throw new Error('the folder did not open');
    return { opened };
  }
}
