import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accuracyAnsweredGate } from '../../../src/shared/gates/accuracy-answered-gate.ts';
import { approvedGate } from '../../../src/shared/gates/approved-gate.ts';
import { areasWithoutWordsGate } from '../../../src/shared/gates/areas-without-words-gate.ts';
import { commentsGate } from '../../../src/shared/gates/comments-gate.ts';
import { gateHolds, type GateView } from '../../../src/shared/gates/gate.ts';
import { interestsGate } from '../../../src/shared/gates/interests-gate.ts';
import { moderatedGate } from '../../../src/shared/gates/moderated-gate.ts';
import { reopenedGate } from '../../../src/shared/gates/reopened-gate.ts';
import { signatoriesGate } from '../../../src/shared/gates/signatories-gate.ts';
import { sealFacts } from '../../../src/shared/judgment/seal.ts';
import { foldDraft, type FoldedDraft } from '../../../src/shared/judgment/fold-draft.ts';
import type { SignedRecord } from '../../../src/shared/records/record.ts';
import { shipped } from '../framework/shipped.ts';
import { History, quickCrypto, writer, type Writer } from '../history.ts';

const ilacs = shipped('ilacs-2026');
const lead = writer('Ada');
const second = writer('Ada', 'second');
const approver = writer('Ben');
const gates = [
  ...[moderatedGate, areasWithoutWordsGate, commentsGate, interestsGate, accuracyAnsweredGate],
  ...[reopenedGate, approvedGate, signatoriesGate],
];

const acts = [
  ...['text', 'grade', 'fact', 'comment', 'resolve', 'points', 'answer', 'declare'],
  ...['reasons', 'approve', 'seal', 'reopen', 'ready'],
] as const;
type Act = (typeof acts)[number];
interface Step {
  readonly act: Act;
  readonly onSecond: boolean;
  /** Whether who acts has seen everything so far, or only what their own device wrote. */
  readonly hasSeen: boolean;
}

/** Acts one after the other, each by what its device knows; seals only where every gate lets it. */
class Acting {
  readonly history = new History();
  readonly seals: SignedRecord[] = [];
  readonly #begun: readonly string[];
  readonly #used = new Map<string, ReadonlySet<string>>();

  constructor() {
    this.history.begin(lead);
    this.history.add(lead, 'role.granted', { person: approver.person, role: 'qa' });
    this.history.write(lead, 'Children are safe.');
    this.#begun = this.history.heads();
  }

  /** The rules of the reasons that a seal rests on. */
  usedAt(seal: string): ReadonlySet<string> {
    return this.#used.get(seal) ?? new Set();
  }

  do({ act, onSecond, hasSeen }: Step): void {
    const by = act === 'approve' || act === 'answer' ? approver : onSecond ? second : lead;
    const parents = hasSeen ? this.history.heads() : this.#begun;
    const known = this.#known(by, parents);
    // Nobody writes over a judgment that they know to be sealed.
    if (known.state.standing === 'sealed' && act !== 'reopen') return;
    this.#write(act, by, parents, known);
  }

  #write(act: Act, by: Writer, parents: readonly string[], known: FoldedDraft): void {
    const { state } = known;
    const at = this.history.records.length;
    const add = (type: string, body: unknown): SignedRecord => this.history.add(by, type, body, parents);
    const save = { reason: 'Seen', narratives: [], grades: [], improvements: null, rest: [] };
    const over = (open: readonly { readonly record: string }[] = []): string[] =>
      open.map(({ record }) => record);
    switch (act) {
      case 'text':
        this.history.write(by, `Text ${at}.`, over(state.narratives['summary']), parents);
        return;
      case 'grade': {
        const value = { grade: at % 2 === 0 ? 'good' : 'inadequate' };
        add('revision.saved', {
          ...save,
          grades: [{ area: 'leaders', value, over: over(state.grades['leaders']) }],
        });
        return;
      }
      case 'fact':
        add('fact.recorded', {
          fact: 'no-manager',
          ...{ holds: true, reason: 'So.', notes: [], over: over(state.facts['no-manager']) },
        });
        return;
      case 'comment': {
        const [revision] = over(state.narratives['summary']);
        if (revision !== undefined)
          add('comment.written', { section: 'summary', revision, quote: 'safe', text: `Why ${at}?` });
        return;
      }
      case 'resolve': {
        const open = state.comments.find(({ resolved }) => resolved === null);
        if (open !== undefined) add('comment.resolved', { comment: open.id });
        return;
      }
      case 'points': {
        const paragraphs = [{ number: 1, section: 'summary', text: 'Children are safe.' }];
        const sent = add('accuracy.sent', { paragraphs, due: null }).id;
        const points = [{ paragraph: 1, comment: `Not so ${at}.`, evidence: '' }];
        this.history.add(by, 'accuracy.received', { sent, points, odd: [], file: null }, [sent]);
        return;
      }
      case 'answer':
        for (const { received, point, answers } of state.finalising.accuracy.points.slice(-1))
          add('accuracy.answered', {
            ...{ received, point, answer: 'accepted', reasons: 'So.', change: null, over: over(answers) },
          });
        return;
      case 'declare':
        add('interest.declared', { interests: [] });
        return;
      case 'reasons':
        for (const { rule, status } of this.#views(known))
          if (status === 'reason-needed' && rule !== null)
            add('reason.given', { rule, reason: `So ${at}.`, over: over(state.reasons[rule]) });
        return;
      case 'approve': {
        const values = state.finalising.approvable.map(({ field, records }) => ({
          field,
          records: [...records],
        }));
        if (values.length > 0) add('judgment.approved', { values, path: [], note: '' });
        return;
      }
      case 'seal':
        if (this.#views(known).every(gateHolds)) {
          const { seqs, commitments, ...facts } = sealFacts(known, quickCrypto.sha256);
          const body = { law: 1, ...facts, seqs: [...seqs], commitments: [...commitments], gates: [] };
          const seal = add('judgment.sealed', JSON.parse(JSON.stringify(body)));
          this.seals.push(seal);
          const byReason = this.#views(known).filter(({ status }) => status === 'by-reason');
          this.#used.set(seal.id, new Set(byReason.map(({ rule }) => rule ?? '')));
        }
        return;
      case 'reopen': {
        const seal = state.seals.find(({ reopened }) => reopened === null)?.id;
        if (seal === undefined || state.standing !== 'sealed') return;
        const proposal = add('reopening.proposed', { seal, reason: 'Wrong.' }).id;
        this.history.add(approver, 'judgment.reopened', { seal, proposal }, [proposal]);
        return;
      }
      case 'ready':
        // All that sealing asks for, one after the other: most histories would else never come to a seal.
        for (const next of ['answer', 'reasons', 'approve', 'reasons', 'seal'] as const)
          this.do({ act: next, onSecond: by === second, hasSeen: true });
    }
  }

