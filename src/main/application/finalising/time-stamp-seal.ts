import { standingSeal } from '../../../shared/judgment/standing-seals.ts';
import { asBase64 } from '../evidence/as-base64.ts';
import { noDraft } from '../session/call-errors.ts';
import { loadDraft } from '../load.ts';
import type { Scope } from '../session/session.ts';
import { writeRecord } from '../write.ts';
import { handOut } from '../session/hand-out.ts';
import { sealTimeStamped } from '../../../shared/finalising/seal-time-stamped.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

/** No response is longer. */
const mostBytes = 150_000;

const notSealed: CallError = {
  code: 'not-sealed',
  message: 'The judgment is not sealed, so there is nothing to time-stamp. Nothing was changed.',
};

async function sealToStamp(
  scope: Scope,
  draft: string,
): Promise<Result<{ seal: string; folder: string }, CallError>> {
  const loaded = await loadDraft(scope, draft);
  if (!loaded.ok) return loaded;
  const state = loaded.value.verified.folded?.state;
  if (state === undefined) return refused(noDraft);
  const seal = standingSeal(state.seals);
  return seal === undefined ? refused(notSealed) : done({ seal: seal.id, folder: loaded.value.folder });
}

/** Hands the person a request (.tsq) to a time-stamping authority over the seal's id; nothing is sent. */
export async function requestTimeStamp(
  scope: Scope,
  { draft }: CallInput<'requestTimeStamp'>,
): Promise<Result<{ name: string } | null, CallError>> {
  const found = await sealToStamp(scope, draft);
  if (!found.ok) return found;
  const { seal, folder } = found.value;
  const request = await scope.ports.timeStamps.request(seal, scope.ports.random.hex(8));
  return handOut(scope, `${folder}.tsq`, request);
}

/** Reads an authority's response (.tsr), verifies it offline against the seal, and attaches it to the record. */
export async function attachTimeStamp(
  scope: Scope,
  { draft, file }: CallInput<'attachTimeStamp'>,
): Promise<Result<SavedView, CallError>> {
  const found = await sealToStamp(scope, draft);
  if (!found.ok) return found;
  const { seal } = found.value;
  const read = await scope.ports.grants.readFile(file, mostBytes);
  if (!read.ok) return refused({ code: 'unreadable', message: read.error.message });
  const facts = await scope.ports.timeStamps.read(read.value.bytes, seal);
  if (!facts.ok) return refused({ code: 'unreadable', message: facts.error.message });
  const response = asBase64(read.value.bytes);
  const { time, authority } = facts.value;
  return writeRecord(scope, draft, () =>
    done(sealTimeStamped.write({ seal, response, time, authority: authority.slice(0, 1000) })),
  );
}
