import { adoptedFramework } from '../session/adopted-framework.ts';
import { clocksThatRan } from '../clocks/clocks-of.ts';
import { workspaceHolidays } from '../clocks/workspace-holidays.ts';
import { trustIn } from '../people/trust-in.ts';
import { houseTemplate } from '../workspace/house-style.ts';
import { gradeSteps } from '../../../shared/seen/grade-steps.ts';
import { openedIn } from '../load.ts';
import { personViews } from '../session/person-views.ts';
import { loadSeen } from '../see.ts';
import type { Scope } from '../session/session.ts';
import { auditDocument } from '../../../shared/documents/audit-document.ts';
import { evidenceBaseDocument } from '../../../shared/documents/evidence-base-document.ts';
import { labelWords } from '../../../shared/documents/label-words.ts';
import { moderationDocument } from '../../../shared/documents/moderation-document.ts';
import type { PrintedDocument } from '../../../shared/documents/printed-document.ts';
import { readingPack } from '../../../shared/documents/reading-pack.ts';
import { inspectorsOf } from '../../../shared/documents/front-matter.ts';
import { reportDocument } from '../../../shared/documents/report-document.ts';
import { standingWords } from '../../../shared/documents/standing-words.ts';
import { shown } from '../../../shared/records/settled.ts';
import { evidenceDocument } from '../../../shared/documents/evidence-document.ts';
import { keyVerifications } from '../../../shared/documents/key-verifications.ts';
import { done, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';

export type DraftDocumentKind = 'report' | 'letter' | 'moderation' | 'audit' | 'evidence' | 'pack';

/** A document of a draft, and what its file is called without an ending. */
interface NamedDocument {
  readonly name: string;
  readonly document: PrintedDocument;
}

const endings: Readonly<Record<DraftDocumentKind, string>> = {
  report: '',
  letter: '-letter',
  moderation: '-moderation',
  audit: '-audit',
  evidence: '-evidence',
  pack: '-reading-pack',
};

/** Lays out one of a draft's documents as it stands now, in the house style. */
export async function draftDocument(
  scope: Scope,
  draft: string,
  kind: DraftDocumentKind,
): Promise<Result<NamedDocument, CallError>> {
  const opened = openedIn(scope);
  if (!opened.ok) return opened;
  const loaded = await loadSeen(scope, draft);
  if (!loaded.ok) return loaded;
  const { folder, seen } = loaded.value;
  const { state } = seen;
  const at = seen.records().at(-1)?.id;
  const framework = adoptedFramework(seen, scope.ports.crypto.sha256);
  const template = await houseTemplate(scope, kind === 'letter' ? 'letter' : 'house');
  const title = shown(state.details.provider) ?? folder;
  const views = await personViews(scope);
  const people = new Map(views.map((person) => [person.id, person.card.name]));
  const names = { title, person: (id: string) => people.get(id) ?? 'someone unknown' };
  const inspectors = inspectorsOf(state, names.person);
  const standing = standingWords(state, template, labelWords(state, framework, title));
  const trail = {
    ...{ state, framework, names, steps: gradeSteps(seen) },
    clocks: clocksThatRan(state, framework, await workspaceHolidays(scope)),
    verifications: keyVerifications(seen, trustIn(opened.value), names.person),
  };
  const made: Readonly<Record<DraftDocumentKind, () => PrintedDocument>> = {
    report: () => ({
      ...reportDocument({ state, framework, template, title, inspectors }),
      ...(at === undefined ? {} : { origin: { draft, at } }),
    }),
    letter: () => reportDocument({ state, framework, template, title, citations: false, inspectors }),
    moderation: () => moderationDocument({ ...trail, standing }),
    audit: () => auditDocument(trail, standing, seen.problems),
    pack: () => readingPack({ state, framework, template, title, names, people: views }),
    evidence: () => evidenceBaseDocument(evidenceDocument(state, framework, title, names.person), standing),
  };
  return done({ name: `${folder}${endings[kind]}`, document: made[kind]() });
}
