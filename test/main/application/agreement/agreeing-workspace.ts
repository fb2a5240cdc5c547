import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { services } from '../../../../src/main/composition/calls.ts';
import type { Scope } from '../../../../src/main/application/session/session.ts';
import { SeededGenerator, seeded } from '../../../../src/shared/agreement/seeded-generator.ts';
import { need, run, settle } from '../../running-scope.ts';

/** Ilse chairs, Omar is her deputy, Dora is severe, Finn is like the others. */
export const graders = ['Ilse Grant', 'Omar Reid', 'Dora Quist', 'Finn Lowry'] as const;
const roles = ['chair', 'deputy', 'panel', 'panel'] as const;
const grades = ['outstanding', 'good', 'requires-improvement', 'inadequate'] as const;
const areas = ['leaders', 'help-and-protection', 'children-in-care', 'care-leavers'];
/** A round every eight weeks, the first on this day. */
const first = Date.UTC(2025, 8, 1, 9);
const apart = 56 * 86_400_000;

/** One person of the workspace, at a computer whose clock the fixture sets. */
export interface Grader {
  readonly name: string;
  readonly id: string;
  readonly scope: Scope;
}

/** A workspace with revealed rounds, one a draft, and the ranks lodged and settled on: a row an area, a column a grader. */
export interface AgreeingWorkspace {
  readonly folder: string;
  readonly graders: readonly Grader[];
  /** Assures quality in the first two drafts only. */
  readonly assurer: Grader;
  readonly drafts: readonly string[];
  readonly before: readonly (readonly number[])[];
  readonly after: readonly (readonly number[])[];
  readonly release: () => void;
}

/** The home of a person of it: their profile lies in `profile` there. */
export function graderHome(root: string, name: string): string {
  return join(root, name.split(' ')[0]?.toLowerCase() ?? '');
}

/** Builds the workspace below a folder, in `team`; the same seed gives the same grades. */
export async function agreeingWorkspace(
  root: string,
  { rounds, seed }: { readonly rounds: number; readonly seed: number },
): Promise<AgreeingWorkspace> {
  const folder = join(root, 'team');
  mkdirSync(folder, { recursive: true });
  const releases: (() => void)[] = [];
  const clock = { now: first };

  async function enter(name: string, make: boolean): Promise<Grader> {
    const running = run(join(graderHome(root, name), 'profile'));
    const ports = { ...running.scope.ports, clock: { ...running.scope.ports.clock, now: () => clock.now } };
    const scope: Scope = { ...running.scope, ports };
    await settle({ app: running.app, scope }, name, folder, make);
    releases.push(() => {
      running.app.release();
    });
    return { name, id: (await ports.keys.self())?.person ?? '', scope };
  }

  const people: Grader[] = [];
  for (const [place, name] of graders.entries()) people.push(await enter(name, place === 0));
  const assurer = await enter('Una Webb', false);
  const draw = new SeededGenerator(seeded(seed));
  const [drafts, before, after]: [string[], number[][], number[][]] = [[], [], []];
  for (let round = 0; round < rounds; round += 1) {
    clock.now = first + round * apart;
    const given = areas.map(() => ranksOf(draw));
    const opened = await openRound(people, `Provider ${round + 1}`, round < 2 ? assurer : null);
    await lodge(people, opened, given);
    clock.now += 3_600_000;
    const [chair] = people;
    if (chair !== undefined) need(await services.closeRound(chair.scope, { ...opened, reason: null }));
    after.push(...(await discuss(people, opened, given)));
    drafts.push(opened.draft);
    before.push(...given);
  }
  return {
    folder,
    graders: people,
    assurer,
    drafts,
    before,
    after,
    release: () => {
      for (const release of releases) release();
    },
  };
}

/** What four people give to an area: the same, but three in ten stray by a step, and the third is often a step severer. */
function ranksOf(draw: SeededGenerator): number[] {
  const truth = draw.below(3);
  return graders.map((_name, place) => {
    const strays = draw.below(10) < 3 ? (draw.below(2) === 0 ? -1 : 1) : 0;
    const severe = place === 2 && draw.below(10) < 6 ? 1 : 0;
    return Math.max(0, Math.min(3, truth + strays + severe));
  });
}

interface Opened {
  readonly draft: string;
  readonly round: string;
}

async function openRound(
  people: readonly Grader[],
  provider: string,
  assurer: Grader | null,
): Promise<Opened> {
  const [chair, deputy] = people;
  if (chair === undefined || deputy === undefined) throw new Error('a round needs a chair and a deputy');
  const { scope } = chair;
  const { draft } = need(
    await services.beginDraft(scope, {
      provider,
      kind: 'standard inspection',
      framework: 'ilacs-2026',
      start: '2025-09-01',
      reason: 'The rounds are a year old',
      end: '2025-09-12',
      recoveryOwner: null,
    }),
  );
  const narratives = areas.map((section) => ({ section, text: 'What was seen stands here.', over: [] }));
  const { record: revision } = need(
    await services.saveRevision(scope, {
      draft,
      reason: 'For the panel',
      narratives,
      grades: [],
      improvements: null,
    }),
  );
  for (const [place, { id }] of people.entries())
    need(await services.grantRole(scope, { draft, person: id, role: roles[place] ?? 'panel' }));
  if (assurer !== null) need(await services.grantRole(scope, { draft, person: assurer.id, role: 'qa' }));
  for (const one of people) need(await services.declareInterests(one.scope, { draft, interests: [] }));
  const { record: round } = need(
    await services.openRound(scope, {
      draft,
      revision,
      areas,
      participants: people.map((person) => person.id),
      deputies: [deputy.id],
      quorum: people.length,
      due: null,
      provisionalShown: null,
    }),
  );
  return { draft, round };
}

async function lodge(
  people: readonly Grader[],
  opened: Opened,
  given: readonly (readonly number[])[],
): Promise<void> {
  for (const [place, { scope }] of people.entries()) {
    const entries = areas.map((area, row) => ({
      area,
      answer: { grade: grades[given[row]?.[place] ?? 0] ?? 'good' },
      rationale: 'As the notes of this area have it.',
      sure: 'sure' as const,
      evidence: [],
    }));
    need(await services.lodgeGrades(scope, { ...opened, answers: entries }));
  }
}

/** The first who lies off an area's middle moves a step towards it, the others confirm theirs; the ranks that everybody then holds. */
async function discuss(
  people: readonly Grader[],
  opened: Opened,
  given: readonly (readonly number[])[],
): Promise<number[][]> {
  const settled = given.map((row) => [...row]);
  for (const [row, ranks] of given.entries()) {
    const middle = ranks.toSorted((a, b) => a - b)[1] ?? 0;
    const place = ranks.findIndex((rank) => rank !== middle);
    const [area, held] = [areas[row], settled[row]];
    if (area === undefined || held === undefined) continue;
    if (place >= 0) held[place] = (ranks[place] ?? 0) + Math.sign(middle - (ranks[place] ?? 0));
    for (const [at, { scope }] of people.entries()) {
      const answer = { grade: grades[held[at] ?? 0] ?? 'good' };
      const reason = 'The notes bear it out.';
      need(await services.reconsiderGrade(scope, { ...opened, area, answer, reason }));
    }
  }
  return settled;
}
