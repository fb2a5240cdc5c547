import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { need, Unreadable } from './cli-output.ts';
import { introduce } from '../application/people/people-calls.ts';
import { ownPerson } from '../application/session/person-views.ts';
import type { Scope } from '../application/session/session.ts';

/** The full name of whoever is signed in to this computer, where the system keeps one; null where it does not. */
function accountName(): string | null {
  try {
    if (process.platform === 'darwin')
      return execFileSync('/usr/bin/id', ['-F'], { encoding: 'utf8' }).trim();
    const { username } = userInfo();
    const account = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((line) => line.startsWith(`${username}:`));
    return account?.split(':')[4]?.split(',')[0]?.trim() ?? null;
  } catch {
    return null;
  }
}

/**
 * Who a command signs as: null where this profile has a person already, else the name given or the account's own.
 * Ends the command where nobody is named: a record says for good who made it.
 */
export async function nameToSignWith(scope: Scope, named: string | undefined): Promise<string | null> {
  const self = await ownPerson(scope);
  if (named !== undefined && named.trim() === '')
    throw new Unreadable('--person names nobody. Nothing was changed.');
  if (self !== null) {
    if (named === undefined || named === self.card.name) return null;
    throw new Unreadable(
      `This profile belongs to ${self.card.name}. Nothing was changed. Leave --person out, or name another profile with --profile.`,
    );
  }
  const name = named ?? accountName() ?? '';
  if (name === '')
    throw new Unreadable(
      'Nobody has used this profile yet, and what you make is signed. Nothing was changed. Say who you are: --person NAME.',
    );
  return name.trim();
}

/** Makes this profile's person where there is none yet, to be completed in the window later. */
export async function signAs(scope: Scope, name: string | null): Promise<void> {
  if (name === null) return;
  need(await introduce(scope, { card: { name, post: '', registration: '', years: 0 } }));
}
