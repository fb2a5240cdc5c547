import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { need, run, settle } from '../main/running-scope.ts';
import { services } from '../../src/main/composition/calls.ts';
import type { Scope } from '../../src/main/application/session/session.ts';
import type { LodgedEntry } from '../../src/shared/moderation/lodged-grades.ts';
import type { Round } from '../../src/shared/moderation/round.ts';
import { goToTab, joinTeamEast } from './from-nothing/at-a-window.ts';
import { openApplication } from './plumbline-window.ts';

/** Who sits on the panel that is pictured, by what they do in it. */
export const seats = {
  chair: { name: 'Judith Pryce', role: 'chair' },
  deputy: { name: 'Imran Sadiq', role: 'deputy' },
  member: { name: 'Dele Farrow', role: 'panel' },
  other: { name: 'Wilhelmina Featherstonehaugh-Cholmondeley', role: 'panel' },
  late: { name: 'Sian Marl', role: 'panel' },
  arbiter: { name: 'Edda Brandt', role: 'arbiter' },
  writer: { name: 'Helen Ashdown', role: 'inspector' },
  qa: { name: 'Gareth Oakes', role: 'qa' },
} as const;
/** One of them. */
export type Seat = keyof typeof seats;

/** The areas that the pictured rounds grade, parts before the whole. */
const areas = ['leaders', 'help-and-protection', 'children-in-care', 'care-leavers'];
const words = [
  'Boy aged 11 has had the same worker for three years. “She knew my nan before me.”',
  'Four workers in 14 months. Each visit was on time; none mentions what the last worker promised.',
  'Seen alone at the last visit: 88%. Family time reviewed in the year: 64%.',
  'Foster carers’ group: brothers placed apart wait months for a date to meet.',
  'Children in care council. Two of its five asks became policy this year.',
] as const;
const kinds = ['interview-child', 'case-tracking', 'data', 'interview-partner', 'observation'] as const;
const paragraphs = [
  'Children in care are known well by adults who stay. Most see their social worker often and alone, and can say why they came into care.',
  'Where workers change, children’s views are written down more often than they are acted on. Time with brothers and sisters is arranged and not always reviewed.',
  'The children in care council is listened to. Two of its proposals changed how children are told of a move.',
];

/** Eight people at eight computers, one shared folder, one draft of some three hundred notes. */
export class PicturedPanel {
  readonly base: string;
  draft = '';
  readonly #people = new Map<Seat, string>();

  constructor(base: string) {
    this.base = base;
  }

  person(seat: Seat): string {
    return this.#people.get(seat) ?? '';
  }

  /** Does something at somebody's own computer, without a window, on the team's folder or a copy of it. */
  async as<T>(seat: Seat, work: (scope: Scope, draft: string) => Promise<T>, folder = 'team'): Promise<T> {
    const running = run(join(this.base, seat, 'profile'));
    const grant = running.app.grants.grantFolder(join(this.base, folder));
    need(await services.openWorkspace(running.scope, { folder: grant.grant }));
    try {
      return await work(running.scope, this.draft);
    } finally {
      running.app.release();
    }
  }

  /** Opens somebody's window on the panel of the draft, does something in it, and closes it. */
  async see(seat: Seat, work: (page: Page) => Promise<void>): Promise<void> {
    const application = await openApplication(join(this.base, seat));
    const { page } = application;
    try {
      const start = page.getByRole('heading', { name: 'Open a workspace' });
      const draft = page.getByRole('button', { name: /^Northbrook/u }).first();
      await start.or(draft).waitFor();
      if (await start.isVisible()) await joinTeamEast(page, this.base);
      await draft.click();
      await page.getByRole('heading', { name: 'Evidence against descriptors' }).waitFor();
      await goToTab(page, 'Panel');
      await page.getByRole('group', { name: 'Views of the panel' }).waitFor();
      await work(page);
    } finally {
      await application.close();
    }
  }

