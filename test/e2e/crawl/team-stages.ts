import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { services } from '../../../src/main/composition/calls.ts';
import { giveReasonsAsked } from '../../main/give-reasons-asked.ts';
import { need, run, settle, type Running } from '../../main/running-scope.ts';

/** The people of the crawler's team, by what each may do; nobody gave the last a role. */
export const roles = [
  'owner',
  'lead',
  'inspector',
  'panel',
  'chair',
  'deputy',
  'qa',
  'arbiter',
  'nobody',
] as const;
/** One of them. */
export type TeamRole = (typeof roles)[number];

/** How far the team's draft has come. */
export const stages = [
  'begun',
  'evidence',
  'moderation',
  'revealed',
  'provider',
  'sealed',
  'reopened',
] as const;
/** One of them. */
export type TeamStage = (typeof stages)[number];

const names: Readonly<Record<TeamRole, string>> = {
  owner: 'Olive Marsh',
  lead: 'Lena Holt',
  inspector: 'Ivo Blake',
  panel: 'Petra Quinn',
  chair: 'Chidi Amos',
  deputy: 'Dora Lind',
  qa: 'Quentin Ray',
  arbiter: 'Arlo Finch',
  nobody: 'Noor Vane',
};
const granted = ['lead', 'inspector', 'panel', 'chair', 'deputy', 'qa', 'arbiter'] as const;
const areas = ['leaders', 'help-and-protection', 'children-in-care', 'care-leavers'];
/** The area that the panel leaves to its arbiter. */
const arbitrated = 'care-leavers';
const graders = ['panel', 'chair', 'deputy'] as const;

/** What each grader gives of an area, before discussion and after it. */
function answerOf(grader: (typeof graders)[number], area: string): { readonly grade: string } {
  return { grade: grader === 'chair' && areas.indexOf(area) < 2 ? 'good' : 'requires-improvement' };
}

/** Everybody's computers and the folder that they share, as they stood at each stage. */
export class TeamStages {
  readonly #base: string;
  readonly #people = new Map<TeamRole, Running & { readonly person: string }>();
  #draft = '';
  #round = '';
  #revision = '';

  constructor(base: string) {
    this.#base = base;
  }

  /** The draft's id, the same at every stage. */
  get draft(): string {
    return this.#draft;
  }

