import { cpSync, mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { verifyPath } from '../../src/main/commands/verify-path.ts';
import { ownFolder, run, settle, workerSources, type Running } from '../main/running-scope.ts';
import { Attacker } from './attacker.ts';

/** A team's folder with some people in it, the first of whom founded it, to be copied for each history that they write. */
export class TeamOf {
  readonly #own = ownFolder();
  readonly #people: Running[] = [];
  /** Ids of the people. */
  readonly ids: string[] = [];

  get #team(): string {
    return join(this.#own.path, 'team');
  }

  async build(names: readonly string[]): Promise<void> {
    mkdirSync(this.#team);
    for (const [at, name] of names.entries()) {
      const running = run(join(this.#own.path, name));
      await settle(running, name, this.#team, at === 0);
      this.#people.push(running);
      this.ids.push((await running.scope.ports.keys.self())?.person ?? '');
    }
  }

  /** A fresh copy of the folder, with everybody as they write in it past every service and screen. */
  copy(): { readonly folder: string; readonly attackers: readonly Attacker[] } {
    const folder = mkdtempSync(join(this.#own.path, 'history-'));
    cpSync(this.#team, folder, { recursive: true });
    return { folder, attackers: this.#people.map(({ scope }) => new Attacker(scope.ports, folder)) };
  }

  /** The profile of somebody who saw none of it before. */
  judge(): Parameters<typeof verifyPath>[0] {
    const profile = mkdtempSync(join(this.#own.path, 'judge-'));
    return { root: join(import.meta.dirname, '..', '..'), profile, version: '0', workers: workerSources };
  }

  remove(): void {
    for (const { app } of this.#people) app.release();
    this.#own.remove();
  }
}
