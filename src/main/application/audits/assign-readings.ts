import { adoptedFramework } from '../session/adopted-framework.ts';
import { nothingChanged } from '../session/call-errors.ts';
import { loadDraftBlind } from '../load.ts';
import type { OpenedWorkspace, Scope } from '../session/session.ts';
import { findingServices } from './findings.ts';
import { figuresOfDraw } from './figures-of-draw.ts';
import { shareOut, whyNotIndependent } from './independence.ts';
import { concludeReading, keepReading, lodgeReading, openReading } from './read-blind.ts';
import { exportAuditReport } from './report-of-audit.ts';
import { loadAudit } from '../session/load-audit.ts';
import { sealedJudgments } from './sealed-judgments.ts';
import { writeInAudit } from './write-in-audit.ts';
import type { Audit } from '../../../shared/audits/fold-audit.ts';
import { stepOfReading } from '../../../shared/audits/fold-readings.ts';
import { readersAssigned } from '../../../shared/audits/readers-assigned.ts';
import type { SealedJudgment } from '../../../shared/judgment/sealed-judgment.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { ReadingRow } from '../../../shared/ipc/reading-channels.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';
import { done, refused, type Result } from '../../../shared/result.ts';

/** Everybody who may be given a judgment to read: a lead sees why each was drawn, and reads none. */
function auditorsOf({ people }: Audit): readonly string[] {
  return [...people].filter(([, role]) => role === 'auditor').map(([person]) => person);
}

type Barred = ReadingRow['barred'];

/** Who of an audit may not read a judgment, each with why. */
async function barredFrom(
  scope: Scope,
  opened: OpenedWorkspace,
  audit: Audit,
  sealed: SealedJudgment,
): Promise<Result<Barred, CallError>> {
  const loaded = await loadDraftBlind(scope, sealed.draft);
  if (!loaded.ok) return loaded;
  const { folded } = loaded.value.verified;
  if (folded === null) return done([]);
  const framework = adoptedFramework(folded, scope.ports.crypto.sha256);
  return done(
    auditorsOf(audit).flatMap((person) => {
      const why = whyNotIndependent(opened, { sealed, folded, framework }, person);
      return why === null ? [] : [{ person, why }];
    }),
  );
}

/** The drawn judgments of a frame with their readers; to whoever is not lead, their own alone. */
async function listReadings(
  scope: Scope,
  { audit: id, frame }: CallInput<'listReadings'>,
): Promise<Result<readonly ReadingRow[], CallError>> {
  const loaded = await loadAudit(scope, id);
  if (!loaded.ok) return loaded;
  const { audit, opened } = loaded.value;
  const sealed = await sealedJudgments(scope, opened);
  if (!sealed.ok) return sealed;
  const self = (await scope.ports.keys.self())?.person ?? '';
  const isLead = audit.people.get(self) === 'lead';
  const draw = audit.draws.find((one) => one.frame === frame);
  const bySeal = new Map(sealed.value.map((judgment) => [judgment.seal, judgment]));
  const rows: ReadingRow[] = [];
  // In the order of their ids: the order of their tickets would tell which stratum each is of.
  for (const seal of draw?.drawnAt == null ? [] : (draw.sample ?? []).flat().toSorted()) {
    const readers = audit.readings
      .filter((reading) => reading.frame === frame && reading.seal === seal)
      .map((reading) => ({ person: reading.reader, step: stepOfReading(reading) }));
    const judgment = bySeal.get(seal);
    if (!isLead && readers.every(({ person }) => person !== self)) continue;
    const barred =
      isLead && judgment !== undefined ? await barredFrom(scope, opened, audit, judgment) : done([]);
    if (!barred.ok) return barred;
    rows.push({
      seal,
      draft: judgment?.draft ?? '',
      provider: judgment?.provider ?? '',
      readers: isLead ? readers : readers.filter(({ person }) => person === self),
      barred: barred.value,
    });
  }
  return done(rows);
}

const notThere = 'A judgment of the sample is not in this workspace, so nobody can read it here.';

/** Gives drawn judgments to readers, each worked out to be independent of it, and takes others away. */
function assignReaders(
  scope: Scope,
  { audit: id, ...body }: CallInput<'assignReaders'>,
): Promise<Result<SavedView, CallError>> {
  return writeInAudit(scope, id, async ({ audit, opened }) => {
    const sealed = await sealedJudgments(scope, opened);
    if (!sealed.ok) return sealed;
    for (const { seal, draft, person } of body.given) {
      const judgment = sealed.value.find((one) => one.seal === seal && one.draft === draft);
      if (judgment === undefined) return refused(nothingChanged(notThere));
      const barred = await barredFrom(scope, opened, audit, judgment);
      if (!barred.ok) return barred;
      const why = barred.value.find((one) => one.person === person)?.why;
      if (why !== undefined)
        return refused(
          nothingChanged(`Whoever was chosen for ${judgment.provider} ${why}. Choose somebody else.`),
        );
    }
    return done(readersAssigned.write(body));
  });
}

/** Shares out what nobody reads yet, and every nth judgment to a second reader. */
async function shareOutReadings(
  scope: Scope,
  { secondEvery, ...place }: CallInput<'shareOutReadings'>,
): Promise<Result<SavedView, CallError>> {
  const rows = await listReadings(scope, place);
  if (!rows.ok) return rows;
  const loaded = await loadAudit(scope, place.audit);
  if (!loaded.ok) return loaded;
  const auditors = auditorsOf(loaded.value.audit);
  const loads = Map.groupBy(
    loaded.value.audit.readings.filter(({ frame }) => frame === place.frame),
    ({ reader }) => reader,
  );
  const wanted = (at: number): number => (secondEvery > 0 && (at + 1) % secondEvery === 0 ? 2 : 1);
  const unread = (turn: number, given: ReturnType<typeof shareOut>): Parameters<typeof shareOut>[0] =>
    rows.value.flatMap(({ seal, draft, readers, barred }, at) => {
      const own = given.filter((one) => one.seal === seal).map(({ person }) => person);
      const has = [...readers.map(({ person }) => person), ...own];
      const fit = auditors.filter(
        (person) => !has.includes(person) && barred.every((other) => other.person !== person),
      );
      return draft === '' || has.length >= Math.min(turn, wanted(at)) ? [] : [{ seal, draft, fit }];
    });
  const count = (given: ReturnType<typeof shareOut>): ReadonlyMap<string, number> =>
    new Map(
      auditors.map((person) => [
        person,
        (loads.get(person)?.length ?? 0) + given.filter((one) => one.person === person).length,
      ]),
    );
  const first = shareOut(unread(1, []), count([]));
  const given = [...first, ...shareOut(unread(2, first), count(first))];
  if (given.length === 0)
    return refused(
      nothingChanged(
        'There is nothing to share out: every judgment has its readers, or nobody of the audit may read those that have none.',
      ),
    );
  return assignReaders(scope, { ...place, given, taken: [] });
}

/** The services of readings and of what is found in them, one for every channel of theirs. */
export const readingServices = {
  listReadings,
  shareOutReadings,
  assignReaders,
  openReading,
  keepReading,
  lodgeReading,
  concludeReading,
  figuresOfDraw,
  exportAuditReport,
  ...findingServices,
};
