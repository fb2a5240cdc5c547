import { describe, expect, it } from 'vitest';
import type { CheckedLine } from '../../../src/shared/records/checked-line.ts';
import { foldPerson } from '../../../src/shared/people/fold-person.ts';
import type { Person } from '../../../src/shared/people/person.ts';
import { verifyPeople } from '../../../src/shared/people/verify-people.ts';
import { History, idOf, quickCrypto, writer, type Writer } from '../history.ts';

const [ben, cyn] = [writer('ben').person, writer('cyn').person];

/** Ada's own log. */
class Log extends History {
  readonly ada: Writer = { person: idOf(idOf('root of ada')), key: idOf('root of ada') };

  constructor() {
    super();
    const card = { name: 'Ada', post: 'Inspector', registration: '', years: 3 };
    this.add(this.ada, 'person.introduced', { rootKey: this.ada.key, nonce: '0'.repeat(32), card });
  }

  verify(person: string, v = 1): string {
    return this.add(this.ada, 'person.verified', { person }, this.heads(), v).id;
  }

  vouch(person: string, v = 1): string {
    return this.add(this.ada, 'person.vouched', { person }, this.heads(), v).id;
  }

  folded(): Person {
    const person = foldPerson(this.records, quickCrypto.sha256);
    if (person === null) throw new Error('the log does not fold');
    return person;
  }
}

describe('a record that vouches for a colleague', () => {
  it.each<[string, (log: Log) => void, vouched: readonly string[]]>([
    ['counts after the phrase was compared', (log) => [log.verify(ben), log.vouch(ben)], [ben]],
    ['counts for nothing alone', (log) => log.vouch(ben), []],
    ['counts for nothing before it', (log) => [log.vouch(ben), log.verify(ben)], []],
    ['counts for nothing after another’s was', (log) => [log.verify(cyn), log.vouch(ben)], []],
    [
      'counts for nothing after a comparison of a later version',
      (log) => [log.verify(ben, 2), log.vouch(ben)],
      [],
    ],
    ['counts for nothing in a version that is not known', (log) => [log.verify(ben), log.vouch(ben, 2)], []],
    [
      'is told once and sorted where it is repeated',
      (log) =>
        [cyn, ben].flatMap((person) => [
          log.verify(person),
          log.vouch(person),
          log.verify(person),
          log.vouch(person),
        ]),
      [ben, cyn].sort(),
    ],
  ])('%s', (_what, happens, vouched) => {
    const log = new Log();
    happens(log);
    expect(log.folded().vouched).toEqual(vouched);
  });

  it('counts for nothing where another device compared the phrase without its knowing', () => {
    const log = new Log();
    log.verify(ben);
    const [begun, met] = log.records;
    const elsewhere = new Log();
    elsewhere.vouch(ben);
    const vouched = elsewhere.records[1];
    if (begun === undefined || met === undefined || vouched === undefined) throw new Error('a log is empty');
    expect(elsewhere.records[0]).toEqual(begun);
    const folded = foldPerson([begun, met, vouched], quickCrypto.sha256);
    expect(folded).toMatchObject({ verified: [ben], vouched: [], unfounded: [vouched.id] });
    expect(folded?.statements).toMatchObject([{ record: met.id, person: ben, does: 'compares' }]);
  });

  it('is a notice where it does not count, and keeps nobody from anything', () => {
    const log = new Log();
    const unfounded = log.vouch(cyn);
    const met = log.verify(ben);
    const vouched = log.vouch(ben);
    const lines = log.records.map((value, at): CheckedLine => ({
      file: 'ada.jsonl',
      line: at + 1,
      read: { ok: true, value },
    }));
    const { people, problems } = verifyPeople(lines, quickCrypto.sha256);
    expect(problems).toMatchObject([{ level: 'notice', code: 'set-aside', record: unfounded, line: 2 }]);
    expect(people[0]?.statements.map(({ record }) => record)).toEqual([met, vouched]);
  });
});
