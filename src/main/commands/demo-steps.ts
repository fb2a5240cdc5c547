import { need } from './cli-output.ts';
import { quotedNotes } from './quoted-notes.ts';
import { buildSample } from '../application/sample/build-sample.ts';
import { compareRevisions } from '../application/comparison/compare-revisions.ts';
import { importReports } from '../application/report/import-reports.ts';
import { loadPeople } from '../application/session/load-people.ts';
import { noteEvidence } from '../application/evidence/note-evidence.ts';
import { openDraft } from '../application/window/open-draft.ts';
import { ownPerson } from '../application/session/person-views.ts';
import { renderExport } from '../application/documents/export-draft.ts';
import { saveRevision } from '../application/draft/save-revision.ts';
import { approveJudgment } from '../application/finalising/approve-judgment.ts';
import { sealJudgment } from '../application/finalising/seal-judgment.ts';
import { services } from '../composition/calls.ts';
import type { Scope } from '../application/session/session.ts';
import { shown } from '../../shared/records/settled.ts';
import { shareOwnLog } from '../application/session/extend-own-log.ts';
import { introducePerson } from '../application/people/introduce-person.ts';

export interface DemoStep {
  readonly step: string;
  readonly ok: boolean;
  readonly detail: string;
}

type Tell = (step: DemoStep) => void;

/** The whole job on the sample, or on a report given as a grant: every step is the service that the windows call. */
export async function runDemo(scope: Scope, report: string | null, tell: Tell): Promise<void> {
  const colleague = await demoColleague(scope);
  const draft =
    report === null ? await sampleStep(scope, colleague.person, tell) : await importStep(scope, report, tell);
  if (report !== null) await evidenceStep(scope, draft, tell);
  await descriptorStep(scope, draft, tell);
  await revisionStep(scope, draft, tell);
  await compareStep(scope, draft, tell);
  if (report === null) await panelStep(scope, draft, tell);
  await reasonStep(scope, draft);
  if (report === null) await approveStep(colleague.scope, draft, tell);
  await reasonStep(scope, draft);
  await finaliseStep(scope, draft, tell);
}

async function sampleStep(scope: Scope, colleague: string, tell: Tell): Promise<string> {
  const { opened } = scope.session;
  const self = await ownPerson(scope);
  if (opened === null || self === null) throw new Error('the demonstration has no workspace');
  const { draft } = need(await buildSample(scope.ports, opened.workspace, self.id, colleague));
  need(await loadPeople(scope, opened));
  const { state } = need(await openDraft(scope, { draft }));
  const authors = new Set(state.revisions.map((revision) => revision.author));
  const ok =
    state.notes.length >= 60 &&
    state.revisions.length === 7 &&
    authors.size >= 3 &&
    state.conflicts.length === 0;
  tell({
    step: 'sample',
    ok,
    detail: `${state.notes.length} notes, ${state.links.length} links, ${state.revisions.length} revisions by ${authors.size} people`,
  });
  return draft;
}

async function importStep(scope: Scope, report: string, tell: Tell): Promise<string> {
  const [outcome] = need(await importReports(scope, { files: [report], framework: null, as: 'draft' }, true));
  const { provider, framework, areas = [], warnings = [], draft } = outcome ?? {};
  const detail =
    outcome?.problem ??
    `${provider ?? 'provider not read'}, ${framework ?? 'no framework'}, ${areas.length} areas, ${warnings.length} warnings`;
  tell({ step: 'import', ok: typeof draft === 'string' && areas.length > 0, detail });
  if (typeof draft !== 'string') throw new Error(detail);
  return draft;
}

async function evidenceStep(scope: Scope, draft: string, tell: Tell): Promise<void> {
  const view = need(await openDraft(scope, { draft }));
  const noted: string[] = [];
  const when = new Date(scope.ports.clock.now()).toISOString().slice(0, 16);
  for (const quoted of quotedNotes(view)) {
    const { record } = need(
      await noteEvidence(scope, {
        draft,
        note: {
          kind: 'document',
          source: quoted.source,
          when,
          direction: quoted.direction,
          text: quoted.text,
        },
      }),
    );
    noted.push(record);
    const direction = quoted.direction === 'weakness' ? 'against' : 'for';
    need(
      await services.linkEvidence(scope, {
        draft,
        note: record,
        criterion: quoted.criterion,
        direction,
        over: [],
      }),
    );
  }
  tell({
    step: 'evidence',
    ok: noted.length > 0,
    detail: `${noted.length} quotations of the report noted and linked`,
  });
}

async function descriptorStep(scope: Scope, draft: string, tell: Tell): Promise<void> {
  const { state, framework } = need(await openDraft(scope, { draft }));
  let marks = 0;
  for (const area of framework?.areas ?? []) {
    const value = shown(state.grades[area.id]);
    const criterion = area.criteria[0];
    const descriptor = criterion?.descriptors.find(
      (descriptor) => value !== null && 'grade' in value && descriptor.grade === value.grade,
    );
    if (criterion === undefined || descriptor === undefined) continue;
    const reason = 'Set in the demonstration to show how a mark is made';
    need(
      await services.markDescriptor(scope, {
        draft,
        criterion: criterion.id,
        grade: descriptor.grade,
        mark: 'met',
        reason,
        over: [],
      }),
    );
    marks += 1;
  }
  tell({ step: 'descriptors', ok: marks > 0, detail: `${marks} descriptors marked` });
}

