import { z } from 'zod';
import { adoptedFramework } from '../session/adopted-framework.ts';
import { noDraft, nothingChanged } from '../session/call-errors.ts';
import { keepSecret, readSecret } from '../lodging/kept-secret.ts';
import { loadDraftBlind } from '../load.ts';
import type { Scope } from '../session/session.ts';
import { loadAudit } from '../session/load-audit.ts';
import { openedReading } from './opened-reading.ts';
import { decryptReading, encryptReading, readingKeyOf } from './reading-packets.ts';
import { sealedJudgments } from './sealed-judgments.ts';
import { whyNotIndependent } from './independence.ts';
import { writeInAudit, type Auditing } from './write-in-audit.ts';
import { stepOfReading, type Reading } from '../../../shared/audits/fold-readings.ts';
import { readingConcluded, typedConclusionSchema } from '../../../shared/audits/reading-concluded.ts';
import { readingLodged } from '../../../shared/audits/reading-lodged.ts';
import { readingOpened } from '../../../shared/audits/reading-opened.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { ReadingView } from '../../../shared/ipc/reading-channels.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';
import { lodgedEntrySchema } from '../../../shared/moderation/lodged-grades.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import { blindCase, gradedAreas } from '../../../shared/seen/blind-case.ts';

type Place = CallInput<'openReading'>;

const notYours: CallError = nothingChanged(
  'This judgment was not given to you to read. The audit lead gives it to its readers.',
);

function slotOf({ frame, seal, draft }: Place & { readonly draft: string }): string {
  return `${draft}-reading-${frame.slice(0, 8)}${seal.slice(0, 8)}`;
}

function ownReading(
  { audit }: Pick<Auditing, 'audit'>,
  { frame, seal }: Place,
  self: string,
): Reading | null {
  return (
    audit.readings.find((one) => one.frame === frame && one.seal === seal && one.reader === self) ?? null
  );
}

const keptSchema = z.strictObject({
  answers: z.array(lodgedEntrySchema),
  conclusion: typedConclusionSchema.nullable(),
});

/** A drawn judgment as its reader may see it now: before both lodgings, what `blindCase` names and nothing else. */
export async function openReading(scope: Scope, place: Place): Promise<Result<ReadingView, CallError>> {
  const loaded = await loadAudit(scope, place.audit);
  if (!loaded.ok) return loaded;
  const { audit } = loaded.value;
  const self = (await scope.ports.keys.self())?.person ?? '';
  const reading = ownReading(loaded.value, place, self);
  if (reading === null) return refused(notYours);
  const draft = await loadDraftBlind(scope, reading.draft);
  if (!draft.ok) return draft;
  const { folder, verified } = draft.value;
  const framework =
    verified.folded === null ? null : adoptedFramework(verified.folded, scope.ports.crypto.sha256);
  if (verified.folded === null || framework === null) return refused(noDraft);
  const step = stepOfReading(reading);
  const isBlind = step === 'evidence' || step === 'narrative';
  const kept = await readSecret(scope, slotOf({ ...place, draft: reading.draft }), keptSchema);
  if (!kept.ok) return kept;
  const own = await decryptReading(
    scope.ports.hpke,
    audit.id,
    reading,
    reading.opened?.privateKey ?? (await readingKeyOf(scope, place)),
  );
  const opened = isBlind
    ? null
    : await openedReading(scope, { audit, reading, draft: draft.value, framework });
  if (opened !== null && !opened.ok) return opened;
  const seen = blindCase(verified.folded, folder, isBlind ? step : 'narrative');
  return done({
    seal: reading.seal,
    draft: reading.draft,
    provider: seen.provider,
    step,
    framework,
    areas: gradedAreas(framework).map(({ id }) => id),
    blind: isBlind ? seen : null,
    onEvidence: own.evidence,
    typed: kept.value?.kept.answers ?? [],
    typedConclusion: kept.value?.kept.conclusion ?? null,
    opened: opened?.value ?? null,
  });
}

/** Keeps what is typed on this computer, encrypted. */
export async function keepReading(
  scope: Scope,
  { answers, conclusion, ...place }: CallInput<'keepReading'>,
): Promise<Result<{ readonly at: string }, CallError>> {
  const loaded = await loadAudit(scope, place.audit);
  if (!loaded.ok) return loaded;
  const reading = ownReading(loaded.value, place, (await scope.ports.keys.self())?.person ?? '');
  return reading === null
    ? refused(notYours)
    : keepSecret(scope, slotOf({ ...place, draft: reading.draft }), { answers, conclusion });
}

