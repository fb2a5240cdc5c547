import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { foldDraft } from '../../../src/shared/judgment/fold-draft.ts';
import type { SignedRecord } from '../../../src/shared/records/record.ts';
import { History, idOf, writer, type Writer } from '../history.ts';

const base64 = (bytes: number): string => Buffer.alloc(bytes).toString('base64');

/** Ada owns and chairs, Ben is her deputy, Cyn and Dan grade, Gus is the arbiter, Hal approves. */
export const panel = {
  ada: writer('ada'),
  ben: writer('ben'),
  cyn: writer('cyn'),
  dan: writer('dan'),
  gus: writer('gus'),
  hal: writer('hal'),
};

const docs = join(import.meta.dirname, '..', '..', '..', 'docs');
const load = async (name: string): Promise<unknown> => import(pathToFileURL(join(docs, name)).href);
const { Graph, judge } = z
  .object({
    Graph:
      z.custom<
        new (draft: string, records: readonly unknown[], tell: (...said: string[]) => void) => unknown
      >(),
    judge:
      z.custom<
        (
          graph: unknown,
          lines: readonly unknown[],
          leftOut: readonly string[],
          keys: ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, number>>>,
          pathFault: () => undefined,
          tell: (level: string, record: string, code: string) => void,
        ) => unknown
      >(),
  })
  .parse(await load('verify-law.mjs'));
const { understood } = z
  .object({ understood: z.custom<(record: SignedRecord) => unknown>() })
  .parse(await load('verify-bodies.mjs'));

/** A draft that panels judge, to be sealed: what Plumbline and docs/verify.mjs make of the seal. */
export class PanelHistory extends History {
  revision: string;

  constructor() {
    super();
    this.begin(panel.ada);
    const roles = [
      ['ada', 'chair'],
      ['ben', 'deputy'],
      ['cyn', 'panel'],
      ['dan', 'panel'],
      ['gus', 'panel'],
      ['gus', 'arbiter'],
      ['hal', 'qa'],
    ] as const;
    for (const [name, role] of roles)
      this.add(panel.ada, 'role.granted', { person: panel[name].person, role });
    this.revision = this.grade(panel.ada, 'good');
  }

  /** Gives the area this grade in the draft, over whatever stands. */
  grade(by: Writer, grade: string, over: readonly string[] = []): string {
    const grades = [{ area: 'leaders', value: { grade }, over: [...over] }];
    const body = { reason: 'because', narratives: [], grades, improvements: null, rest: [] };
    this.revision = this.add(by, 'revision.saved', body).id;
    return this.revision;
  }

  /** Opens a round of these members, has these of them lodge, and reveals it. */
  round(members: readonly Writer[] = [panel.cyn, panel.dan], lodging: readonly Writer[] = members): string {
    const wrap = (person: Writer): unknown => ({
      person: person.person,
      key: idOf('key'),
      enc: base64(32),
      ct: base64(80),
    });
    const round = this.add(panel.ada, 'round.opened', {
      revision: this.revision,
      areas: ['leaders'],
      participants: members.map(({ person }) => person),
      excluded: [],
      holders: [
        { person: panel.ada.person, as: 'chair' },
        { person: panel.ben.person, as: 'deputy' },
      ],
      quorum: 1,
      due: null,
      provisionalShown: null,
      publicKey: idOf('public half'),
      wraps: [wrap(panel.ada), wrap(panel.ben)],
    }).id;
    const counted = lodging.map(
      (member) => this.add(member, 'grade.lodged', { round, n: 1, enc: base64(32), ct: base64(16_400) }).id,
    );
    this.add(panel.ada, 'round.closed', { round, privateKey: idOf('key'), counted, reason: null });
    return round;
  }

  decide(
    round: string,
    outcome: 'agree' | 'change' | 'return' | 'gather',
    agreed: string | null,
    points = 0,
  ): string {
    const back = Array.from({ length: points }, () => ({ text: 'Look', owner: null, due: '2026-11-02' }));
    const value = agreed === null ? null : { grade: agreed };
    const said = { outcome, agreed: value, rule: 'chair', reason: 'because', points: back };
    return this.add(panel.ada, 'outcome.decided', { round, area: 'leaders', outcome: said, over: [] }).id;
  }

  answer(outcome: string, point = 0): string {
    return this.add(panel.ada, 'point.answered', { outcome, point, answer: 'Done' }).id;
  }

  dissent(by: Writer, round: string): string {
    return this.add(by, 'dissent.recorded', { round, area: 'leaders', grade: null, text: 'No' }).id;
  }

  ask(round: string, arbiter: Writer = panel.gus, by: Writer = panel.ada): string {
    const body = { round, area: 'leaders', arbiter: arbiter.person, reason: 'Two against two' };
    return this.add(by, 'arbiter.asked', body).id;
  }

  arbitrate(asked: string, grade: string, by: Writer = panel.gus): string {
    return this.add(by, 'arbiter.decided', { asked, agreed: { grade }, reason: 'because' }).id;
  }

  reason(): string {
    return this.add(panel.ada, 'reason.given', { rule: 'panel-outcomes', reason: 'because', over: [] }).id;
  }

  /** Approves what stands, seals, and answers whether the seal counts for Plumbline and for docs/verify.mjs. */
  verdicts(): readonly [service: boolean, alone: boolean] {
    const values = foldDraft(this.draft, this.records)?.state.finalising.approvable ?? [];
    const approved = values.map(({ field, records }) => ({ field, records: [...records] }));
    this.add(panel.hal, 'judgment.approved', { values: approved, path: [], note: '' });
    const counts = { seqs: [], count: 1, idsHash: idOf('ids'), commitments: [], gates: [] };
    const heads = [...this.heads()];
    const seal = this.add(panel.ada, 'judgment.sealed', { law: 1, heads, ...counts }).id;
    const told: string[] = [];
    const keys = new Map(
      this.records.map(({ author }) => [
        author,
        new Map(this.records.map(({ key }) => [key, new Map<string, number>()])),
      ]),
    );
    const tell = (_level: string, record: string, code: string): void => {
      if (record === seal) told.push(code);
    };
    const graph = new Graph(this.draft, this.records.map(understood), () => undefined);
    judge(graph, [], [], keys, () => undefined, tell);
    const notices = foldDraft(this.draft, this.records)?.state.notices ?? [];
    return [
      !notices.some(({ code, record }) => code === 'seal-unlawful' && record === seal),
      !told.includes('seal-unlawful'),
    ];
  }
}