async function revisionStep(scope: Scope, draft: string, tell: Tell): Promise<void> {
  const { state } = need(await openDraft(scope, { draft }));
  const [section = '', field = []] =
    Object.entries(state.narratives).find(([, open]) => open.length === 1) ?? [];
  const text = `${shown(field) ?? ''}\n\nThis sentence was added in the demonstration.`;
  const points = shown(state.improvements) ?? [];
  const bare = points.some((point) => point.notes.length === 0);
  const notes = state.notes.slice(0, 1).map((note) => note.id);
  const improvements = bare
    ? {
        points: points.map((point) => ({ ...point, notes: point.notes.length > 0 ? point.notes : notes })),
        over: state.improvements.map((open) => open.record),
      }
    : null;
  const over = field.map((open) => open.record);
  const saved = await saveRevision(scope, {
    draft,
    reason: 'A revision of the demonstration',
    narratives: [{ section, text, over }],
    grades: [],
    improvements,
  });
  tell({
    step: 'revision',
    ok: saved.ok,
    detail: saved.ok ? `saved with its reason, ${section} written anew` : saved.error.message,
  });
}

async function compareStep(scope: Scope, draft: string, tell: Tell): Promise<void> {
  const { state } = need(await openDraft(scope, { draft }));
  const [before, after] = state.revisions.slice(-2);
  const { comparison } = need(
    await compareRevisions(scope, { draft, before: before?.id ?? null, after: after?.id ?? null }),
  );
  const words = comparison.sections.reduce((sum, one) => sum + one.stats.wordsChanged, 0);
  tell({
    step: 'comparison',
    ok: words === 7,
    detail: `${comparison.sections.length} sections and ${words} words differ, ${comparison.flags.length} questions`,
  });
}

async function panelStep(scope: Scope, draft: string, tell: Tell): Promise<void> {
  const { state } = need(await openDraft(scope, { draft }));
  const [round] = state.moderation.rounds;
  const independent = (round?.lodgings ?? []).filter((lodging) => lodging.standing === 'independent');
  const outcomes = Object.values(round?.outcomes ?? {}).flat();
  tell({
    step: 'panel',
    ok:
      round?.standing === 'revealed' &&
      independent.length === round.participants.length &&
      outcomes.length > 0,
    detail: `${independent.length} members’ grades opened, ${outcomes.length} areas settled, ${round?.dissents.length ?? 0} dissent`,
  });
}

async function approveStep(colleague: Scope, draft: string, tell: Tell): Promise<void> {
  const { state } = need(await openDraft(colleague, { draft }));
  const approved = [...state.finalising.approvable];
  const answer = await approveJudgment(colleague, { draft, approved, note: '' });
  const detail = answer.ok ? 'approved by somebody who wrote no revision' : answer.error.message;
  tell({ step: 'approval', ok: answer.ok, detail });
}

/** Gives every reason that a gate asks for: before anybody approves, since an approval rests on reasons too, and after. */
async function reasonStep(scope: Scope, draft: string): Promise<void> {
  const { gates, state: before } = need(await openDraft(scope, { draft }));
  for (const gate of gates.filter((gate) => gate.status === 'reason-needed' && gate.rule !== null)) {
    const over = (before.reasons[gate.rule ?? ''] ?? []).map((open) => open.record);
    need(
      await services.giveReason(scope, {
        draft,
        rule: gate.rule ?? '',
        reason: 'Given in the demonstration',
        over,
      }),
    );
  }
}

async function finaliseStep(scope: Scope, draft: string, tell: Tell): Promise<void> {
  const sealed = await sealJudgment(scope, { draft });
  const { state } = need(await openDraft(scope, { draft }));
  const detail = sealed.ok ? `${state.seals.at(-1)?.count ?? 0} records sealed` : sealed.error.message;
  tell({ step: 'finalise', ok: sealed.ok && state.standing === 'sealed', detail });
  const { bytes } = need(await renderExport(scope, { draft, format: 'html' }));
  const html = new TextDecoder().decode(bytes);
  const marked = state.demonstration
    ? html.includes('Demonstration. Not a judgment') && !html.includes('Sealed judgment')
    : html.includes('Sealed judgment');
  tell({
    step: 'export',
    ok: marked,
    detail: state.demonstration ? 'marked Demonstration, never final' : 'marked as the sealed judgment',
  });
}

/** A second person of the demonstration, with keys in memory alone: who writes cannot alone approve. */
async function demoColleague(scope: Scope): Promise<{ readonly person: string; readonly scope: Scope }> {
  const ports = { ...scope.ports, keys: scope.ports.makeKeys(), lockedBy: null };
  const colleague: Scope = { ...scope, ports };
  const card = {
    name: 'Colleague of the demonstration',
    post: 'Quality assurance',
    registration: '',
    years: 0,
  };
  const { person } = need(await introducePerson(colleague, card));
  need(await shareOwnLog(colleague));
  return { person, scope: colleague };
}
