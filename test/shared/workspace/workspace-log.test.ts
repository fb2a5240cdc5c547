import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  foldWorkspaceLog,
  type FoldedWorkspaceLog,
} from '../../../src/shared/workspace/fold-workspace-log.ts';
import type { LostDevices } from '../../../src/shared/people/lost-devices.ts';
import { History, idOf, writer, type Writer } from '../history.ts';

const [ada, ben, cyn, dan] = [writer('ada'), writer('ben'), writer('cyn'), writer('dan')];
const names = new Map(
  [ada, ben, cyn, dan].map(({ person }, at) => [person, ['ada', 'ben', 'cyn', 'dan'][at]]),
);

/** A workspace that Ada founded. */
class Log extends History {
  constructor() {
    super();
    this.add(ada, 'workspace.founded', { nonce: '0'.repeat(32) });
  }

  appoint(by: Writer, { person }: Writer, knowing?: readonly string[]): string {
    return this.add(by, 'administrator.appointed', { person }, knowing).id;
  }

  remove(by: Writer, { person }: Writer, knowing?: readonly string[]): string {
    return this.add(by, 'administrator.removed', { person, reason: 'Left the team' }, knowing).id;
  }

  declare(by: Writer, draft: string, knowing?: readonly string[]): string {
    return this.add(by, 'draft.removed', { draft: idOf(draft), reason: 'A double' }, knowing).id;
  }

  folded(lost?: LostDevices): FoldedWorkspaceLog {
    const folded = foldWorkspaceLog(this.draft, this.records, lost);
    if (folded === null) throw new Error('the log does not fold');
    return folded;
  }
}

const administratorsOf = (log: Log): readonly (string | undefined)[] =>
  log.folded().administrators.map((person) => names.get(person));
const isGone = (log: Log, draft: string): boolean => log.folded().gone.has(idOf(draft));

/** What happened, who administers then, and whether Ben's declaration that "north" is gone counts. */
const histories: readonly (readonly [
  what: string,
  happens: (log: Log) => void,
  administrators: readonly string[],
  gone: boolean,
])[] = [
  ['the founder alone', () => undefined, ['ada'], false],
  [
    'somebody whom the founder appointed',
    (log) => {
      log.appoint(ada, ben);
      log.declare(ben, 'north');
    },
    ['ada', 'ben'],
    true,
  ],
  [
    'somebody appointed by an appointed administrator',
    (log) => {
      log.appoint(ada, cyn);
      log.appoint(cyn, ben);
      log.declare(ben, 'north');
    },
    ['ada', 'cyn', 'ben'],
    true,
  ],
  ['a stranger who declares a draft gone', (log) => void log.declare(ben, 'north'), ['ada'], false],
  [
    'a puppet whom nobody appointed, and whom a stranger did',
    (log) => {
      log.appoint(dan, dan);
      log.appoint(dan, ben);
      log.declare(ben, 'north');
      log.remove(dan, ada);
    },
    ['ada'],
    false,
  ],
  [
    'what a removed administrator wrote before, as far as was known',
    (log) => {
      log.appoint(ada, ben);
      log.declare(ben, 'north');
      log.remove(ada, ben);
    },
    ['ada'],
    true,
  ],
  [
    'a removed administrator who names old parents',
    (log) => {
      const appointed = log.appoint(ada, ben);
      log.remove(ada, ben);
      log.declare(ben, 'north', [appointed]);
      log.appoint(ben, dan, [appointed]);
      log.remove(ben, ada, [appointed]);
    },
    ['ada'],
    false,
  ],
  [
    'a removed administrator who takes back by old parents whom they had appointed',
    (log) => {
      const appointed = log.appoint(ada, cyn);
      log.appoint(cyn, ben);
      log.remove(ada, cyn);
      log.declare(ben, 'north');
      log.remove(writer('cyn', 'second'), ben, [appointed]);
      log.remove(writer('cyn', 'second'), cyn, [appointed]);
    },
    ['ada', 'ben'],
    true,
  ],
  [
    'a later administrator who would remove an earlier one',
    (log) => {
      log.appoint(ada, cyn);
      log.appoint(ada, ben);
      log.remove(ben, cyn);
      log.remove(ben, ada);
      log.declare(ben, 'north');
    },
    ['ada', 'cyn', 'ben'],
    true,
  ],
  [
    'two who remove each other without knowing: who was there first stays',
    (log) => {
      log.appoint(ada, cyn);
      const known = [log.appoint(ada, ben)];
      log.remove(ben, cyn, known);
      log.remove(cyn, ben, known);
      log.declare(ben, 'north');
    },
    ['ada', 'cyn'],
    false,
  ],
  [
    'somebody removed and appointed again',
    (log) => {
      log.appoint(ada, ben);
      log.remove(ada, ben);
      log.appoint(ada, ben);
      log.declare(ben, 'north');
    },
    ['ada', 'ben'],
    true,
  ],
  [
    'a founder who leaves while somebody remains, and comes back by no old parents',
    (log) => {
      const appointed = log.appoint(ada, ben);
      log.remove(ada, ada);
      log.appoint(writer('ada', 'second'), dan, [appointed]);
      log.declare(ben, 'north');
    },
    ['ben'],
    true,
  ],
  ['a founder who would leave the workspace to nobody', (log) => void log.remove(ada, ada), ['ada'], false],
  [
    'the last two, who leave without knowing of each other: the founder stays',
    (log) => {
      const known = [log.appoint(ada, ben)];
      log.remove(ada, ada, known);
      log.remove(ben, ben, known);
    },
    ['ada'],
    false,
  ],
];

