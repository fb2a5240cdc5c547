import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldDraft } from '../../../src/shared/judgment/fold-draft.ts';
import type { SignedRecord } from '../../../src/shared/records/record.ts';
import { Acting, acts, knownTo, lead, signer, type Act, type Step } from './sealing-history.ts';

const edits = [
  ...['revision.saved', 'fact.recorded', 'evidence.linked', 'details.set', 'framework.adopted'],
  ...['accuracy.answered', 'judgment.reopened'],
];
const ofApprovers = ['verified-signatories', 'interests'];
/** By the rule of a reason, the kinds of record that it looks at, found anew here and not by the gates. */
const looksAt: Readonly<Record<string, (record: SignedRecord) => boolean>> = {
  moderation: ({ type, facts }) => type === 'revision.saved' && JSON.stringify(facts).includes('"area":"'),
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

const isFull = process.env['PLUMBLINE_FULL'] === '1';
const numRuns = isFull ? 3_000 : 100;
/** Three thousand histories take two minutes of a core, which others may use as well. */
const patience = isFull ? 900_000 : 180_000;
const sealedAndReopened = ['ready', 'reopen'].map((act) => ({ act, onSecond: false, hasSeen: true }) as Step);
/** One in two begins sealed and opened again: else few would ever be sealed twice. */
const histories = fc
  .tuple(fc.boolean(), fc.array(step, { minLength: 3, maxLength: 11 }))
  .map(([begins, steps]) => (begins ? [...sealedAndReopened, ...steps] : steps));

describe('no order of edits, approvals, reasons and reopenings', () => {
  it(
    'leaves a seal that rests on something that changed after it was looked at',
    () => {
      const sealed = { once: 0, twice: 0, reopened: 0 };
      fc.assert(
        fc.property(fc.boolean(), histories, (signsTwice, steps) => {
          const acting = new Acting(signsTwice);
          for (const each of steps) acting.do(each);
          const { records } = acting.history;
          const ancestors = new Map(records.map((record) => [record.id, knownTo(record, records)]));
          const sees = (record: SignedRecord, other: SignedRecord): boolean =>
            record.id === other.id || ancestors.get(record.id)?.has(other.id) === true;
          for (const seal of acting.seals) {
            sealed[signsTwice ? 'twice' : 'once'] += 1;
            const all = records.filter(({ id }) => ancestors.get(seal.id)?.has(id) === true);
            const looked = all.filter(
              (record) =>
                edits.includes(record.type) ||
                (reasonOf(record) !== null && !ofApprovers.includes(reasonOf(record) ?? '')),
            );
            const approvals = all.filter(({ type }) => type === 'judgment.approved');
            const knowing = approvals.filter((approval) => looked.every((other) => sees(approval, other)));
            const people = new Set(knowing.map(({ author }) => author));
            expect(people.size).toBeGreaterThanOrEqual(signsTwice ? 2 : 1);
            if (signsTwice) expect(people).toContain(signer.person);
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
            const met = all.filter(({ type }) => type === 'challenge.answered');
            for (const challenge of all.filter(({ type }) => type === 'challenge.raised'))
              expect(met.some((answer) => sees(answer, challenge))).toBe(true);
            const reopened = all.filter(({ type }) => type === 'judgment.reopened');
            sealed.reopened += reopened.length;
            for (const each of reopened)
              expect(
                all.some(
                  (record) => record.type !== each.type && edits.includes(record.type) && !sees(each, record),
                ),
              ).toBe(true);
          }
        }),
        { numRuns },
      );
      expect(sealed.once).toBeGreaterThan(10);
      expect(sealed.twice).toBeGreaterThan(10);
      expect(sealed.reopened).toBeGreaterThan(10);
    },
    patience,
  );

  it(
    'leaves a seal that does not count, and publication recorded beside it takes nothing from it',
    () => {
      fc.assert(
        fc.property(fc.boolean(), histories, (signsTwice, steps) => {
          const acting = new Acting(signsTwice);
          for (const each of [...steps, { act: 'ready', onSecond: false, hasSeen: true } as const])
            acting.do(each);
          const { history } = acting;
          const before = foldDraft(history.draft, history.records)?.state;
          expect(before?.notices.filter(({ code }) => code === 'seal-unlawful')).toEqual([]);
          const { published = [] } = before?.details ?? {};
          history.add(lead, 'moment.recorded', {
            ...{ moment: 'published', day: '2026-12-01', over: published.map(({ record }) => record) },
            address: { web: 'https://reports.example.org/1', over: [] },
          });
          const after = foldDraft(history.draft, history.records)?.state;
          expect(after?.standing).toBe(before?.standing);
          expect(after?.notices).toEqual(before?.notices);
        }),
        { numRuns: numRuns / 4 },
      );
    },
    patience,
  );
});
