import { appendFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { beginDraft } from '../../../../src/main/application/draft/begin-draft.ts';
import { followDraft } from '../../../../src/main/application/window/follow-draft.ts';
import { noteEvidence } from '../../../../src/main/application/evidence/note-evidence.ts';
import { openDraft } from '../../../../src/main/application/window/open-draft.ts';
import { saveRevision } from '../../../../src/main/application/draft/save-revision.ts';
import { withChange } from '../../../../src/shared/ipc/view-change.ts';
import type { DraftView } from '../../../../src/shared/ipc/views.ts';
import { need, ownFolder, run, settle } from '../../running-scope.ts';

const own = ownFolder();
let turn = 0;
let ada: ReturnType<typeof run>;
let team = '';
let draft = '';

beforeEach(async () => {
  turn += 1;
  team = join(own.path, `team-${turn}`);
  mkdirSync(team);
  ada = run(join(own.path, `ada-${turn}`));
  await settle(ada, 'Ada', team, true);
  const begun = { provider: 'Northmere', kind: '', framework: 'ilacs-2026', start: '2026-10-05', end: null };
  ({ draft } = need(await beginDraft(ada.scope, { ...begun, recoveryOwner: null })));
});
afterAll(own.remove);

const note = (text: string): Parameters<typeof noteEvidence>[1]['note'] => ({
  kind: 'document',
  source: 'Audit',
  when: '2026-10-05T10:00',
  direction: 'neutral',
  text,
});

/** What the draft's files say to somebody who has never read them. */
async function readAnew(): Promise<DraftView> {
  ada.scope.session.opened?.drafts.clear();
  return need(await openDraft(ada.scope, { draft }));
}

function ownLog(): string {
  const folder = join(team, 'drafts', readdirSync(join(team, 'drafts'))[0] ?? '');
  return join(folder, readdirSync(folder).find((name) => name.endsWith('.jsonl')) ?? '');
}

describe('following a draft', () => {
  it('is sent whole once, then only what changed, and shows what the files say', async () => {
    const first = need(await followDraft(ada.scope, { draft, since: 0 }));
    let shown: unknown = JSON.parse(JSON.stringify(first.view));
    let { state } = first;
    for (let at = 0; at < 6; at += 1) {
      if (at === 3) {
        const narratives = [{ section: 'summary', text: 'As heard', over: [] }];
        const revision = { draft, reason: 'heard', narratives, grades: [], improvements: null };
        need(await saveRevision(ada.scope, revision));
      } else need(await noteEvidence(ada.scope, { draft, note: note(`Note ${at}`) }));
      const followed = need(await followDraft(ada.scope, { draft, since: state }));
      expect(followed.view).toBeNull();
      if (followed.change === null) throw new Error('the record changed nothing');
      shown = withChange(shown, followed.change);
      ({ state } = followed);
      // As it crosses to a window: the mark of what may be seen stays behind.
      expect(shown).toEqual(JSON.parse(JSON.stringify(await readAnew())));
    }
  });

  it('tells that nothing changed where nothing did', async () => {
    const { state } = need(await followDraft(ada.scope, { draft, since: 0 }));
    expect(need(await followDraft(ada.scope, { draft, since: state }))).toEqual({
      state,
      view: null,
      since: state,
      change: null,
    });
  });

  it('sends the whole to a window that names another state than it was sent last', async () => {
    need(await followDraft(ada.scope, { draft, since: 0 }));
    const again = need(await followDraft(ada.scope, { draft, since: 77 }));
    expect(again.view?.state.id).toBe(draft);
    expect(again.change).toBeNull();
  });
});

describe('a draft read again', () => {
  it('is checked anew where a line that was checked before is not what it was', async () => {
    need(await noteEvidence(ada.scope, { draft, note: note('Seen by nobody else') }));
    expect(need(await openDraft(ada.scope, { draft })).problems).toEqual([]);
    const log = ownLog();
    writeFileSync(log, readFileSync(log, 'utf8').replace('Seen by nobody else', 'Seen by everybody..'));
    const codes = need(await openDraft(ada.scope, { draft })).problems.map((problem) => problem.code);
    expect(codes).toContain('content');
  });

  it('checks a line that was appended, and tells of it when it does not hold', async () => {
    need(await openDraft(ada.scope, { draft }));
    appendFileSync(ownLog(), '{"v":1}\n');
    const { problems } = need(await openDraft(ada.scope, { draft }));
    expect(problems.map((problem) => [problem.level, problem.code])).toEqual([['broken', 'shape']]);
  });
});