describe('the log of a workspace', () => {
  it.each(histories)('judges %s', (_what, happens, administrators, gone) => {
    const log = new Log();
    happens(log);
    expect(administratorsOf(log)).toEqual(administrators);
    expect(isGone(log, 'north')).toBe(gone);
  });

  it('says who let a draft go, when, why and where to; the last who did counts', () => {
    const log = new Log();
    log.declare(ada, 'north');
    const moved = log.add(ada, 'draft.moved', { draft: idOf('north'), to: 'Team West', reason: 'Theirs' });
    expect(log.folded().gone.get(idOf('north'))).toEqual({
      how: 'moved',
      who: ada.person,
      when: moved.at,
      reason: 'Theirs',
      to: 'Team West',
      record: moved.id,
    });
  });

  it('says why what does not count is set aside', () => {
    const log = new Log();
    const known = [log.appoint(ada, ben)];
    const stray = log.declare(dan, 'north');
    const upwards = log.remove(ben, ada);
    log.remove(ada, ben, known);
    const { setAside } = log.folded();
    expect(setAside.get(stray)).toMatch(/no administrator of this workspace/);
    expect(setAside.get(upwards)).toMatch(/without knowing/);
    expect(setAside.size).toBe(2);
  });

  it('counts one leaving, however often it is repeated', () => {
    const log = new Log();
    const appointed = log.appoint(ada, ben);
    for (let time = 0; time < 1500; time += 1) log.declare(ben, `draft ${time}`, [appointed]);
    for (let time = 0; time < 1500; time += 1) log.remove(ben, ben, [appointed]);
    const { administrators, gone, setAside } = log.folded();
    expect(administrators).toEqual([ada.person]);
    expect([gone.size, setAside.size]).toEqual([1500, 1499]);
  });

  it('sets aside what a lost device wrote after what was known of it, and never the founding', () => {
    const log = new Log();
    log.declare(ada, 'north');
    log.declare(ada, 'south');
    const lost = (seq: number): LostDevices => new Map([[ada.person, new Map([[ada.key, seq]])]]);
    expect([...log.folded(lost(2)).gone.keys()]).toEqual([idOf('north')]);
    expect(log.folded(lost(0)).administrators).toEqual([ada.person]);
  });

  it('is told to hold what a newer version wrote by an administrator, and not by a stranger', () => {
    const log = new Log();
    log.add(dan, 'template.adopted', { any: 'thing' });
    expect(log.folded().newer).toBe(false);
    log.add(ada, 'template.adopted', { any: 'thing' });
    expect(log.folded().newer).toBe(true);
  });

  it('is nothing without its founding record, or with a draft’s in its place', () => {
    const log = new Log();
    log.declare(ada, 'north');
    expect(foldWorkspaceLog(log.draft, log.records.slice(1))).toBeNull();
    const draft = new History();
    draft.begin(ada);
    expect(foldWorkspaceLog(draft.draft, draft.records)).toBeNull();
  });

  it('says the same in any order of arrival, and always has an administrator', () => {
    const people = [ada, ben, cyn, dan];
    const person = fc.constantFrom(...people);
    const act = fc.record({ by: person, of: person, kind: fc.nat(2), behind: fc.nat(3) });
    fc.assert(
      fc.property(
        fc.array(act, { maxLength: 25 }),
        fc.array(fc.nat(), { minLength: 26, maxLength: 26 }),
        (acts, order) => {
          const log = new Log();
          for (const { by, of, kind, behind } of acts) {
            const knowing = behind === 0 ? log.heads() : [log.records.at(-behind)?.id ?? log.draft];
            if (kind === 0) log.appoint(by, of, knowing);
            else if (kind === 1) log.remove(by, of, knowing);
            else log.declare(by, 'north', knowing);
          }
          const { graph: _graph, ...said } = log.folded();
          const shuffled = log.records
            .map((record, index) => ({ record, at: order[index] ?? 0 }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ record }) => record);
          expect(foldWorkspaceLog(log.draft, shuffled)).toMatchObject(said);
          expect(said.administrators.length).toBeGreaterThan(0);
        },
      ),
    );
  });

  it('is changed by nothing that people without an office write, whatever they name', () => {
    const person = fc.constantFrom(cyn, dan);
    const act = fc.record({
      by: person,
      of: fc.constantFrom(ada, ben, cyn, dan),
      kind: fc.nat(2),
      at: fc.nat(5),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 15 }), (acts) => {
        const log = new Log();
        log.appoint(ada, ben);
        log.declare(ben, 'north');
        log.remove(ada, ben);
        log.appoint(ada, ben);
        const { administrators, gone } = log.folded();
        for (const { by, of, kind, at } of acts) {
          const knowing = [log.records[at]?.id ?? log.draft];
          if (kind === 0) log.appoint(by, of, knowing);
          else if (kind === 1) log.remove(by, of, knowing);
          else log.declare(by, 'north', knowing);
        }
        expect(log.folded()).toMatchObject({ administrators, gone });
      }),
    );
  });
});
