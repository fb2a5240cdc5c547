import { describe, expect, it } from 'vitest';
import { approvedGate } from '../../../src/shared/gates/approved-gate.ts';
import { checkGates } from '../../../src/shared/gates/all-gates.ts';
import { commentsGate } from '../../../src/shared/gates/comments-gate.ts';
import type { GateView } from '../../../src/shared/gates/gate.ts';
import { interestsGate } from '../../../src/shared/gates/interests-gate.ts';
import { reopenedGate } from '../../../src/shared/gates/reopened-gate.ts';
import { signatoriesGate } from '../../../src/shared/gates/signatories-gate.ts';
import { sealFacts } from '../../../src/shared/judgment/seal.ts';
import { foldDraft, type FoldedDraft } from '../../../src/shared/judgment/fold-draft.ts';
import type { Framework } from '../../../src/shared/framework/framework-schema.ts';
import { soundFramework } from '../framework/sound-framework.ts';
import { History, idOf, quickCrypto, writer } from '../history.ts';

const ada = writer('Ada');
const ben = writer('Ben');
const cyn = writer('Cyn');

/** A draft that Ada wrote, whom Ben and Cyn may approve. */
class Draft {
  readonly history = new History();
  text: string;

  constructor() {
    this.history.begin(ada);
    for (const { person } of [ben, cyn]) this.history.add(ada, 'role.granted', { person, role: 'qa' });
    this.text = this.history.write(ada, 'Children are safe.').id;
  }

  folded(): FoldedDraft {
    const folded = foldDraft(this.history.draft, this.history.records);
    if (folded === null) throw new Error('the history has no beginning');
    return folded;
  }

  status(gate: typeof commentsGate, framework: Framework = soundFramework): GateView['status'] | undefined {
    return gate.check(this.folded().state, framework)?.status;
  }

  reason(rule: string): void {
    const over = (this.folded().state.reasons[rule] ?? []).map(({ record }) => record);
    this.history.add(ada, 'reason.given', { rule, reason: 'As agreed.', over });
  }

  comment(): string {
    const body = { section: 'summary', revision: this.text, quote: 'safe', text: 'Which children?' };
    return this.history.add(ben, 'comment.written', body).id;
  }

  seal(): string {
    const { seqs, commitments, ...facts } = sealFacts(this.folded(), quickCrypto.sha256);
    const body = { law: 1, ...facts, seqs: [...seqs], commitments: [...commitments], gates: [] };
    return this.history.add(ada, 'judgment.sealed', JSON.parse(JSON.stringify(body))).id;
  }
}

describe('comments', () => {
  it('ask to be resolved, or for a reason, which lapses with the next', () => {
    const draft = new Draft();
    expect(draft.status(commentsGate)).toBe('not-needed');
    const comment = draft.comment();
    expect(draft.status(commentsGate)).toBe('reason-needed');
    draft.reason('open-comments');
    expect(draft.status(commentsGate)).toBe('by-reason');
    draft.history.add(ada, 'comment.replied', { comment, text: 'All.' });
    expect(draft.status(commentsGate)).toBe('reason-needed');
    draft.history.add(ada, 'comment.resolved', { comment });
    expect(draft.status(commentsGate)).toBe('done');
    draft.comment();
    expect(draft.status(commentsGate)).toBe('reason-needed');
  });

  it('leave an approval standing: it covers the judgment, and not what is said of it', () => {
    const draft = new Draft();
    draft.history.approve(ben, [draft.text]);
    draft.comment();
    expect(draft.status(approvedGate)).toBe('done');
  });
});

describe('interests', () => {
  it('are asked of everybody who wrote or approved, and a reason lapses with somebody more', () => {
    const draft = new Draft();
    expect(draft.status(interestsGate)).toBe('reason-needed');
    draft.history.add(ada, 'interest.declared', { interests: [] });
    expect(draft.status(interestsGate)).toBe('done');
    draft.history.approve(ben, [draft.text]);
    expect(draft.status(interestsGate)).toBe('reason-needed');
    draft.reason('interests');
    expect([draft.status(interestsGate), draft.status(approvedGate)]).toEqual(['by-reason', 'done']);
    draft.history.approve(ben, [draft.text]);
    expect(draft.status(interestsGate)).toBe('by-reason');
    draft.history.approve(cyn, [draft.text]);
    expect(draft.status(interestsGate)).toBe('reason-needed');
  });
});

describe('whoever approves', () => {
  it('is verified by a path, or a reason says why not, which lapses with the next approval', () => {
    const draft = new Draft();
    expect(draft.status(signatoriesGate)).toBe('not-needed');
    draft.history.approve(ben, [draft.text], [{ person: idOf('Dee'), record: idOf('compared') }]);
    expect(draft.status(signatoriesGate)).toBe('done');
    draft.history.approve(cyn, [draft.text]);
    expect(draft.status(signatoriesGate)).toBe('reason-needed');
    draft.reason('verified-signatories');
    expect([draft.status(signatoriesGate), draft.status(approvedGate)]).toEqual(['by-reason', 'done']);
    draft.history.approve(cyn, [draft.text]);
    expect(draft.status(signatoriesGate)).toBe('reason-needed');
  });
});

describe('a reopened judgment', () => {
  it('needs a change, and then a new approval', () => {
    const draft = new Draft();
    draft.history.approve(ben, [draft.text]);
    const seal = draft.seal();
    expect(draft.folded().state.standing).toBe('sealed');
    const proposal = draft.history.add(ada, 'reopening.proposed', { seal, reason: 'Wrong.' }).id;
    draft.history.add(ben, 'judgment.reopened', { seal, proposal });
    expect([draft.status(reopenedGate), draft.status(approvedGate)]).toEqual(['blocking', 'blocking']);
    draft.history.approve(ben, [draft.text]);
    draft.reason('open-comments');
    expect(draft.status(reopenedGate)).toBe('blocking');
    draft.text = draft.history.write(ada, 'Most children are safe.', [draft.text]).id;
    expect([draft.status(reopenedGate), draft.status(approvedGate)]).toEqual(['done', 'blocking']);
    draft.history.approve(ben, [draft.text]);
    expect(draft.status(approvedGate)).toBe('done');
  });
});

describe('a framework that lets no reason stand in', () => {
  it('blocks where another would ask for a reason, also once one is given', () => {
    const draft = new Draft();
    draft.comment();
    const firm: Framework = {
      ...soundFramework,
      signOff: { secondSignature: null, firm: ['open-comments'], editableDefault: true },
    };
    draft.reason('open-comments');
    expect(draft.status(commentsGate)).toBe('by-reason');
    expect(draft.status(commentsGate, firm)).toBe('blocking');
    const views = checkGates(draft.folded().state, firm);
    expect(views.find(({ id }) => id === 'comments')).toMatchObject({ rule: null });
    expect(views.find(({ id }) => id === 'interests')).toMatchObject({ status: 'reason-needed' });
  });
});
