import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { services } from '../../../src/main/composition/calls.ts';
import { saveRevision } from '../../../src/main/application/draft/save-revision.ts';
import { settleField } from '../../../src/main/application/draft/settle-field.ts';
import { listConflicts } from '../../../src/main/application/together/list-conflicts.ts';
import { haveLooked, whatHappened } from '../../../src/main/application/together/what-happened.ts';
import { whatWaits } from '../../../src/main/application/together/what-waits.ts';
import type { Owed } from '../../../src/shared/together/owed.ts';
import { summaryOf, twoOnADraft, type Person } from '../people-at-work.ts';
import { need, ownFolder, run } from '../running-scope.ts';

const own = ownFolder();
let ada: Person;
let ben: Person;
let home = '';
let draft = '';
let bensId = '';

const write = (text: string, over: string[] = []) => summaryOf(draft, text, over);

const owedTo = async (one: typeof ada): Promise<readonly Owed[]> =>
  need(await whatWaits(one.scope)).drafts.flatMap(({ owed }) => owed);

beforeEach(async () => {
  ({ ada, ben, home, draft, bensId } = await twoOnADraft(own.path));
});
afterAll(own.remove);

describe('what waits for a person', () => {
  it('is a conflict, for everyone who may settle it, until somebody does', async () => {
    need(await saveRevision(ada.scope, write('Ada’s words')));
    const two = need(await saveRevision(ben.scope, write('Ben’s words')));
    const waits = { kind: 'conflict', subject: 'narrative/summary', screen: 'conflicts' };
    expect(await owedTo(ada)).toMatchObject([waits]);
    expect(await owedTo(ben)).toMatchObject([waits]);
    expect((await owedTo(ben))[0]?.detail).toBe(
      'Ada (unverified) and Ben wrote it without knowing of each other. Both are kept.',
    );
    need(
      await settleField(ada.scope, { draft, field: 'narrative/summary', keep: two.record, reason: 'Later' }),
    );
    expect(await owedTo(ben)).toEqual([]);
  });

  it('is a draft offered to them, and nothing once they took it', async () => {
    need(await services.passOwnership(ada.scope, { draft, to: bensId }));
    const [offer] = await owedTo(ben);
    expect(offer).toMatchObject({
      kind: 'offer',
      detail: expect.stringContaining('Ada (unverified) offered') as string,
    });
    expect(await owedTo(ada)).toEqual([]);
    need(await services.acceptOwnership(ben.scope, { draft, passed: offer?.subject ?? '' }));
    expect(await owedTo(ben)).toEqual([]);
  });

  it('is a comment on what they wrote, until they write there again', async () => {
    const { record } = need(await saveRevision(ben.scope, write('Plans are good.')));
    const comment = { draft, section: 'summary', revision: record, quote: 'good', text: 'Which plans?' };
    need(await services.writeComment(ada.scope, comment));
    expect(await owedTo(ben)).toMatchObject([{ kind: 'comment', detail: 'Ada (unverified): Which plans?' }]);
    expect(await owedTo(ada)).toEqual([]);
    need(await saveRevision(ben.scope, write('Care plans are good.', [record])));
    expect(await owedTo(ben)).toEqual([]);
  });

  it('is every colleague whose phrase they have not compared, with how much of theirs stands unverified', async () => {
    need(await saveRevision(ben.scope, write('Ben’s words')));
    expect(need(await whatWaits(ada.scope)).strangers).toEqual([{ person: bensId, name: 'Ben', records: 1 }]);
    need(await services.verifyPerson(ada.scope, { person: bensId }));
    expect(need(await whatWaits(ada.scope)).strangers).toEqual([]);
  });
});