  /** Builds every stage up to one, and keeps a copy of each. */
  async build(last: TeamStage = 'reopened'): Promise<void> {
    const folder = join(this.#base, 'now', 'team');
    mkdirSync(folder, { recursive: true });
    for (const role of roles) {
      const running = run(join(this.#base, 'now', role));
      await settle(running, names[role], folder, role === 'owner');
      this.#people.set(role, { ...running, person: (await running.scope.ports.keys.self())?.person ?? '' });
    }
    const steps: Readonly<Record<TeamStage, () => Promise<void>>> = {
      begun: () => this.#begin(),
      evidence: () => this.#note(),
      moderation: () => this.#openRound(),
      revealed: () => this.#reveal(),
      provider: () => this.#send(),
      sealed: () => this.#seal(),
      reopened: () => this.#reopen(),
    };
    for (const stage of stages.slice(0, stages.indexOf(last) + 1)) {
      await steps[stage]();
      cpSync(join(this.#base, 'now'), join(this.#base, stage), { recursive: true });
    }
    for (const { app } of this.#people.values()) app.release();
  }

  /** A home of somebody at a stage, on a copy of everything of their own, which knows the team's folder. */
  homeOf(role: TeamRole, stage: TeamStage, home: string): void {
    rmSync(home, { recursive: true, force: true });
    mkdirSync(home, { recursive: true });
    cpSync(join(this.#base, stage, 'team'), join(home, 'team'), { recursive: true });
    cpSync(join(this.#base, stage, role), join(home, 'profile'), { recursive: true });
    rmSync(join(home, 'profile', 'lock.json'), { force: true });
    const recents = [{ id: 'team', name: 'Team', opened: '2026-10-05T09:00:00.000Z' }];
    writeFileSync(join(home, 'profile', 'folders.json'), JSON.stringify({ team: join(home, 'team') }));
    writeFileSync(join(home, 'profile', 'settings.json'), JSON.stringify({ settings: { recents } }));
  }

  #of(role: TeamRole): Running & { readonly person: string } {
    const found = this.#people.get(role);
    if (found === undefined) throw new Error(`nobody is ${role}`);
    return found;
  }

  async #begin(): Promise<void> {
    const { scope } = this.#of('owner');
    const begun = { provider: 'Northmere', kind: 'standard inspection', framework: 'ilacs-2026' };
    ({ draft: this.#draft } = need(
      await services.beginDraft(scope, {
        ...begun,
        start: '2026-10-05',
        end: '2026-10-16',
        recoveryOwner: this.#of('qa').person,
      }),
    ));
    for (const role of granted)
      need(await services.grantRole(scope, { draft: this.#draft, person: this.#of(role).person, role }));
    for (const [role, { person }] of this.#people)
      if (role !== 'owner') need(await services.verifyPerson(scope, { person }));
    for (const other of ['panel', 'deputy'] as const)
      need(await services.verifyPerson(this.#of('chair').scope, { person: this.#of(other).person }));
  }

  async #note(): Promise<void> {
    const { scope } = this.#of('inspector');
    const draft = this.#draft;
    const { framework } = need(await services.openDraft(scope, { draft }));
    const criteria = (framework?.areas ?? []).flatMap((area) =>
      area.criteria.slice(0, 2).map((criterion) => criterion.id),
    );
    for (const [at, criterion] of criteria.entries())
      need(
        await services.noteEvidence(scope, {
          draft,
          note: {
            kind: at % 2 === 0 ? 'case-tracking' : 'interview-staff',
            source: 'Team manager',
            when: '2026-10-07T09:30',
            direction: 'weakness',
            text: `In ${at + 3} of nine records tracked, plans were reviewed late and nobody had asked why.`,
          },
          link: { criterion, direction: at % 3 === 0 ? 'for' : 'against' },
        }),
      );
    ({ record: this.#revision } = need(
      await services.saveRevision(this.#of('lead').scope, {
        draft,
        reason: 'The team’s draft for the panel',
        narratives: areas.map((section) => ({
          section,
          text: 'Plans are made in good time. They are not always reviewed when they should be.\n\nSome children wait.',
          over: [],
        })),
        grades: areas.map((area) => ({ area, value: { grade: 'good' }, over: [] })),
        improvements: null,
      }),
    ));
  }

  async #openRound(): Promise<void> {
    const draft = this.#draft;
    for (const grader of graders)
      need(await services.declareInterests(this.#of(grader).scope, { draft, interests: [] }));
    ({ record: this.#round } = need(
      await services.openRound(this.#of('chair').scope, {
        draft,
        revision: this.#revision,
        areas,
        participants: graders.map((grader) => this.#of(grader).person),
        deputies: [this.#of('deputy').person],
        quorum: 3,
        due: '2026-11-30',
        provisionalShown: null,
      }),
    ));
    await this.#lodge('deputy');
  }

  async #lodge(grader: (typeof graders)[number]): Promise<void> {
    const entries = areas.map((area) => ({
      area,
      answer: answerOf(grader, area),
      rationale: 'Plans are reviewed late in what was tracked.',
      sure: 'fairly-sure' as const,
      evidence: [],
    }));
    need(
      await services.lodgeGrades(this.#of(grader).scope, {
        draft: this.#draft,
        round: this.#round,
        answers: entries,
      }),
    );
  }

  async #reveal(): Promise<void> {
    await this.#lodge('panel');
    await this.#lodge('chair');
    const { scope } = this.#of('chair');
    const of = { draft: this.#draft, round: this.#round };
    need(await services.closeRound(scope, { ...of, reason: null }));
    const asked = { area: arbitrated, arbiter: this.#of('arbiter').person };
    need(
      await services.askArbiter(scope, { ...of, ...asked, reason: 'One against two, and none gives way' }),
    );
  }

  async #send(): Promise<void> {
    const { scope } = this.#of('chair');
    const draft = this.#draft;
    for (const grader of graders)
      for (const area of areas)
        need(
          await services.reconsiderGrade(this.#of(grader).scope, {
            draft,
            round: this.#round,
            area,
            answer: answerOf(grader, area),
            reason: 'Nothing that was said changes it',
          }),
        );
    const arbiter = this.#of('arbiter').scope;
    const [asked] = need(await services.readArbitrations(arbiter, { draft }));
    need(
      await services.decideAsArbiter(arbiter, {
        draft,
        asked: asked?.record ?? '',
        agreed: { grade: 'requires-improvement' },
        reason: 'Reviews are late in most records',
      }),
    );
    for (const area of areas.filter((each) => each !== arbitrated))
      need(
        await services.decideOutcome(scope, {
          draft,
          round: this.#round,
          area,
          outcome: {
            outcome: 'change',
            agreed: { grade: 'requires-improvement' },
            rule: 'majority',
            reason: 'Reviews are late in most records',
            points: [],
          },
          over: [],
        }),
      );
    need(await services.sendAccuracy(this.#of('lead').scope, { draft, due: '2026-11-30' }));
  }

  async #seal(): Promise<void> {
    const { scope } = this.#of('lead');
    const draft = this.#draft;
    need(await services.receiveAccuracy(scope, { draft, file: null }));
    const { state } = need(await services.openDraft(scope, { draft }));
    need(
      await services.saveRevision(scope, {
        draft,
        reason: 'As the panel settled it',
        narratives: [],
        grades: areas.map((area) => ({
          area,
          value: { grade: 'requires-improvement' },
          over: state.grades[area]?.map(({ record }) => record) ?? [],
        })),
        improvements: null,
      }),
    );
    await giveReasonsAsked(scope, draft);
    const { state: now } = need(await services.openDraft(this.#of('qa').scope, { draft }));
    need(
      await services.approveJudgment(this.#of('qa').scope, {
        draft,
        approved: [...now.finalising.approvable],
        note: 'Read against the evidence',
      }),
    );
    // What speaks of who approves is asked for once somebody has.
    await giveReasonsAsked(scope, draft);
    need(await services.sealJudgment(scope, { draft }));
  }

  async #reopen(): Promise<void> {
    const draft = this.#draft;
    const reason = 'A record was found that the team had not seen';
    const { record: proposal } = need(
      await services.proposeReopening(this.#of('lead').scope, { draft, reason }),
    );
    need(await services.reopenJudgment(this.#of('owner').scope, { draft, proposal }));
  }
}
