import { describe, expect, it } from 'vitest';
import { foldDraft } from '../../../src/shared/judgment/fold-draft.ts';
import { shellOf } from '../../../src/shared/records/record-line.ts';
import type { SignedRecord } from '../../../src/shared/records/record.ts';
import { History, idOf, writer } from '../history.ts';

const [ada, ben, cyn] = [writer('ada'), writer('ben'), writer('cyn')];

/** A draft that Ada owns and wrote, in which Ben and Cyn may approve; whatever a case asks for; and Ada's seal over it. */
class SealedHistory extends History {
  readonly revision: SignedRecord;
  seal = '';

  constructor() {
    super();
    this.begin(ada);
    for (const [person, role] of [
      [ben, 'qa'],
      [cyn, 'chair'],
    ] as const)
      this.add(ada, 'role.granted', { person: person.person, role });
    this.revision = this.write(ada, 'Practice is good.');
  }

  /** The judgment as Ada wrote it first, approved. */
  approved(by = ben): SignedRecord {
    return this.approve(by, [this.revision.id]);
  }

  challenge(): SignedRecord {
    const about = { what: 'grade', area: 'leaders' };
    return this.add(ben, 'challenge.raised', { about, text: 'Why?', owner: ada.person, due: null });
  }

  adopt(secondSignature: { readonly by: readonly string[] } | null): SignedRecord {
    const framework = { signOff: { secondSignature } };
    return this.add(ada, 'framework.adopted', { hash: idOf('framework'), framework, over: [] });
  }

  sealed(): this {
    const counts = { seqs: [], count: 1, idsHash: idOf('ids'), commitments: [], gates: [] };
    this.seal = this.add(ada, 'judgment.sealed', { law: 1, heads: [...this.heads()], ...counts }).id;
    return this;
  }

  /** What a reader of these records makes of the draft, and what is told of its seal. */
  read(records: readonly SignedRecord[] = this.records): readonly [string | undefined, string | undefined] {
    const state = foldDraft(this.draft, records)?.state;
    const notice = state?.notices.find(({ code }) => code === 'seal-unlawful');
    return [state?.standing, notice?.message.replace(/^.*made, (.*)\. The draft.*$/u, '$1')];
  }
}

describe('a seal counts by its law', () => {
  it.each<[string, (history: SealedHistory) => unknown, string | undefined]>([
    ['approved by somebody who wrote none of it', (history) => history.approved(), undefined],
    ['approved by nobody', () => null, 'nobody who wrote none of it had approved what was sealed'],
    [
      'approved by its writer alone',
      (history) => history.approved(ada),
      'nobody who wrote none of it had approved what was sealed',
    ],
    [
      'approved before it was written on',
      (history) => [history.approved(), history.write(ada, 'Practice is weak.', [history.revision.id])],
      'nobody who wrote none of it had approved what was sealed',
    ],
    [
      'with an open challenge',
      (history) => [history.approved(), history.challenge()],
      'a challenge was not answered',
    ],
    [
      'with a challenge that its owner answered',
      (history) => {
        const challenge = history.challenge().id;
        return [history.add(ada, 'challenge.answered', { challenge, answer: 'Because' }), history.approved()];
      },
      undefined,
    ],
    [
      'with one signature where its framework asks for two',
      (history) => [history.adopt({ by: ['chair'] }), history.approved()],
      'the second signature that its framework asks for was missing',
    ],
    [
      'with both signatures',
      (history) => [history.adopt({ by: ['chair'] }), history.approved(), history.approved(cyn)],
      undefined,
    ],
    [
      'under a framework that asks for none',
      (history) => [history.adopt(null), history.approved()],
      undefined,
    ],
  ])('where the draft is %s', (_case, prepare, missing) => {
    const history = new SealedHistory();
    prepare(history);
    expect(history.sealed().read()).toEqual([missing === undefined ? 'sealed' : 'open', missing]);
  });

  it('by what is here of the records under it, however often these are read', () => {
    const history = new SealedHistory();
    const { id } = history.approved();
    history.sealed();
    const stripped = history.records.map((record) => (record.id === id ? shellOf(record) : record));
    for (const [records, standing] of [
      [stripped, 'open'],
      [history.records, 'sealed'],
      [stripped, 'open'],
    ] as const)
      expect(history.read(records)[0]).toBe(standing);
  });
});
