import { describe, expect, it } from 'vitest';
import { foldDraft, type FoldedDraft } from '../../../src/shared/judgment/fold-draft.ts';
import type { PathStep } from '../../../src/shared/finalising/judgment-approved.ts';
import {
  pathProblems,
  pathVerdicts,
  peopleToCarry,
  type Trust,
} from '../../../src/shared/judgment/approval-paths.ts';
import { keyVerifications } from '../../../src/shared/documents/key-verifications.ts';
import { seenDraft } from '../../../src/shared/seen/seen-draft.ts';
import type { SignedRecord } from '../../../src/shared/records/record.ts';
import { History, idOf, writer } from '../history.ts';

const [ada, ben, cyn, dan] = [writer('ada'), writer('ben'), writer('cyn'), writer('dan')];
const [first, other] = ['grade/leaders', 'narrative/summary'];

/** A draft that Ada owns; Ben assures quality and Cyn leads. Ada wrote a text and a grade. */
class Draft extends History {
  readonly revision: SignedRecord;

  constructor() {
    super();
    this.begin(ada);
    this.add(ada, 'role.granted', { person: ben.person, role: 'qa' });
    this.add(ada, 'role.granted', { person: cyn.person, role: 'lead' });
    this.revision = this.add(ada, 'revision.saved', {
      reason: 'because',
      narratives: [{ section: 'summary', text: 'Practice is good.', over: [] }],
      grades: [{ area: 'leaders', value: { grade: 'good' }, over: [] }],
      improvements: null,
      rest: [],
    });
  }

  approveAll(values: readonly (readonly [field: string, records: readonly string[]])[]): string {
    return this.add(ben, 'judgment.approved', {
      values: values.map(([field, records]) => ({ field, records: [...records] })),
      path: [],
      note: '',
    }).id;
  }

  folded(): FoldedDraft {
    const folded = foldDraft(this.draft, this.records);
    if (folded === null) throw new Error('the history has no beginning');
    return folded;
  }
}

describe('an approval', () => {
  it.each<[string, (draft: Draft) => unknown, stands: boolean]>([
    [
      'of every field with the records that stand',
      (history) =>
        history.approveAll([
          [first, [history.revision.id]],
          [other, [history.revision.id]],
        ]),
      true,
    ],
    [
      'of a field less, though the record is the same',
      (history) => history.approveAll([[other, [history.revision.id]]]),
      false,
    ],
    [
      'of a field more',
      (history) =>
        history.approveAll([
          [first, [history.revision.id]],
          ['improvements', [history.revision.id]],
          [other, [history.revision.id]],
        ]),
      false,
    ],
    [
      'of the fields in another order',
      (history) =>
        history.approveAll([
          [other, [history.revision.id]],
          [first, [history.revision.id]],
        ]),
      false,
    ],
    [
      'of another record’s write',
      (history) =>
        history.approveAll([
          [first, [history.records[1]?.id ?? '']],
          [other, [history.revision.id]],
        ]),
      false,
    ],
    [
      'of what was written on after it',
      (history) => {
        history.approveAll([
          [first, [history.revision.id]],
          [other, [history.revision.id]],
        ]);
        history.write(cyn, 'Practice is weak.', [history.revision.id]);
      },
      false,
    ],
    [
      'of one of two texts that stand beside each other',
      (history) => {
        const { id } = history.write(cyn, 'Practice is weak.');
        history.approveAll([
          [first, [history.revision.id]],
          [other, [id]],
        ]);
      },
      false,
    ],
    [
      'of both texts that stand beside each other',
      (history) => {
        const { id } = history.write(cyn, 'Practice is weak.');
        history.approveAll([
          [first, [history.revision.id]],
          [other, [id, history.revision.id].sort()],
        ]);
      },
      true,
    ],
  ])('%s', (_what, happens, stands) => {
    const draft = new Draft();
    happens(draft);
    expect(draft.folded().state.finalising.approvals.map((approval) => approval.stands)).toEqual([stands]);
  });
});

/** Cyn administers the workspace, and compared the phrase with Ben. */
const path: readonly PathStep[] = [{ person: cyn.person, record: idOf('Cyn met Ben') }];
const trust: Trust = {
  statements: new Map([[cyn.person, new Map([[idOf('Cyn met Ben'), ben.person]])]]),
  officeHolders: new Set([cyn.person]),
};

