import { fromFault, lockedBy, noPerson, oversized } from '../session/call-errors.ts';
import { openedIn } from '../load.ts';
import type { LaterIntent } from '../session/later-intent.ts';
import { RecordChain } from '../session/record-chain.ts';
import type { Scope } from '../session/session.ts';
import { detailsSet } from '../../../shared/draft/details-set.ts';
import { plainJson } from '../../../shared/records/strict-json.ts';
import { frameworkAdopted } from '../../../shared/framework/framework-adopted.ts';
import { draftBegun } from '../../../shared/draft/draft-begun.ts';
import type { PersonId } from '../../../shared/records/record.ts';
import { frameworkHash } from '../../../shared/framework/framework-hash.ts';
import type { Framework } from '../../../shared/framework/framework-schema.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { DetailName } from '../../../shared/draft/detail-names.ts';

/** What a new draft begins with. */
export interface Beginning {
  readonly framework: Framework | null;
  readonly details: readonly { readonly name: DetailName; readonly value: string }[];
  /** Why details stand that something speaks against. */
  readonly reason?: string | null;
  /** Who may take ownership where the owner is lost. */
  readonly recoveryOwner: PersonId | null;
  readonly demonstration: boolean;
  /** Records after the first ones, each made from those before it. */
  readonly more: readonly LaterIntent[];
}

/** A folder's name from a provider's: lower-case words and hyphens, at most 40 characters. */
export function slugOf(provider: string): string {
  const plain = provider
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return plain === '' ? 'draft' : plain.slice(0, 40).replace(/-$/, '');
}

/** Begins a draft in the open workspace with all its first records in one append: all or nothing. */
export function composeDraft(
  scope: Scope,
  beginning: Beginning,
): Promise<Result<{ draft: string }, CallError>> {
  return scope.queue(async () => {
    const { keys, random, crypto, lockedBy: holder } = scope.ports;
    const self = await keys.self();
    if (self === null) return refused(noPerson);
    if (holder !== null) return refused(lockedBy(holder));
    const opened = openedIn(scope);
    if (!opened.ok) return opened;
    const place = {
      draft: null,
      author: self.person,
      key: self.device,
      seq: 1,
      prev: null,
      heads: [],
      lamport: 1,
    };
    const chain = new RecordChain(scope.ports, place, 'device');
    const { framework, details, recoveryOwner, demonstration, more } = beginning;
    const first = await chain.add(
      draftBegun.write({
        nonce: random.hex(16),
        recoveryOwner,
        demonstration,
      }),
    );
    if (framework !== null) {
      await chain.add(
        frameworkAdopted.write({
          hash: frameworkHash(framework, crypto.sha256),
          framework: plainJson(framework),
          over: [],
        }),
      );
    }
    if (details.length > 0) {
      const why = beginning.reason == null ? {} : { reason: beginning.reason };
      await chain.add(
        detailsSet.write({
          writes: details.map((detail) => ({ ...detail, over: [] })),
          ...why,
        }),
      );
    }
    for (const make of more) await chain.add(make(chain.made));
    if (chain.isOversized()) return refused(oversized);
    const provider = details.find((detail) => detail.name === 'provider')?.value ?? '';
    const made = await opened.value.workspace.createDraft(
      slugOf(provider),
      first.id,
      self.device,
      chain.lines(),
    );
    if (!made.ok) return refused(fromFault(made.error));
    scope.ports.windows.broadcast({ kind: 'changed', draft: first.id });
    return done({ draft: first.id });
  });
}