describe('a conflict', () => {
  const reason = 'Ben saw the later figures';

  it('shows every side in words, and once settled who decided and why', async () => {
    need(
      await services.setDetails(ada.scope, {
        draft,
        writes: [{ name: 'leadInspector', value: 'Ada', over: [] }],
        reason: null,
      }),
    );
    const two = need(
      await services.setDetails(ben.scope, {
        draft,
        writes: [{ name: 'leadInspector', value: 'Ben', over: [] }],
        reason: null,
      }),
    );
    const [conflict] = need(await listConflicts(ada.scope, { draft: null })).open;
    expect(conflict).toMatchObject({ title: 'Lead inspector', provider: 'Northmere', mine: true });
    expect(conflict?.sides.map(({ name, words }) => [name, words])).toEqual([
      ['Ada', 'Ada'],
      ['Ben (unverified)', 'Ben'],
    ]);
    expect([
      conflict?.before,
      conflict?.sides.map(({ reason, grade }) => [reason, grade?.symbol ?? null]),
    ]).toEqual([
      null,
      [
        ['', null],
        ['', null],
      ],
    ]);
    need(await settleField(ada.scope, { draft, field: 'detail/leadInspector', keep: two.record, reason }));
    const { open, settled } = need(await listConflicts(ben.scope, { draft }));
    expect(open).toEqual([]);
    expect(settled).toMatchObject([{ title: 'Lead inspector', name: 'Ada (unverified)', reason, of: 2 }]);
  });

  it.each([
    ['start', '2026-10-06', '2026-10-07', 'Mon 5 Oct 2026', 'Tue 6 Oct 2026', 'Wed 7 Oct 2026'],
    ['stage', 'moderation', 'drafting', 'Fieldwork', 'In moderation', 'Drafting'],
  ] as const)('shows a detail as people read it: %s', async (name, adas, bens, ...shown) => {
    const setBy = async (who: Person, value: string): Promise<unknown> =>
      need(
        await services.setDetails(who.scope, {
          draft,
          writes: [{ name, value, over: [] }],
          reason: 'Agreed with the authority',
        }),
      );
    await setBy(ada, adas);
    await setBy(ben, bens);
    const { open } = need(await listConflicts(ada.scope, { draft: null }));
    const words = open.find(({ field }) => field === `detail/${name}`)?.sides.map((side) => side.words);
    expect(words).toEqual(shown);
  });

  it('shows what stood there before, each side’s reason and the sign of a grade', async () => {
    const save = (who: Person, grade: string, why: string, over: string[]) =>
      saveRevision(who.scope, {
        ...write(`${why}.`, over),
        reason: why,
        grades: [{ area: 'leaders', value: { grade }, over }],
      });
    const { record } = need(await save(ada, 'good', 'First full draft', []));
    need(await save(ada, 'requires-improvement', 'Audits are late', [record]));
    need(await save(ben, 'inadequate', 'Nobody was seen', [record]));
    const { open } = need(await listConflicts(ben.scope, { draft }));
    const told = open.map(({ field, before, sides }) => [
      field,
      before,
      sides.map(({ reason: why, grade }) => [why, grade?.symbol ?? null]),
    ]);
    expect(told).toEqual([
      [
        'grade/leaders',
        'Good',
        [
          ['Audits are late', 'R'],
          ['Nobody was seen', 'I'],
        ],
      ],
      [
        'narrative/summary',
        'First full draft.',
        [
          ['Audits are late', null],
          ['Nobody was seen', null],
        ],
      ],
    ]);
    const erasing = { draft, records: [record], reason: 'Names a child', rule: 'Data protection' };
    need(await services.eraseContent(ada.scope, erasing));
    const erased = need(await listConflicts(ben.scope, { draft })).open;
    expect(erased.map(({ before }) => before)).toEqual(['Good', null]);
  });

  it('is settled whatever field it is in: a link with its weight and its passage, an answer', async () => {
    const note = need(
      await services.noteEvidence(ada.scope, {
        draft,
        note: {
          kind: 'document',
          source: 'File',
          when: '2026-10-05T10:00',
          direction: 'neutral',
          text: 'In four of nine files the plan is late.',
        },
      }),
    );
    const link = { draft, note: note.record, criterion: 'hp-early-help', over: [] };
    const strength = 'strong' as const;
    need(await services.linkEvidence(ada.scope, { ...link, direction: 'for' }));
    const kept = need(
      await services.linkEvidence(ben.scope, { ...link, direction: 'against', strength, passage: 'late' }),
    );
    const question = 'grade-changed-without-evidence/leaders/good-inadequate';
    need(await services.answerFlag(ada.scope, { draft, question, answer: 'No', over: [] }));
    const answer = need(await services.answerFlag(ben.scope, { draft, question, answer: 'Yes', over: [] }));
    const field = `link/${note.record}/hp-early-help`;
    need(await settleField(ada.scope, { draft, field, keep: kept.record, reason }));
    need(await settleField(ada.scope, { draft, field: `answer/${question}`, keep: answer.record, reason }));
    const { state } = need(await services.openDraft(ben.scope, { draft }));
    expect(state.conflicts).toEqual([]);
    expect(state.links).toMatchObject([{ values: [{ value: 'against' }], passage: 'late', strength }]);
    expect(state.answers[question]?.map((answer) => answer.value)).toEqual(['Yes']);
    expect(need(await listConflicts(ben.scope, { draft })).settled.map(({ reason }) => reason)).toEqual([
      reason,
      reason,
    ]);
  });
});

describe('what happened', () => {
  it('since a person last looked is what came in after, however early it was written', async () => {
    need(await haveLooked(ada.scope, { draft: null }));
    expect(need(await whatHappened(ada.scope, { draft, since: null })).drafts).toEqual([]);
    const slow = run(join(home, 'ben'));
    const earlier = { ...slow.scope.ports, clock: { now: () => Date.UTC(2020, 0, 1) } };
    const offline = { ...ben.scope, ports: { ...earlier, lockedBy: null } };
    need(await saveRevision(offline, write('Written on a train with a wrong clock')));
    const { drafts, names } = need(await whatHappened(ada.scope, { draft: null, since: null }));
    expect(drafts.flatMap((draft) => draft.happenings)).toMatchObject([
      { author: bensId, areas: ['summary'], counted: true },
    ]);
    expect(names).toEqual({ [bensId]: 'Ben (unverified)' });
    expect(need(await whatHappened(ada.scope, { draft: null, since: '2026-01-01' })).drafts).toMatchObject([
      { happenings: expect.not.arrayContaining([expect.objectContaining({ author: bensId })]) as unknown[] },
    ]);
    slow.app.release();
  });
});
