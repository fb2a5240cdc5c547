import { Home } from '../home.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { app } from '../../../src/renderer/lib/app-state.svelte.ts';
import { call } from '../../../src/renderer/lib/call.ts';
import { folder } from '../../../src/renderer/lib/folder.svelte.ts';
import { reviewersOf, selfId } from '../../../src/renderer/revisions/reviewing.ts';
import { services } from '../../../src/main/composition/calls.ts';
import { summaryOf } from '../../main/people-at-work.ts';
import { need } from '../../main/running-scope.ts';
import { RevisionComparison } from '../../../src/renderer/revisions/revisions.svelte.ts';

/** A page that shows so many changes of each place. */
class Page {
  readonly focused: number[] = [];
  key = '';
  quote = { words: '', before: false };
  readonly of: Record<string, readonly string[]> = {};
  pair: RevisionComparison | null = null;
  readonly changes = (): readonly string[] => this.of[this.pair?.section ?? ''] ?? [];
  readonly focusChange = (at: number): void => void this.focused.push(at);
  readonly changeInFocus = (): string => this.key;
  readonly wordsToQuote = (): { words: string; before: boolean } => this.quote;
}

describe('the comparison of two revisions', () => {
  const home = new Home();
  const [summary, help, leaders] = ['summary', 'help-and-protection', 'leaders'] as const;
  const spoken = vi.spyOn(app, 'say');
  let draft = '';
  let page: Page;
  let pair: RevisionComparison;

  /** Saves a revision of texts, each over what stands. */
  async function save(texts: Readonly<Record<string, string>>): Promise<void> {
    const narratives = home.draft.view?.state.narratives ?? {};
    await call('saveRevision', {
      draft,
      reason: 'As seen',
      narratives: Object.entries(texts).map(([section, text]) => {
        const over = (narratives[section] ?? []).map(({ record }) => record);
        return { section, text, over };
      }),
      grades: [],
      improvements: null,
    });
    await home.draft.load(draft);
  }

  const open = (section: string): string[] =>
    (home.draft.state?.narratives[section] ?? []).map(({ record }) => record);

  beforeAll(async () => {
    await home.settle();
    draft = await home.begin();
    await save({ [leaders]: 'Audits are done.', [summary]: 'Visits are timely.', [help]: 'Risk is seen.' });
    await save({ [leaders]: 'Audits are late.', [summary]: 'Visits are late.' });
    await save({ [leaders]: 'Audits are well done.' });
  });
  beforeEach(async () => {
    page = new Page();
    pair = new RevisionComparison(home.draft, page);
    page.pair = pair;
    app.banner = null;
    pair.begin();
    await compared();
  });
  afterAll(() => home.close());

  const compared = (): Promise<void> =>
    vi.waitFor(
      () => {
        expect(pair.computing).toBe(false);
        expect(pair.comparison).not.toBeNull();
      },
      { timeout: 20_000 },
    );
  const numbered = (number: number): (typeof pair.revisions)[number] => {
    const revision = pair.revisions.find((revision) => revision.number === number);
    if (revision === undefined) throw new Error(`there is no revision ${number}`);
    return revision;
  };
  const numbers = (): readonly (number | undefined)[] =>
    [pair.before, pair.after].map((id) => pair.revisions.find((revision) => revision.id === id)?.number);

  it('begins with the last two, at the first place that differs', () => {
    expect(numbers()).toEqual([2, 3]);
    expect([pair.changed, pair.section]).toEqual([[leaders], leaders]);
  });

  it('names the places that differ in the order of the framework, the summary first', async () => {
    pair.since(numbered(1).id);
    await compared();
    expect([numbers(), pair.changed]).toEqual([
      [1, 3],
      [summary, leaders],
    ]);
    pair.since(null);
    await compared();
    expect(pair.changed).toEqual([summary, leaders, help]);
  });

  it('compares the earlier with the later, in whichever order they are chosen', async () => {
    pair.choose(numbered(1), 'after');
    expect(numbers()).toEqual([1, 2]);
    await compared();
    expect(pair.changed).toEqual([summary, leaders]);
  });

  it('goes to an earlier revision and back by key, never past the first nor to the one it compares to', async () => {
    const from = async (by: number): Promise<readonly (number | undefined)[]> => {
      pair.stepFrom(by);
      await compared();
      return numbers();
    };
    expect(await from(1)).toEqual([2, 3]);
    expect(spoken).toHaveBeenLastCalledWith('There is none between the two');
    expect(await from(-1)).toEqual([1, 3]);
    expect(await from(-1)).toEqual([1, 3]);
    expect(spoken).toHaveBeenLastCalledWith('There is no revision before it');
    expect(await from(1)).toEqual([2, 3]);
  });

  it('asks to restore the earlier of the two, another that is named, and never the latest', () => {
    pair.askToRestore();
    expect(pair.restoring?.number).toBe(2);
    pair.askToRestore(numbered(1).id);
    expect(pair.restoring?.number).toBe(1);
    pair.restoring = null;
    pair.askToRestore(numbered(3).id);
    expect([pair.restoring, app.banner?.text]).toEqual([
      null,
      'Compare from an earlier revision first: that one is restored.',
    ]);
  });

  it('knows which of its two ways to the latest revision is the one shown', async () => {
    const [latest, last, first] = pair.revisions.map(({ id }) => id);
    const shown = (): readonly boolean[] => [first, last].map((id) => pair.showsSince(id ?? null));
    expect(shown()).toEqual([false, true]);
    pair.since(first ?? null);
    await compared();
    expect(shown()).toEqual([true, false]);
    expect(pair.after).toBe(latest);
  });

  it('shows nothing of the last pair while another is compared', async () => {
    expect(pair.comparison).not.toBeNull();
    pair.since(numbered(1).id);
    expect([pair.comparison, pair.changed, pair.computing]).toEqual([null, [], true]);
    await compared();
  });

  it('never shows an answer under the numbers of another pair', async () => {
    const letGo = home.delay('compareRevisions');
    pair.since(null);
    pair.since(numbered(2).id);
    await compared();
    const shown = pair.comparison;
    letGo();
    // Both were asked of one program, which answers in order: once this is answered, the late one was heard.
    await call('compareRevisions', { draft, before: null, after: null });
    expect([pair.comparison, pair.changed]).toEqual([shown, [leaders]]);
  });

  it('is under way no longer where it was refused, and says why', async () => {
    const allow = home.refuse('compareRevisions', 'The folder is not there.');
    pair.since(numbered(1).id);
    await expect.poll(() => pair.computing).toBe(false);
    allow();
    expect([pair.comparison, app.banner?.text]).toEqual([null, 'The folder is not there.']);
  });

  it('steps from change to change, into the next place and back, and says where it ends', async () => {
    pair.since(numbered(1).id);
    await compared();
    Object.assign(page.of, { [summary]: ['late for timely', 'a sentence more'], [leaders]: ['well added'] });
    pair.section = summary;
    pair.step(1);
    expect([pair.section, pair.spoken]).toEqual([
      summary,
      `${home.draft.placeTitle(summary)}, change 1 of 2. late for timely`,
    ]);
    pair.step(1);
    pair.step(1);
    expect([pair.section, page.focused.at(-1), pair.spoken]).toEqual([
      leaders,
      0,
      `${home.draft.placeTitle(leaders)}, change 1 of 1. well added`,
    ]);
    pair.step(1);
    expect([pair.section, spoken.mock.lastCall]).toEqual([leaders, ['This is the last change']]);
    pair.step(-1);
    expect([pair.section, page.focused.at(-1)]).toEqual([summary, 1]);
    pair.step(-1);
    pair.step(-1);
    expect([pair.at, spoken.mock.lastCall]).toEqual([0, ['This is the first change']]);
  });

  it('shows a place at its first change, and says so where it has none', () => {
    page.of[leaders] = ['well added', 'done again'];
    pair.at = 1;
    pair.show(leaders);
    expect([pair.at, page.focused]).toEqual([0, [0]]);
    pair.show(help);
    expect(spoken).toHaveBeenLastCalledWith(`${home.draft.placeTitle(help)}: no changes`);
  });

  it('begins a comment on the words that the page names, and says what to do where there are none', () => {
    pair.comment();
    expect([pair.quoted, app.banner?.text]).toEqual(['', expect.stringMatching(/^Select words/)]);
    page.quote = { words: 'are late', before: true };
    pair.comment();
    expect([pair.quoted, pair.quotedBefore]).toEqual(['are late', true]);
  });

  it('ticks the change in focus, takes the tick back, and says what to do where none has the focus', async () => {
    pair.tick();
    expect(app.banner?.text).toBe('Step to a change first: N goes to the next.');
    page.key = pair.keyOf('words', '0');
    expect([page.key.length, pair.progress[leaders]]).toEqual([64, { changes: 1, reviewed: 0 }]);
    const ticked = (): boolean => reviewersOf(home.draft, page.key).includes(selfId(home.draft));
    for (const wanted of [true, false]) {
      pair.tick();
      await expect.poll(ticked).toBe(wanted);
      expect(pair.progress[leaders]?.reviewed).toBe(wanted ? 1 : 0);
    }
  });

  it('opens and closes unchanged text, and closes it all where another pair is compared', async () => {
    pair.toggle('a');
    pair.toggle('b');
    pair.toggle('a');
    expect(pair.opened).toEqual(['b']);
    pair.since(numbered(1).id);
    await compared();
    expect(pair.opened).toEqual([]);
  });

  it('compares with what was read last once a colleague saved something, until that was looked at', async () => {
    const [latest, last] = pair.revisions.map(({ id }) => id);
    folder.hasRead(draft, latest ?? null);
    expect(pair.readUpTo).toBeUndefined();
    // What one saved oneself is no news.
    folder.hasRead(draft, last ?? null);
    expect(pair.readUpTo).toBeUndefined();
    home.draft.showSinceRead();
    expect(app.banner?.text).toMatch(/^Nobody else saved a revision/);
    const ben = await home.colleague(draft);
    await home.draft.load(draft);
    expect(app.banner?.text).toMatch(/^Nobody else saved a revision/);
    need(await services.saveRevision(ben.scope, summaryOf(draft, 'Visits are made.', open(summary))));
    await home.draft.load(draft);
    expect([pair.readUpTo, app.banner]).toEqual([last, null]);
    pair.leave();
    expect(pair.readUpTo).toBe(last);
    for (const place of [summary, leaders]) page.of[place] = ['one', 'two'];
    await pair.sinceRead();
    expect([pair.before, pair.changed]).toEqual([last, [summary, leaders]]);
    expect(page.focused.at(-1)).toBe(0);
    pair.leave();
    expect(pair.readUpTo).toBeUndefined();
  });
});
