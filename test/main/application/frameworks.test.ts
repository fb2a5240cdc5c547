import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { beginDraft } from '../../../src/main/application/draft/begin-draft.ts';
import { services } from '../../../src/main/composition/calls.ts';
import { noteEvidence } from '../../../src/main/application/evidence/note-evidence.ts';
import { openDraft } from '../../../src/main/application/window/open-draft.ts';
import { verifyWorkspace } from '../../../src/main/application/verification/verify-workspace.ts';
import { checkFramework } from '../../../src/shared/framework/check-framework.ts';
import { proposeMapping } from '../../../src/shared/framework/framework-mapping.ts';
import type { Framework } from '../../../src/shared/framework/framework-schema.ts';
import { twoPeople, type Person } from '../people-at-work.ts';
import { need, ownFolder } from '../running-scope.ts';

const own = ownFolder();
let ada: Person;
let ben: Person;
let team = '';

beforeEach(async () => {
  ({ ada, ben, team } = await twoPeople(own.path));
});
afterAll(own.remove);

const listed = async (who: typeof ada) => need(await services.listFrameworks(who.scope, {}));

async function shipped(id: string): Promise<Framework> {
  const found = (await listed(ada)).frameworks.find((framework) => framework.key === id);
  if (found === undefined) throw new Error(`there is no framework ${id}`);
  return found.framework;
}

/** A next version of ILACS 2023 whose leaders have another id, and whose care leavers are none. */
async function nextVersion(): Promise<Framework> {
  const framework = await shipped('ilacs-2023');
  const text = JSON.stringify(framework)
    .replaceAll('"leaders"', '"leadership"')
    .replaceAll('"li.strategy"', '"lead.strategy"');
  const checked = checkFramework(JSON.parse(text));
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  const renamed = checked.framework;
  const without = (ids: readonly string[]): string[] => ids.filter((id) => id !== 'care-leavers');
  return {
    ...renamed,
    version: 'next',
    areas: renamed.areas
      .filter((area) => area.id !== 'care-leavers')
      .map((area) => ({ ...area, after: without(area.after) })),
    aggregations: renamed.aggregations.map((aggregation) => ({
      ...aggregation,
      from: without(aggregation.from),
    })),
    limiters: renamed.limiters.slice(1, 2),
  };
}

async function begun(framework: string): Promise<string> {
  const { draft } = need(
    await beginDraft(ada.scope, {
      provider: 'Northmere',
      kind: 'standard inspection',
      framework,
      start: '2024-10-05',
      reason: 'Begun under the framework of its time',
      end: null,
      recoveryOwner: null,
    }),
  );
  return draft;
}

