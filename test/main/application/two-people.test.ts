import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { beginDraft } from '../../../src/main/application/draft/begin-draft.ts';
import { eraseContent } from '../../../src/main/application/erasing/erase-content.ts';
import { services } from '../../../src/main/composition/calls.ts';
import { noteEvidence } from '../../../src/main/application/evidence/note-evidence.ts';
import { openDraft } from '../../../src/main/application/window/open-draft.ts';
import { saveRevision } from '../../../src/main/application/draft/save-revision.ts';
import { settleField } from '../../../src/main/application/draft/settle-field.ts';
import { verifyWorkspace } from '../../../src/main/application/verification/verify-workspace.ts';
import { summaryOf, twoOnADraft, type Person } from '../people-at-work.ts';
import { need, ownFolder } from '../running-scope.ts';

const own = ownFolder();
let ada: Person;
let ben: Person;
let team = '';
let draft = '';
let bensId = '';

const write = (text: string, over: string[] = []) => summaryOf(draft, text, over);

beforeEach(async () => {
  ({ ada, ben, team, draft, bensId } = await twoOnADraft(own.path));
});
afterAll(own.remove);

describe('two people on one folder', () => {
  it('see each other’s work, each in a log of their own', async () => {
    need(await saveRevision(ben.scope, write('Ben was here', [])));
    const { state, people } = need(await openDraft(ada.scope, { draft }));
    expect(state.revisions.map((revision) => revision.author)).toEqual([bensId]);
    expect(people.find((person) => person.id === bensId)).toMatchObject({
      verified: false,
      card: { name: 'Ben' },
    });
    const [folder = ''] = readdirSync(join(team, 'drafts'));
    expect(readdirSync(join(team, 'drafts', folder))).toHaveLength(2);
  });

  it('are both shown where they wrote the same field without having seen the other, until one settles it', async () => {
    const one = need(await saveRevision(ada.scope, write('Ada’s words', [])));
    const two = need(await saveRevision(ben.scope, write('Ben’s words', [])));
    const both = need(await openDraft(ada.scope, { draft })).state;
    expect(both.conflicts).toEqual(['narrative/summary']);
    need(
      await settleField(ada.scope, {
        draft,
        field: 'narrative/summary',
        keep: two.record,
        reason: 'Ben saw the later figures',
      }),
    );
    const { state } = need(await openDraft(ben.scope, { draft }));
    expect(state.narratives['summary']?.map((open) => open.value)).toEqual(['Ben’s words']);
    expect(state.revisions.at(-1)?.reason).toBe('Ben saw the later figures');
    expect(
      await settleField(ben.scope, { draft, field: 'narrative/summary', keep: one.record, reason: 'x' }),
    ).toMatchObject({ ok: false, error: { code: 'out-of-date' } });
  });

  it('tick changes and answer questions, each for themselves, and a tick holds while the change is the same', async () => {
    const one = need(await saveRevision(ada.scope, write('Plans are good.\n\nVisits are timely.', [])));
    const two = need(
      await saveRevision(ada.scope, write('Plans are weak.\n\nVisits are timely.', [one.record])),
    );
    const keys = async (after: string): Promise<readonly string[]> => {
      const view = need(await services.compareRevisions(ben.scope, { draft, before: one.record, after }));
      return view.changes.flatMap(({ place, key }) => (place === 'summary' ? [key] : []));
    };
    const [change = ''] = await keys(two.record);
    const tick = { draft, change, revision: two.record, reviewed: true, over: [] };
    const { record } = need(await services.reviewChange(ben.scope, tick));
    const three = need(
      await saveRevision(ada.scope, write('New first.\n\nPlans are weak.\n\nVisits are late.', [two.record])),
    );
    const later = await keys(three.record);
    expect([later.length, later.includes(change)]).toEqual([3, true]);
    const question = 'grade-changed-without-evidence/leaders/good-inadequate';
    need(
      await services.answerFlag(ben.scope, {
        draft,
        question,
        answer: 'Weighed again by the panel',
        over: [],
      }),
    );
    const { state } = need(await openDraft(ada.scope, { draft }));
    expect(state.reviewed[`${bensId}/${change}`]?.map((value) => value.value)).toEqual([two.record]);
    expect(state.answers[question]).toMatchObject([{ author: bensId, value: 'Weighed again by the panel' }]);
    need(await services.reviewChange(ben.scope, { ...tick, reviewed: false, over: [record] }));
    const after = need(await openDraft(ada.scope, { draft })).state;
    expect(after.reviewed[`${bensId}/${change}`]?.map((value) => value.value)).toEqual(['']);
  });

  it('have their texts merged over what both wrote over, but for what a person must decide', async () => {
    const { record } = need(
      await saveRevision(
        ada.scope,
        write('Plans are good. Visits are timely. Risk is seen. Records are kept.', []),
      ),
    );
    const one = need(
      await saveRevision(
        ada.scope,
        write('Plans are weak. Visits are timely. Risk is seen. Records are kept.', [record]),
      ),
    );
    const two = need(
      await saveRevision(
        ben.scope,
        write('Plans are very good. Visits are timely. Risk is seen. Records are not kept.', [record]),
      ),
    );
    const { sides, spans } = need(await services.mergeNarrative(ada.scope, { draft, section: 'summary' }));
    expect(sides.map((side) => side.record).sort()).toEqual([one.record, two.record].sort());
    expect(spans.map((span) => span.kind)).toEqual(['collision', 'text', 'text']);
    expect(spans[2]).toMatchObject({ text: 'Records are not kept.' });
    const over = sides.map((side) => side.record);
    need(await saveRevision(ada.scope, write('Plans are good. Records are not kept.', over)));
    expect(need(await openDraft(ben.scope, { draft })).state.conflicts).toEqual([]);
    expect(await services.mergeNarrative(ada.scope, { draft, section: 'summary' })).toMatchObject({
      error: { code: 'out-of-date' },
    });
  });

  it('cannot do what their role does not allow, and are told so', async () => {
    const refused = await services.grantRole(ben.scope, { draft, person: bensId, role: 'lead' });
    expect(refused).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    need(await services.revokeRole(ada.scope, { draft, person: bensId, role: null, reason: 'left' }));
    expect(await saveRevision(ben.scope, write('still here', []))).toMatchObject({
      ok: false,
      error: { code: 'not-allowed' },
    });
  });

  it('cannot write over what is not there', async () => {
    expect(await saveRevision(ada.scope, write('x', ['0'.repeat(64)]))).toMatchObject({
      ok: false,
      error: { code: 'out-of-date' },
    });
  });

  it('compare the same phrase', async () => {
    const bens = need(await services.listPeople(ada.scope, {})).find((person) => person.id === bensId);
    const adas = need(await services.listPeople(ben.scope, {})).find((person) => !person.self);
    expect(bens?.phrase).toMatch(/^\d{5}(?: \d{5}){5}$/);
    expect(adas?.phrase).toBe(bens?.phrase);
    need(await services.verifyPerson(ada.scope, { person: bensId }));
    expect(
      need(await services.listPeople(ada.scope, {})).find((person) => person.id === bensId)?.verified,
    ).toBe(true);
  });

  it('erase words for good: each device in its own log when it opens the draft, which says whose is outstanding', async () => {
    const note = {
      kind: 'observation',
      source: 'A visit',
      when: '2026-10-06T10:00',
      direction: 'strength',
      text: 'Holds a name: Florian Quill.',
    } as const;
    const { record } = need(await noteEvidence(ben.scope, { draft, note }));
    const quoting = { criterion: 'leaders.audit', passage: 'Florian Quill', over: [] };
    need(await services.linkEvidence(ben.scope, { draft, note: record, direction: 'for', ...quoting }));
    need(
      await eraseContent(ada.scope, {
        draft,
        records: [record],
        reason: 'a name',
        rule: 'Redaction on request',
      }),
    );
    const outstanding = need(await openDraft(ada.scope, { draft })).state;
    expect(outstanding.notes).toMatchObject([{ erased: true, text: '' }]);
    expect(outstanding.links).toMatchObject([{ note: record, passage: null, values: [{ value: 'for' }] }]);
    expect(outstanding.notices.map((notice) => notice.code)).toContain('erasing-outstanding');
    need(await openDraft(ben.scope, { draft }));
    const after = need(await openDraft(ada.scope, { draft }));
    expect(after.state.notices.map((notice) => notice.code)).not.toContain('erasing-outstanding');
    expect(need(await verifyWorkspace(ada.scope, { draft: null })).ok).toBe(true);
    const logs = readdirSync(team, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.jsonl'),
    );
    expect(logs.some((name) => readFileSync(join(team, name), 'utf8').includes('Florian'))).toBe(false);
  });

  it('take a draft over whose owner is lost, where they were named for it and only then', async () => {
    expect(await services.recoverOwnership(ben.scope, { draft, reason: 'Ada is away' })).toMatchObject({
      ok: false,
    });
    const begun = need(
      await beginDraft(ada.scope, {
        provider: 'Eastmere',
        kind: '',
        framework: 'ilacs-2026',
        start: '2026-10-05',
        end: null,
        recoveryOwner: bensId,
      }),
    );
    need(await services.recoverOwnership(ben.scope, { ...begun, reason: 'Ada is away' }));
    const { state } = need(await openDraft(ada.scope, begun));
    expect([state.owner, state.recoveryOwner]).toEqual([bensId, bensId]);
  });

  it('take the draft over when it is passed on and accepted', async () => {
    const { record } = need(await services.passOwnership(ada.scope, { draft, to: bensId }));
    need(await services.acceptOwnership(ben.scope, { draft, passed: record }));
    const { state, roles } = need(await openDraft(ben.scope, { draft }));
    expect([state.owner, roles[0]]).toEqual([bensId, 'owner']);
  });
});
