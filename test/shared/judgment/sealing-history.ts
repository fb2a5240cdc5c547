import { expect } from 'vitest';
import { accuracyAnsweredGate } from '../../../src/shared/gates/accuracy-answered-gate.ts';
import { approvedGate } from '../../../src/shared/gates/approved-gate.ts';
import { areasWithoutWordsGate } from '../../../src/shared/gates/areas-without-words-gate.ts';
import { challengesGate } from '../../../src/shared/gates/challenges-gate.ts';
import { commentsGate } from '../../../src/shared/gates/comments-gate.ts';
import { gateHolds, type GateView } from '../../../src/shared/gates/gate.ts';
import { interestsGate } from '../../../src/shared/gates/interests-gate.ts';
import { moderatedGate } from '../../../src/shared/gates/moderated-gate.ts';
import { reopenedGate } from '../../../src/shared/gates/reopened-gate.ts';
import { secondSignatureGates } from '../../../src/shared/gates/second-signature-gates.ts';
import { signatoriesGate } from '../../../src/shared/gates/signatories-gate.ts';
import { draftEventTypes } from '../../../src/shared/judgment/event-types.ts';
import { sealFacts } from '../../../src/shared/judgment/seal.ts';
import { foldDraft, type FoldedDraft } from '../../../src/shared/judgment/fold-draft.ts';
import type { SignedRecord } from '../../../src/shared/records/record.ts';
import { shipped } from '../framework/shipped.ts';
import { History, idOf, quickCrypto, writer, type Writer } from '../history.ts';

const ilacs = shipped('ilacs-2026');
/** The same, of a body that asks for a second signature by quality assurance. */
const twice = {
  ...ilacs,
  signOff: { secondSignature: { title: 'Signed twice', by: ['qa' as const] }, editableDefault: true },
};
export const lead = writer('Ada');
const second = writer('Ada', 'second');
const approver = writer('Ben');
export const signer = writer('Cyn');
const gates = [
  ...[moderatedGate, areasWithoutWordsGate, commentsGate, interestsGate, accuracyAnsweredGate],
  ...[challengesGate, reopenedGate, approvedGate, signatoriesGate, ...secondSignatureGates(twice)],
];

export const acts = [
  ...['text', 'grade', 'fact', 'comment', 'resolve', 'points', 'answer', 'declare'],
  ...['link', 'detail', 'list', 'moment', 'challenge', 'meet'],
  ...['reasons', 'approve', 'sign', 'seal', 'reopen', 'ready'],
] as const;
export type Act = (typeof acts)[number];
export interface Step {
  readonly act: Act;
  readonly onSecond: boolean;
  /** Whether who acts has seen everything so far, or only what their own device wrote. */
  readonly hasSeen: boolean;
}

/** Acts one after the other, each by what its device knows; seals only where every gate lets it. */
export class Acting {
  readonly history = new History();
  readonly seals: SignedRecord[] = [];
  readonly #begun: readonly string[];
  readonly #note: string;
  readonly #used = new Map<string, ReadonlySet<string>>();
  readonly #signsTwice: boolean;

  constructor(signsTwice: boolean) {
    this.#signsTwice = signsTwice;
    this.history.begin(lead);
    this.history.add(lead, 'role.granted', { person: approver.person, role: 'chair' });
    this.history.add(lead, 'role.granted', { person: signer.person, role: 'qa' });
    const framework = JSON.parse(JSON.stringify(signsTwice ? twice : ilacs)) as unknown;
    this.history.add(lead, 'framework.adopted', { hash: idOf(`twice ${signsTwice}`), framework, over: [] });
    this.#note = this.history.add(lead, 'evidence.noted', {
      ...{ code: 'DO-001', kind: 'document', source: 'Team manager', when: '2026-11-16T10:00' },
      ...{ direction: 'neutral', text: 'Plans are read.' },
    }).id;
    this.history.write(lead, 'Children are safe.');
    this.#begun = this.history.heads();
  }

  /** The rules of the reasons that a seal rests on. */
  usedAt(seal: string): ReadonlySet<string> {
    return this.#used.get(seal) ?? new Set();
  }

  do({ act, onSecond, hasSeen }: Step): void {
    const others: Partial<Record<Act, Writer>> = { approve: approver, answer: approver, sign: signer };
    const by = others[act] ?? (onSecond ? second : lead);
    const parents = hasSeen ? this.history.heads() : this.#begun;
    const known = this.#known(by, parents);
    // Nobody writes over a judgment that they know to be sealed.
    if (known.state.standing === 'sealed' && act !== 'reopen') return;
    this.#write(act, by, parents, known);
  }

  #write(act: Act, by: Writer, parents: readonly string[], known: FoldedDraft): void {
    const { state } = known;
    const at = this.history.records.length;
    const add = (type: string, body: unknown): SignedRecord => {
      expect(draftEventTypes.get(type)?.body.safeParse(body).error).toBeUndefined();
      return this.history.add(by, type, body, parents);
    };
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
      case 'link': {
        const link = state.links.find(({ criterion }) => criterion === ilacs.areas[0]?.criteria[0]?.id);
        add('evidence.linked', {
          ...{ note: this.#note, criterion: ilacs.areas[0]?.criteria[0]?.id },
          ...{ direction: at % 2 === 0 ? 'for' : 'against', over: over(link?.values) },
        });
        return;
      }
      case 'detail':
        add('details.set', {
          writes: [{ name: 'leadInspector', value: `Ada ${at}`, over: over(state.details.leadInspector) }],
        });
        return;
      case 'list':
        add('revision.saved', {
          ...save,
          improvements: {
            points: [{ id: 'plans', text: `Plans ${at}.`, area: null, notes: [] }],
            over: over(state.improvements),
          },
        });
        return;
      case 'moment':
        add('moment.recorded', { moment: 'draft-written', day: '2026-11-20', over: [] });
        return;
      case 'challenge':
        add('challenge.raised', {
          ...{ about: { what: 'grade', area: 'leaders' }, text: 'Why?', owner: lead.person, due: null },
        });
        return;
      case 'meet':
        for (const { id, state: standing } of state.moderation.challenges)
          if (standing === 'open') add('challenge.answered', { challenge: id, answer: 'So.' });
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
      case 'approve':
      case 'sign': {
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
        for (const next of ['meet', 'answer', 'reasons', 'approve', 'sign', 'reasons', 'seal'] as const)
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
    const asked = this.#signsTwice ? gates : gates.filter(({ id }) => id !== 'second-signature');
    return asked.flatMap((gate) => gate.check(state, this.#signsTwice ? twice : ilacs) ?? []);
  }
}

/** Every record that a record knows, followed from parent to parent. */
export function knownTo(
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