  async begin(notes: number): Promise<void> {
    await mkdir(join(this.base, 'team'));
    for (const [seat, { name }] of Object.entries(seats) as [Seat, (typeof seats)[Seat]][]) {
      const running = run(join(this.base, seat, 'profile'));
      await settle(running, name, join(this.base, 'team'), seat === 'chair');
      this.#people.set(seat, (await running.scope.ports.keys.self())?.person ?? '');
      running.app.release();
    }
    await this.as('chair', async (scope) => {
      const { draft } = need(
        await services.beginDraft(scope, {
          provider: 'Northbrook',
          kind: 'standard inspection',
          framework: 'ilacs-2026',
          start: '2026-11-16',
          end: '2026-11-27',
          recoveryOwner: null,
        }),
      );
      this.draft = draft;
      for (const [seat, { role }] of Object.entries(seats) as [Seat, (typeof seats)[Seat]][]) {
        need(await services.grantRole(scope, { draft, person: this.person(seat), role }));
        if (seat !== 'chair' && seat !== 'late')
          need(await services.verifyPerson(scope, { person: this.person(seat) }));
      }
      await this.#write(scope, notes);
    });
  }

  async #write(scope: Scope, notes: number): Promise<void> {
    const { draft } = this;
    const { framework } = need(await services.openDraft(scope, { draft }));
    const criteriaOf = (area: string): string[] =>
      framework?.areas.find(({ id }) => id === area)?.criteria.map(({ id }) => id) ?? [];
    for (let at = 0; at < notes; at += 1) {
      const area = areas[at % 4 === 0 ? at % 3 : 2] ?? '';
      const criteria = criteriaOf(area);
      const against = at % 2 === 1;
      const note = {
        kind: kinds[at % kinds.length] ?? 'data',
        source: 'Case records',
        when: '2026-11-17T09:30',
        direction: against ? ('weakness' as const) : ('strength' as const),
        text: `${words[at % words.length] ?? ''}${at < words.length ? '' : ` (file ${at})`}`,
      };
      const criterion = criteria[at % 3 === 0 ? 1 : at % criteria.length] ?? '';
      const link = { criterion, direction: against ? ('against' as const) : ('for' as const) };
      need(await services.noteEvidence(scope, { draft, note, link }));
    }
    await this.save(scope, paragraphs.join('\n\n'), 'The team’s draft for the panel');
  }

  /** Saves a revision whose areas all say the same. */
  async save(scope: Scope, text: string, reason: string): Promise<void> {
    const { draft } = this;
    const { state } = need(await services.openDraft(scope, { draft }));
    const over = state.revisions.at(-1)?.id;
    need(
      await services.saveRevision(scope, {
        draft,
        reason,
        narratives: areas.map((section) => ({ section, text, over: over === undefined ? [] : [over] })),
        grades: over === undefined ? areas.map((area) => ({ area, value: { grade: 'good' }, over: [] })) : [],
        improvements: null,
      }),
    );
  }

  async round(scope: Scope): Promise<Round> {
    const { state } = need(await services.openDraft(scope, { draft: this.draft }));
    const round = state.moderation.rounds.at(-1);
    if (round === undefined) throw new Error('no round is open');
    return round;
  }

  /** Everybody who grades declares that there is nothing to declare. */
  async declare(seatsOf: readonly Seat[]): Promise<void> {
    for (const seat of seatsOf)
      await this.as(seat, async (scope, draft) =>
        need(await services.declareInterests(scope, { draft, interests: [] })),
      );
  }

  async open(graded: readonly string[], due: string): Promise<void> {
    await this.as('chair', async (scope, draft) => {
      const { state } = need(await services.openDraft(scope, { draft }));
      need(
        await services.openRound(scope, {
          draft,
          revision: state.revisions.at(-1)?.id ?? '',
          areas: [...graded],
          participants: (['chair', 'deputy', 'member', 'other', 'late'] as const).map((seat) =>
            this.person(seat),
          ),
          deputies: [this.person('deputy')],
          quorum: 3,
          due,
          provisionalShown: null,
        }),
      );
    });
  }

  /** Somebody lodges one of the grades, counted from 0 as the scale has them, for each area of the round. */
  async lodge(seat: Seat, ranks: readonly number[], folder = 'team'): Promise<void> {
    const grades = ['outstanding', 'good', 'requires-improvement', 'inadequate'];
    await this.as(
      seat,
      async (scope, draft) => {
        const round = await this.round(scope);
        const answers: LodgedEntry[] = round.areas.map((area, at) => ({
          area,
          answer: { grade: grades[ranks[at] ?? 1] ?? 'good' },
          rationale: `${seats[seat].name}: plans are made in good time, and what was promised is not always done.`,
          sure: at % 2 === 0 ? 'sure' : 'fairly-sure',
          evidence: [],
          passages: [{ section: area, paragraph: 1 + (at % 3) }],
        }));
        need(await services.lodgeGrades(scope, { draft, round: round.id, answers }));
      },
      folder,
    );
  }
}
