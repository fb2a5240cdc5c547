import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftEventTypes } from '../../../src/shared/judgment/event-types.ts';
import { verifyDraft, type VerifiedDraft } from '../../../src/shared/judgment/verify-draft.ts';
import { verifyMore } from '../../../src/shared/judgment/verify-more.ts';
import { changeBetween, withChange } from '../../../src/shared/ipc/view-change.ts';
import type { Person } from '../../../src/shared/people/person.ts';
import type { CheckedLine } from '../../../src/shared/records/checked-line.ts';
import type { SignedRecord } from '../../../src/shared/records/record.ts';
import { seenDraft } from '../../../src/shared/seen/seen-draft.ts';
import { ada, adasSecond, addOfKind, ben, deed, historyOf } from '../generated-history.ts';
import { idOf, quickCrypto, type Writer } from '../history.ts';
import { members, people, RoundHistory } from '../moderation/round-history.ts';

const noted = {
  kind: 'case-tracking',
  source: 'A manager',
  when: '2026-10-06T10:20',
  direction: 'strength',
} as const;

/** A person whose card tells of these devices. */
function card(name: string, writers: readonly Writer[]): Person {
  return {
    id: idOf(name),
    rootKey: idOf(`${name} root`),
    log: idOf(`${name} log`),
    card: { name, post: '', registration: '', years: 0 },
    devices: writers.map(({ key }) => ({ key, label: '', certified: idOf(`${name} log`), revoked: false })),
    encryptionKey: null,
    verified: [],
    distrusted: [],
    vouched: [],
    statements: [],
    unfounded: [],
    published: [],
  };
}

const team = [
  card('ada', [ada, adasSecond]),
  card('ben', [ben]),
  ...members.map((member, at) => card(['cyn', 'dan', 'eve', 'fay'][at] ?? '', [member])),
];
const readers = [ada, ben, ...members].map(({ person }) => person);

/** All strings and numbers in plain data, and the names of its fields. */
function leavesOf(value: unknown): ReadonlySet<unknown> {
  const leaves = new Set<unknown>();
  const walk = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) leaves.add(part);
    else
      for (const [name, inner] of Object.entries(part)) {
        if (!Array.isArray(part)) leaves.add(name);
        walk(inner);
      }
  };
  walk(value);
  return leaves;
}

/** What a change says, without where it says it. */
const framing = new Set<unknown>(['to', 'from', 'removed', 'items', 'fields', 'gone']);

/** A draft of which lines arrive one by one, each taken in where it can be, with a window for every person. */
class ArrivingDraft {
  readonly draft: string;
  readonly taken: string[] = [];
  readonly #logs = new Map<string, CheckedLine[]>();
  readonly #windows = new Map<string, { sent: unknown; shown: unknown }>();
  #verified: VerifiedDraft | null = null;

  constructor(draft: string) {
    this.draft = draft;
  }

  arrive(record: SignedRecord): void {
    const file = `${record.key}.jsonl`;
    const log = this.#logs.get(file) ?? [];
    const last = log.at(-1);
    const line: CheckedLine = { file, line: log.length + 1, read: { ok: true, value: record } };
    this.#logs.set(file, [...log, line]);
    const more =
      this.#verified === null || last === undefined
        ? null
        : verifyMore(this.#verified, last, [line], team, {});
    if (more !== null) this.taken.push(record.type);
    const whole = this.whole();
    if (more !== null) {
      expect(more.problems).toEqual(whole.problems);
      expect(more.records).toBe(whole.records);
      expect(more.folded?.state).toEqual(whole.folded?.state);
    }
    this.#verified = more ?? whole;
    for (const person of readers) this.#show(person, this.#verified, whole);
  }

  whole(): VerifiedDraft {
    const lines = [...this.#logs].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, log]) => log);
    return verifyDraft(this.draft, lines, team, {}, quickCrypto.sha256);
  }

  /** A window takes the difference to what it was sent last, and shows what one shows that loads the whole. */
  #show(person: string, now: VerifiedDraft, anew: VerifiedDraft): void {
    const [view, expected] = [now, anew].map((verified) => {
      const seen = seenDraft(verified, person);
      return seen === null ? null : { state: seen.state, problems: seen.problems };
    });
    const { sent, shown } = this.#windows.get(person) ?? { sent: null, shown: null };
    const change = changeBetween(sent, view);
    const crossed = structuredClone(change);
    const plain: unknown = structuredClone(expected);
    const here = crossed === null ? shown : withChange(shown, crossed);
    expect(here).toEqual(plain);
    const may = leavesOf(plain);
    const before = leavesOf(shown);
    // A difference says nothing that the whole does not say, but for how it is put and what is gone.
    for (const leaf of leavesOf(crossed))
      if (typeof leaf === 'string') expect(may.has(leaf) || before.has(leaf) || framing.has(leaf)).toBe(true);
    this.#windows.set(person, { sent: view, shown: here });
  }
}

const kinds = [...draftEventTypes.keys()].filter((type) => type !== 'draft.begun');
const written = fc.record({
  who: fc.constantFrom(ada, ada, adasSecond, ben, people.eve),
  type: fc.oneof(
    fc.constantFrom(...kinds),
    fc.constantFrom('evidence.noted', 'evidence.linked', 'comment.written'),
  ),
  seen: fc.constant(1),
  seed: fc.nat(),
});
const full = process.env['PLUMBLINE_FULL'] === '1';

describe('a draft that goes on from what was verified of it', () => {
  const taken = new Set<string>();

  it('is the draft verified anew, and windows that take differences show what those show that load it whole', () => {
    fc.assert(
      fc.property(
        fc.array(deed, { maxLength: 4 }),
        fc.array(written, { minLength: 1, maxLength: 14 }),
        (deeds, records) => {
          const history = historyOf(deeds, [[ben, 'lead']]);
          for (const record of records) addOfKind(history, record);
          const arriving = new ArrivingDraft(history.draft);
          for (const record of history.records) arriving.arrive(record);
          for (const type of arriving.taken) taken.add(type);
        },
      ),
      { numRuns: full ? 600 : 40 },
    );
    expect(taken.size).toBeGreaterThan(5);
  });

  it('hides in a difference what a round hides, while people note, weigh, write, lodge, erase and close', () => {
    const step = fc.record({
      who: fc.constantFrom(...members, people.ada, people.ben),
      what: fc.constantFrom('note', 'note', 'link', 'write', 'mark', 'fit', 'lodge', 'erase', 'close'),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 4, maxLength: 14 }), (steps) => {
        const history = new RoundHistory(1);
        const arriving = new ArrivingDraft(history.draft);
        for (const [at, { who, what }] of steps.entries()) takeStep(history, who, what, at);
        for (const record of history.records) arriving.arrive(record);
        for (const type of arriving.taken) taken.add(type);
      }),
      { numRuns: full ? 600 : 40 },
    );
    expect([...taken]).toEqual(
      expect.arrayContaining(['evidence.noted', 'evidence.linked', 'revision.saved', 'grade.lodged']),
    );
  });

