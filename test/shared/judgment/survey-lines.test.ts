import { beforeEach, describe, expect, it } from 'vitest';
import { surveyLines } from '../../../src/shared/judgment/survey-lines.ts';
import type { Person } from '../../../src/shared/people/person.ts';
import type { CheckedLine } from '../../../src/shared/records/checked-line.ts';
import { done } from '../../../src/shared/result.ts';
import { History, idOf, quickCrypto, writer, type Writer } from '../history.ts';

const [ada, ben] = [writer('ada'), writer('ben')];
let history: History;
let titles: Map<string, string>;

/** Writes records of no known kind, one after another, each under its title. */
function write(by: Writer, ...written: readonly string[]): void {
  for (const title of written) titles.set(history.add(by, 'title.given', { title }).id, title);
}

/** Ben seals by the head that has this title, and by the last record of Ada with this number. */
function seal(head: string, seq: number): void {
  const heads = [...titles].filter(([, title]) => title === head).map(([id]) => id);
  const rest = { count: 1, idsHash: idOf('ids'), commitments: [], gates: [] };
  const seqs = [{ key: ada.key, seq }];
  titles.set(history.add(ben, 'judgment.sealed', { law: 1, heads, seqs, ...rest }).id, 'seal');
}

/** The titles of the records whose signatures the survey verifies. */
function verified(people: readonly Person[] = []): readonly string[] {
  const lines = history.records.map((record, at): CheckedLine => {
    return { file: `${record.key}.jsonl`, line: at + 1, read: done(record) };
  });
  const found: string[] = [];
  surveyLines(lines, people, (key, id, signature) => {
    found.push(titles.get(id) ?? '');
    return quickCrypto.verify(key, id, signature);
  });
  return found.toSorted();
}

/** Ada, who reported her device lost after its record with this number was known. */
function adaWithLost(seq: number): Person {
  const lost = { key: ada.key, label: '', certified: idOf('card'), revoked: true };
  return {
    id: ada.person,
    rootKey: idOf('root'),
    log: idOf('log'),
    card: { name: 'Ada', post: '', registration: '', years: 1 },
    devices: [{ ...lost, lastKnown: { [history.draft]: seq } }],
    encryptionKey: null,
    verified: [],
    distrusted: [],
    vouched: [],
    statements: [],
    unfounded: [],
    published: [],
  };
}

beforeEach(() => {
  history = new History();
  titles = new Map([[history.begin(ada).id, 'beginning']]);
});

describe('the survey of a draft verifies', () => {
  it('its beginning, which other logs name, and the last record of each key', () => {
    write(ada, 'ada 2', 'ada 3', 'ada 4');
    write(ben, 'ben 1', 'ben 2');
    expect(verified()).toEqual(['ada 4', 'beginning', 'ben 2']);
  });

  it('a seal and what it names, wherever they stand in their chains', () => {
    write(ada, 'ada 2', 'head', 'last of ada', 'ada 5');
    seal('head', 4);
    write(ada, 'ada 6');
    write(ben, 'ben 2');
    expect(verified()).toEqual(['ada 6', 'beginning', 'ben 2', 'head', 'last of ada', 'seal']);
  });

  it('the last record known of a device that its person reported lost', () => {
    write(ada, 'ada 2', 'ada 3', 'ada 4');
    expect(verified([adaWithLost(3)])).toEqual(['ada 3', 'ada 4', 'beginning']);
  });
});