/** Why a reader may not lodge after all; asked again where they lodge, since a draft may have been written in since. */
async function whyNotFit(
  scope: Scope,
  { opened }: Auditing,
  reading: Reading,
  self: string,
): Promise<Result<string | null, CallError>> {
  const sealed = await sealedJudgments(scope, opened);
  if (!sealed.ok) return sealed;
  const loaded = await loadDraftBlind(scope, reading.draft);
  if (!loaded.ok) return loaded;
  const { folded } = loaded.value.verified;
  if (folded === null) return refused(noDraft);
  const judgment = sealed.value.find(({ seal }) => seal === reading.seal);
  // A judgment that was reopened since has no seal to be near to; it was looked at when it was given to them.
  if (judgment === undefined) return done(null);
  const framework = adoptedFramework(folded, scope.ports.crypto.sha256);
  return done(whyNotIndependent(opened, { sealed: judgment, folded, framework }, self));
}

/** Lodges the grades of a stage, unreadable; with the second lodging the reading's key is put beside them. */
export async function lodgeReading(
  scope: Scope,
  { answers, stage, known, ...place }: CallInput<'lodgeReading'>,
): Promise<Result<SavedView, CallError>> {
  if (answers.some(({ answer, sure }) => 'grade' in answer && sure === null))
    return refused(nothingChanged('A grade goes with how sure you are of it. Say it for each grade.'));
  const { hpke } = scope.ports;
  const privateKey = await readingKeyOf(scope, place);
  const publicKey = await hpke.publicKeyOf(privateKey);
  // Where this was stopped between the second lodging and its opening, the opening is made up for.
  const loaded = await loadAudit(scope, place.audit);
  if (!loaded.ok) return loaded;
  const person = (await scope.ports.keys.self())?.person ?? '';
  const isLodged = ownReading(loaded.value, place, person)?.lodged[stage] !== undefined;
  const lodged = isLodged
    ? null
    : await writeInAudit(scope, place.audit, async (auditing) => {
        const { self } = auditing;
        const reading = ownReading(auditing, place, self.person);
        if (reading === null || publicKey === null) return refused(notYours);
        const why = await whyNotFit(scope, auditing, reading, self.person);
        if (!why.ok) return why;
        if (why.value !== null)
          return refused(
            nothingChanged(
              `You cannot audit this judgment: whoever reads it ${why.value}. Tell the audit lead.`,
            ),
          );
        const before = reading.lodged.evidence;
        if (stage === 'narrative' && before !== undefined && before.publicKey !== publicKey)
          return refused(
            nothingChanged(
              'You lodged on the evidence on another of your devices, whose key alone opens it. Go on with the narrative there.',
            ),
          );
        const bound = { ...place, stage, author: self.person };
        const packet = await encryptReading(hpke, publicKey, bound, answers);
        if (packet === null)
          return refused(nothingChanged('These reasons are too long to be lodged. Shorten them.'));
        const { frame, seal } = place;
        return done(readingLodged.write({ frame, seal, stage, known, publicKey, ...packet }));
      });
  if (lodged?.ok === false) return lodged;
  if (stage === 'evidence')
    return lodged ?? refused(nothingChanged('You lodged on the evidence before. The narrative comes next.'));
  return writeInAudit(scope, place.audit, (auditing) => {
    const { evidence, narrative } = ownReading(auditing, place, auditing.self.person)?.lodged ?? {};
    return evidence === undefined || narrative === undefined
      ? refused(notYours)
      : done(readingOpened.write({ evidence: evidence.record, narrative: narrative.record, privateKey }));
  });
}

/** Records what a reader makes of a judgment once all of it is open. */
export function concludeReading(
  scope: Scope,
  { conclusion, ...place }: CallInput<'concludeReading'>,
): Promise<Result<SavedView, CallError>> {
  return writeInAudit(scope, place.audit, (auditing) => {
    const opened = ownReading(auditing, place, auditing.self.person)?.opened;
    return opened == null
      ? refused(
          nothingChanged(
            'Lodge your grades twice first: then everything opens, and you say what you make of it.',
          ),
        )
      : done(readingConcluded.write({ ...conclusion, opened: opened.record }));
  });
}