  it.each<[string, (verified: VerifiedDraft, line: CheckedLine) => VerifiedDraft | null]>([
    ['people joined', (verified, line) => verifyMore(verified, lastOf(line), [line], [...team], {})],
    [
      'the log ends elsewhere',
      (verified, line) =>
        verifyMore(
          verified,
          { ...line, read: { ok: false, error: { code: 'torn', message: '' } } },
          [line],
          team,
          {},
        ),
    ],
    [
      'the line cannot be read',
      (verified, line) =>
        verifyMore(
          verified,
          lastOf(line),
          [{ ...line, read: { ok: false, error: { code: 'content', message: '' } } }],
          team,
          {},
        ),
    ],
    [
      'it stands there already',
      (verified, line) => verifyMore(verified, lastOf(line), [lastOf(line)], team, {}),
    ],
  ])('does not go on where %s', (_what, more) => {
    const verified = verifyDraft(history.draft, linesOf(-1), team, {}, quickCrypto.sha256);
    const line = linesOf(history.records.length).at(-1);
    if (line === undefined) throw new Error('there is no line');
    expect(verifyMore(verified, lastOf(line), [line], team, {})).not.toBeNull();
    const again = verifyDraft(history.draft, linesOf(-1), team, {}, quickCrypto.sha256);
    expect(more(again, line)).toBeNull();
  });
});

const history = historyOf([]);
history.add(ada, 'evidence.noted', { ...noted, code: 'CT-001', text: 'Visits are on time.' });

/** The lines of the owner's log, as many as there are records, or all but so many. */
function linesOf(count: number): readonly CheckedLine[] {
  return history.records
    .slice(0, count)
    .map((value, at) => ({ file: `${ada.key}.jsonl`, line: at + 1, read: { ok: true, value } }));
}

function lastOf({ line }: CheckedLine): CheckedLine {
  const last = linesOf(history.records.length)[line - 2];
  if (last === undefined) throw new Error('there is no line before');
  return last;
}

/** One thing that happens in a round, `at` making its words its own. */
function takeStep(history: RoundHistory, who: Writer, what: string, at: number): void {
  const notes = history.records.filter(({ type }) => type === 'evidence.noted').map(({ id }) => id);
  const note = notes[at % Math.max(1, notes.length)];
  if (what === 'note')
    history.add(who, 'evidence.noted', { ...noted, code: 'CT-001', text: `Note ${at} by ${who.person}` });
  if (what === 'write') history.write(who, `Text ${at}, which is outstanding.`);
  if (what === 'lodge') history.lodge(who, at + 1);
  if (what === 'close') history.close(people.ada, [], { reason: 'over' });
  if (what === 'fit')
    history.add(who, 'best-fit.set', { criterion: 'leaders.audit', grade: `g-${at}`, over: [] });
  if (what === 'mark') {
    const mark = { criterion: 'leaders.audit', grade: 'good', mark: 'met', reason: `seen ${at}`, over: [] };
    history.add(who, 'descriptor.marked', mark);
  }
  if (note === undefined) return;
  if (what === 'link')
    history.add(who, 'evidence.linked', { note, criterion: `leaders.${at % 2}`, direction: 'for', over: [] });
  if (what === 'erase')
    history.add(who, 'content.erased', { erased: [note], reason: 'asked', rule: 'retention' });
}