describe('publishing a framework', () => {
  it('writes a file by its hash, signed in the publisher’s log, and a colleague can begin a draft under it', async () => {
    const text = JSON.stringify(await nextVersion());
    const { key } = need(await services.publishFramework(ada.scope, { text }));
    expect(readdirSync(join(team, 'frameworks'))).toEqual([`ilacs-2023-${key.slice(0, 12)}.json`]);
    const [first] = (await listed(ben)).frameworks;
    expect(first).toMatchObject({ key, origin: 'published', publishedBy: ['Ada'], adoptable: true });
    expect(need(await verifyWorkspace(ben.scope, { draft: null })).ok).toBe(true);
    const { draft } = need(
      await beginDraft(ben.scope, {
        provider: 'Southmere',
        kind: '',
        framework: key,
        start: '2024-10-05',
        reason: 'Begun under the framework of its time',
        end: null,
        recoveryOwner: null,
      }),
    );
    expect(need(await openDraft(ben.scope, { draft })).framework?.version).toBe('next');
  });

  it('is refused for what does not hold together, what stands there already, and a version that says something else', async () => {
    const next = await nextVersion();
    const refusedWith = async (framework: unknown): Promise<string> => {
      const answer = await services.publishFramework(ada.scope, { text: JSON.stringify(framework) });
      return answer.ok ? 'published' : answer.error.code;
    };
    expect(await refusedWith({ ...next, areas: [] })).toBe('wrong-shape');
    expect(await refusedWith(await shipped('estyn'))).toBe('exists');
    expect(await refusedWith(next)).toBe('published');
    expect(await refusedWith(next)).toBe('exists');
    expect(await refusedWith({ ...next, title: 'Another title' })).toBe('exists');
  });

  it('by copying a file alone is none: it can be read and not adopted, and what is no framework is named', async () => {
    mkdirSync(join(team, 'frameworks'));
    writeFileSync(join(team, 'frameworks', 'mine.json'), JSON.stringify(await nextVersion()));
    writeFileSync(join(team, 'frameworks', 'broken.json'), '{');
    const { frameworks, problems } = await listed(ben);
    expect(frameworks[0]).toMatchObject({ origin: 'published', publishedBy: [], adoptable: false });
    expect(problems.join()).toContain('broken.json');
    const begun = await beginDraft(ben.scope, {
      provider: 'X',
      kind: '',
      framework: frameworks[0]?.key ?? '',
      start: '2024-10-05',
      reason: 'Begun under the framework of its time',
      end: null,
      recoveryOwner: null,
    });
    expect(begun).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});

describe('moving a draft to another version', () => {
  it('carries over what changes its name, keeps what has no counterpart, and puts mapping and reason on the record', async () => {
    const draft = await begun('ilacs-2023');
    const note = need(
      await noteEvidence(ada.scope, {
        draft,
        note: {
          kind: 'document',
          source: 'A plan',
          when: '2024-10-06T10:00',
          direction: 'neutral',
          text: 'The plan names nobody.',
        },
        link: { criterion: 'li.strategy', direction: 'for' },
      }),
    );
    need(
      await services.saveRevision(ada.scope, {
        draft,
        reason: 'First words',
        narratives: [{ section: 'leaders', text: 'Leaders know.', over: [] }],
        grades: [
          { area: 'leaders', value: { grade: 'good' }, over: [] },
          { area: 'care-leavers', value: { grade: 'good' }, over: [] },
        ],
        improvements: null,
      }),
    );
    const next = await nextVersion();
    const { key } = need(await services.publishFramework(ada.scope, { text: JSON.stringify(next) }));
    const before = need(await openDraft(ada.scope, { draft }));
    if (before.framework === null) throw new Error('the draft stands under no framework');
    const { areas, criteria } = proposeMapping(before.framework, next);
    const mapping = {
      areas: areas.map((area) => ({ ...area })),
      criteria: criteria.map((criterion) => ({ ...criterion })),
    };
    need(await services.moveFramework(ada.scope, { draft, framework: key, ...mapping, reason: 'New year' }));
    const { state, framework } = need(await openDraft(ada.scope, { draft }));
    expect(framework?.version).toBe('next');
    expect(state.narratives['leadership']?.map((narrative) => narrative.value)).toEqual(['Leaders know.']);
    expect(state.grades['leadership']?.map((grade) => grade.value)).toEqual([{ grade: 'good' }]);
    expect(state.grades['care-leavers']?.map((grade) => grade.value)).toEqual([{ grade: 'good' }]);
    expect(state.links.map((link) => [link.note, link.criterion])).toContainEqual([
      note.record,
      'lead.strategy',
    ]);
    expect(state.conflicts).toEqual([]);
    const history = state.timeline.map((line) => line.sentence).join('\n');
    expect(history).toContain(
      'moved the draft to another framework, in which 6 parts of the old one have no counterpart: New year',
    );
    expect(need(await verifyWorkspace(ada.scope, { draft: null })).ok).toBe(true);
  });

  it('is refused where a part is left unsaid, and by who does not lead the draft', async () => {
    const draft = await begun('ilacs-2018');
    const half = { draft, framework: 'ilacs-2023', areas: [], criteria: [], reason: 'New year' };
    expect(await services.moveFramework(ada.scope, half)).toMatchObject({
      ok: false,
      error: { code: 'wrong-shape' },
    });
    const { areas, criteria } = proposeMapping(await shipped('ilacs-2018'), await shipped('ilacs-2023'));
    const whole = {
      ...half,
      areas: areas.map((area) => ({ ...area })),
      criteria: criteria.map((criterion) => ({ ...criterion })),
    };
    expect(await services.moveFramework(ben.scope, whole)).toMatchObject({
      ok: false,
      error: { code: 'not-allowed' },
    });
    need(await services.moveFramework(ada.scope, whole));
    expect(need(await openDraft(ada.scope, { draft })).framework?.id).toBe('ilacs-2023');
  });
});