  /** What a device knows: these heads and what it wrote itself. */
  #known(by: Writer, parents: readonly string[]): FoldedDraft {
    const own = this.history.records.findLast(({ key }) => key === by.key)?.id ?? null;
    const ids = knownTo({ parents, prev: own }, this.history.records);
    const records = this.history.records.filter(({ id }) => ids.has(id));
    const folded = foldDraft(this.history.draft, records);
    if (folded === null) throw new Error('the history has no beginning');
    return folded;
  }

  #views({ state }: FoldedDraft): readonly GateView[] {
    return gates.flatMap((gate) => gate.check(state, ilacs) ?? []);
  }
}

/** Every record that a record knows, followed from parent to parent. */
function knownTo(
  record: Pick<SignedRecord, 'parents' | 'prev'>,
  records: readonly SignedRecord[],
): ReadonlySet<string> {
  const byId = new Map(records.map((each) => [each.id, each]));
  const known = new Set<string>();
  const open: Pick<SignedRecord, 'parents' | 'prev'>[] = [record];
  for (let next = open.pop(); next !== undefined; next = open.pop())
    for (const id of [...next.parents, next.prev ?? '']) {
      const parent = byId.get(id);
      if (parent === undefined || known.has(id)) continue;
      known.add(id);
      open.push(parent);
    }
  return known;
}

const edits = ['revision.saved', 'fact.recorded', 'accuracy.answered', 'judgment.reopened'];
const ofApprovers = ['verified-signatories', 'interests'];
/** By the rule of a reason, the kinds of record that it looks at, found anew here and not by the gates. */
const looksAt: Readonly<Record<string, (record: SignedRecord) => boolean>> = {
  moderation: ({ type, facts }) => type === 'revision.saved' && JSON.stringify(facts).includes('"area"'),
  'areas-without-words': ({ type, facts }) =>
    type === 'revision.saved' && JSON.stringify(facts).includes('"section"'),
  'open-comments': ({ type }) => type === 'comment.written',
  'accepted-points': ({ type }) => type === 'accuracy.answered' || type === 'revision.saved',
  'verified-signatories': ({ type }) => type === 'judgment.approved',
  interests: ({ type }) => type === 'interest.declared',
};

const reasonOf = (record: SignedRecord): string | null =>
  record.type === 'reason.given' ? (JSON.parse(JSON.stringify(record.facts)) as { rule: string }).rule : null;

const step: fc.Arbitrary<Step> = fc.record({
  act: fc.oneof(fc.constantFrom<Act>(...acts), fc.constant<Act>('ready')),
  onSecond: fc.boolean(),
  hasSeen: fc.oneof(fc.boolean(), fc.constant(true)),
});

describe('no order of edits, approvals, reasons and reopenings', () => {
  it('leaves a seal that rests on something that changed after it was looked at', () => {
    let sealed = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 3, maxLength: 14 }), (steps) => {
        const acting = new Acting();
        for (const each of steps) acting.do(each);
        const { records } = acting.history;
        for (const seal of acting.seals) {
          sealed += 1;
          const covered = knownTo(seal, records);
          const all = records.filter(({ id }) => covered.has(id));
          const sees = (record: SignedRecord, other: SignedRecord): boolean =>
            record.id === other.id || knownTo(record, records).has(other.id);
          const looked = all.filter(
            (record) =>
              edits.includes(record.type) ||
              (reasonOf(record) !== null && !ofApprovers.includes(reasonOf(record) ?? '')),
          );
          const approvals = all.filter(({ type }) => type === 'judgment.approved');
          expect(approvals.some((approval) => looked.every((other) => sees(approval, other)))).toBe(true);
          for (const [rule, isOf] of Object.entries(looksAt)) {
            const given = all.filter((record) => reasonOf(record) === rule);
            const stands = given.filter((one) => !given.some((other) => other !== one && sees(other, one)));
            const [only, more] = stands;
            const isUsed = acting.usedAt(seal.id).has(rule);
            if (!isUsed) continue;
            expect(more).toBeUndefined();
            for (const other of all.filter(isOf))
              expect(only !== undefined && sees(only, other), `${rule} before ${other.type}`).toBe(true);
          }
          const reopened = all.filter(({ type }) => type === 'judgment.reopened');
          for (const each of reopened)
            expect(
              all.some(
                (record) => record.type !== each.type && edits.includes(record.type) && !sees(each, record),
              ),
            ).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
    expect(sealed).toBeGreaterThan(10);
  });
});
