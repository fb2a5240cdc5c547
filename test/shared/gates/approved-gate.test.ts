import { describe, expect, it } from 'vitest';
import { foldDraft } from '../../../src/shared/judgment/fold-draft.ts';
import type { DraftState } from '../../../src/shared/judgment/draft-state.ts';
import { approvedGate } from '../../../src/shared/gates/approved-gate.ts';
import { secondSignatureGates } from '../../../src/shared/gates/second-signature-gates.ts';
import type { GateView } from '../../../src/shared/gates/gate.ts';
import type { Framework } from '../../../src/shared/framework/framework-schema.ts';
import { soundFramework } from '../framework/sound-framework.ts';
import { History, writer } from '../history.ts';

const ada = writer('Ada');
const ben = writer('Ben');
const cyn = writer('Cyn');

/** A draft that Ada owns and wrote, in which Ben is a lead and Cyn assures quality. */
function written(): { history: History; text: string } {
  const history = new History();
  history.begin(ada);
  history.add(ada, 'role.granted', { person: ben.person, role: 'lead' });
  history.add(ada, 'role.granted', { person: cyn.person, role: 'qa' });
  return { history, text: history.write(ada, 'Children are safe.').id };
}

function stateOf(history: History): DraftState {
  const folded = foldDraft(history.draft, history.records);
  if (folded === null) throw new Error('the history has no beginning');
  return folded.state;
}

function twice(): Framework {
  const secondSignature = { title: 'Signed by quality assurance', by: ['qa' as const] };
  return { ...soundFramework, signOff: { secondSignature, editableDefault: true } };
}

function approved(history: History): GateView {
  const view = approvedGate.check(stateOf(history), soundFramework);
  if (view === null) throw new Error('the gate is not asked for');
  return view;
}

function signed(history: History): GateView | null | undefined {
  const framework = twice();
  return secondSignatureGates(framework)[0]?.check(stateOf(history), framework);
}

describe('the gate of separated duties', () => {
  it('blocks until somebody who wrote nothing approves, and says who can', () => {
    const { history, text } = written();
    expect(approved(history)).toMatchObject({ status: 'blocking' });
    expect(approved(history).detail).toContain('quality assurance');
    history.approve(ben, [text]);
    expect(approved(history)).toMatchObject({ status: 'done', detail: '1 approval stands' });
  });

  it('does not take the word of whoever wrote, though they own the draft', () => {
    const { history, text } = written();
    history.approve(ada, [text]);
    expect(approved(history).status).toBe('blocking');
    expect(approved(history).detail).toContain('Only people who wrote');
  });

  it('blocks again when a word changes after the approval', () => {
    const { history, text } = written();
    history.approve(ben, [text]);
    const changed = history.write(ada, 'Most children are safe.', [text]);
    expect(approved(history).status).toBe('blocking');
    expect(approved(history).detail).toContain('changed since');
    history.approve(ben, [changed.id]);
    expect(approved(history).status).toBe('done');
  });

  it('does not take an approval by somebody who wrote an earlier revision', () => {
    const { history, text } = written();
    const byBen = history.write(ben, 'Many children are safe.', [text]);
    const again = history.write(ada, 'Children are safe.', [byBen.id]);
    history.approve(ben, [again.id]);
    expect(approved(history).status).toBe('blocking');
  });
});

describe('the gate of a second signature', () => {
  it('is not there where the framework asks for none', () => {
    expect(secondSignatureGates(soundFramework)).toEqual([]);
  });

  it('blocks until a second person signs, one of them in the role that the framework names', () => {
    const { history, text } = written();
    history.approve(ben, [text]);
    history.approve(ben, [text]);
    expect(signed(history)?.status).toBe('blocking');
    history.approve(cyn, [text]);
    expect(signed(history)?.status).toBe('done');
  });
});