describe('the path that an approval cites', () => {
  it.each<[string, (draft: Draft) => void, verdict: string | undefined]>([
    [
      'holds where its first person wrote nothing',
      (history) => void history.approve(ben, [history.revision.id], path),
      'independent',
    ],
    [
      'fails where that person wrote before',
      (history) => {
        const text = history.write(cyn, 'Practice is weak.', [history.revision.id]);
        history.approve(ben, [text.id], path);
      },
      'begins-with-writer',
    ],
    [
      'holds where that person wrote later: it is not judged anew',
      (history) => {
        history.approve(ben, [history.revision.id], path);
        history.write(cyn, 'Practice is weak.', [history.revision.id]);
      },
      'independent',
    ],
    [
      'fails where that person wrote, and lost the right to since',
      (history) => {
        history.add(ada, 'role.revoked', { person: cyn.person, role: null, reason: 'Left' });
        history.write(cyn, 'Practice is weak.', [history.revision.id]);
        history.approve(ben, [history.revision.id], path);
      },
      'begins-with-writer',
    ],
    [
      'is not judged where the approval itself does not count',
      (history) => void history.approve(writer('stranger'), [history.revision.id], path),
      undefined,
    ],
  ])('%s', (_what, happens, verdict) => {
    const draft = new Draft();
    happens(draft);
    const approval = draft.records.find(({ type }) => type === 'judgment.approved')?.id ?? '';
    expect(pathVerdicts(draft.folded(), trust).get(approval)).toBe(verdict);
  });

  it('is a notice at the approval’s line where it does not hold, and nothing where it does', () => {
    const draft = new Draft();
    draft.approve(ben, [draft.revision.id], path);
    const { id } = draft.approve(ben, [draft.revision.id], [...path, ...path]);
    const lines = draft.records.map((value, at) => ({
      file: 'log.jsonl',
      line: at + 1,
      read: { ok: true as const, value },
    }));
    expect(pathProblems(draft.folded(), trust, lines)).toMatchObject([
      { level: 'notice', code: 'approval-path-circle', record: id, file: 'log.jsonl', line: lines.length },
    ]);
  });

  it.each<[string, readonly PathStep[], Trust, words: string]>([
    ['nobody compared the phrase', [], { ...trust, statements: new Map() }, 'key verified by nobody'],
    [
      'only who wrote in the draft did',
      [],
      { ...trust, statements: new Map([[ada.person, new Map([[idOf('Ada met Ben'), ben.person]])]]) },
      'key verified only by Ada, who wrote in the draft',
    ],
    [
      'somebody did of whom the approval says nothing',
      [],
      trust,
      'key verified by Cyn, which the approval does not rest on',
    ],
    ['it holds', path, trust, 'key verified independently by Cyn'],
    [
      'it holds, of two steps',
      [{ person: dan.person, record: idOf('Dan met Cyn') }, ...path],
      {
        statements: new Map([
          ...trust.statements,
          [dan.person, new Map([[idOf('Dan met Cyn'), cyn.person]])],
        ]),
        officeHolders: new Set([dan.person]),
      },
      'key verified independently by Cyn, who was verified by Dan',
    ],
    [
      'the workspace’s log is not here',
      path,
      { ...trust, officeHolders: null },
      'key verified by Cyn, of whom it cannot be said here whether they administer the workspace',
    ],
    [
      'it does not hold',
      [...path, ...path],
      trust,
      'key not verified: the verification that they cite goes round in a circle: somebody stands on it twice',
    ],
  ])('is put in a few words for documents where %s', (_what, cited, known, words) => {
    const draft = new Draft();
    const { id } = draft.approve(ben, [draft.revision.id], cited);
    const seen = seenDraft({ folded: draft.folded(), problems: [] }, '');
    if (seen === null) throw new Error('nobody may see it');
    const names = new Map([
      [cyn.person, 'Cyn'],
      [dan.person, 'Dan'],
      [ada.person, 'Ada'],
    ]);
    expect([...keyVerifications(seen, known, (person) => names.get(person) ?? '')]).toEqual([[id, words]]);
  });

  it('makes a file carry the logs of everybody on it', () => {
    const draft = new Draft();
    const eva = writer('eva').person;
    draft.approve(ben, [draft.revision.id], [{ person: eva, record: idOf('Eva met Ben') }]);
    expect([...peopleToCarry(draft.folded().graph)].sort()).toEqual([ada.person, ben.person, eva].sort());
  });
});
