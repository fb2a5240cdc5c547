import { approveJudgment } from '../application/finalising/approve-judgment.ts';
import { sealJudgment } from '../application/finalising/seal-judgment.ts';
import { openDraft } from '../application/window/open-draft.ts';
import type { Scope } from '../application/session/session.ts';
import { services } from '../composition/calls.ts';
import { standingSeal } from '../../shared/judgment/standing-seals.ts';
import { spokenFingerprint } from '../../shared/finalising/spoken-fingerprint.ts';
import { publishedAddressSchema } from '../../shared/values/body-parts.ts';
import { isDay } from '../../shared/values/calendar-days.ts';
import { roleNames } from '../../shared/values/role.ts';
import { count, dayWords, eitherOf } from '../../shared/words.ts';
import { shown } from '../../shared/records/settled.ts';
import { done, refused, type Result } from '../../shared/result.ts';
import type { CallError } from '../../shared/ipc/call-error.ts';
import type { DraftView } from '../../shared/ipc/views.ts';
import type { CliPlace } from './cli-scope.ts';
import { Unreadable, type Said } from './cli-output.ts';
import { stateOf, type InWorkspace } from './draft-commands.ts';
import { eachDraft, type DraftAnswer, type NamedDraft } from './each-draft.ts';

function providerOf({ state }: DraftView): string {
  return shown(state.details.provider) ?? state.id.slice(0, 12);
}

/** Why whoever asks gives no second signature here; null where the framework names their role. */
function noSecond({ framework, roles }: DraftView): CallError | null {
  const second = framework?.signOff?.secondSignature ?? null;
  if (second === null)
    return {
      code: 'not-allowed',
      message:
        'Its framework asks for no second signature. Nothing was signed. To stand by the judgment, use approve.',
    };
  return second.by.some((role) => roles.includes(role))
    ? null
    : {
        code: 'not-allowed',
        message: `The framework asks for a second signature by ${eitherOf(second.by.map((role) => roleNames[role]))}, and you are none of these here. Nothing was signed. The owner gives roles on People.`,
      };
}

async function standBy(
  scope: Scope,
  { draft, state }: NamedDraft,
  note: string,
  asSecond: boolean,
): Promise<Result<DraftAnswer, CallError>> {
  const view = await openDraft(scope, { draft });
  if (!view.ok) return view;
  const why = asSecond ? noSecond(view.value) : null;
  if (why !== null) return refused(why);
  if (state !== stateOf(scope, view.value))
    return refused({
      code: 'out-of-date',
      message: `The judgment has changed since it was shown as ${state}. Nothing was signed. Read it again: show ${draft.slice(0, 12)}.`,
    });
  const approved = view.value.state.finalising.approvable;
  const saved = await approveJudgment(scope, { draft, approved, note });
  if (!saved.ok) return saved;
  return done({
    json: { record: saved.value.record, state },
    lines: [`${asSecond ? 'Signed' : 'Approved'} ${providerOf(view.value)} as it stands (${state}).`],
  });
}

interface Signing extends InWorkspace {
  readonly note?: string;
}

/** An approval rests on what its giver saw: without the state from `show` it would approve whatever stands by now. */
function needStates(command: string, drafts: readonly string[]): void {
  const bare = drafts.find((words) => !/^[^@]+@[0-9a-f]+$/u.test(words));
  if (bare !== undefined)
    throw new Unreadable(
      `${bare} names no state that was seen. Nothing was signed. Read the judgment first: show DRAFT ends with the words to give, such as ${command} 1f3a@0123456789abcdef.`,
    );
}

/** `approve DRAFT@STATE... --workspace DIR`, and `sign`, the second signature where the framework asks for one. */
export function approveCommand(
  place: CliPlace,
  drafts: readonly string[],
  { workspace, note = '' }: Signing,
  asSecond: boolean,
): Promise<Said> {
  needStates(asSecond ? 'sign' : 'approve', drafts);
  return eachDraft(place, { workspace, drafts, writes: true }, (scope, named) =>
    standBy(scope, named, note.trim(), asSecond),
  );
}

/** `seal DRAFT... --workspace DIR`: signs and seals each where every gate lets it through. */
export function sealCommand(
  place: CliPlace,
  drafts: readonly string[],
  { workspace }: InWorkspace,
): Promise<Said> {
  return eachDraft(place, { workspace, drafts, writes: true }, async (scope, { draft }) => {
    const sealed = await sealJudgment(scope, { draft });
    if (!sealed.ok) return sealed;
    const view = await openDraft(scope, { draft });
    if (!view.ok) return view;
    const seal = standingSeal(view.value.state.seals);
    const fingerprint = seal === undefined ? [] : spokenFingerprint(seal.id);
    return done({
      json: { seal: seal?.id ?? null, fingerprint, records: seal?.count ?? 0 },
      lines: [
        `Sealed ${providerOf(view.value)} over ${count(seal?.count ?? 0, 'record')}: ${fingerprint.join(' ')}`,
      ],
    });
  });
}

/** `publish DRAFT... --on DAY [--address URL] --workspace DIR`: records the publication of sealed judgments. */
export function publishCommand(
  place: CliPlace,
  drafts: readonly string[],
  { workspace, on, address }: InWorkspace & { readonly on: string; readonly address?: string },
): Promise<Said> {
  if (!isDay(on))
    throw new Unreadable(`--on ${String(on)} is no day. Nothing was changed. Write it as 2026-11-30.`);
  if (address !== undefined && !publishedAddressSchema.safeParse(address).success)
    throw new Unreadable(
      `--address ${address} is no address on the web. Nothing was changed. It begins with https:// and names a website.`,
    );
  if (address !== undefined && drafts.length > 1)
    throw new Unreadable(
      'One address is not that of several reports. Nothing was changed. Publish them one by one, or leave --address out.',
    );
  return eachDraft(place, { workspace, drafts, writes: true }, async (scope, { draft }) => {
    const view = await openDraft(scope, { draft });
    if (!view.ok) return view;
    const { details, address: known, standing } = view.value.state;
    if (standing !== 'sealed')
      return refused({
        code: 'not-sealed',
        message:
          'It is not sealed, so what would be published could still change. Nothing was changed. Seal it first.',
      });
    const saved = await services.recordMoment(scope, {
      ...{ draft, moment: 'published', day: on, over: details.published.map(({ record }) => record) },
      ...(address === undefined
        ? {}
        : { address: { web: address, over: known.map(({ record }) => record) } }),
    });
    if (!saved.ok) return saved;
    return done({
      json: { record: saved.value.record, published: on, address: address ?? shown(known) },
      lines: [
        `Recorded: ${providerOf(view.value)} published ${dayWords(on)}${address === undefined ? '' : ` at ${address}`}.`,
      ],
    });
  });
}
