import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isNewer } from '../../../src/shared/judgment/draft-notices.ts';
import { foldDraft, type FoldedDraft } from '../../../src/shared/judgment/fold-draft.ts';
import { defineEvent, type Said } from '../../../src/shared/records/define-event.ts';
import { draftEventTypes } from '../../../src/shared/judgment/event-types.ts';
import type { Json } from '../../../src/shared/records/record.ts';
import { History, idOf, writer } from '../history.ts';

/** A kind at its third version: names came in the second, and its text was called `said` before the third. */
const greeted = defineEvent({
  type: 'greeting.spoken',
  noun: ['greeting', 'greetings'],
  version: 3,
  body: z.strictObject({ text: z.string().min(1), names: z.array(z.string()) }),
  words: ['text', 'said'],
  upcast: (body, from) => {
    const { said, names, ...rest } = z.record(z.string(), z.json()).parse(body);
    return { ...rest, text: said ?? '', names: from < 2 ? [] : (names ?? []) };
  },
  describe: ({ text, names }) => `said ${text} to ${names.length}`,
});

const record = (facts: Json, words?: Readonly<Record<string, Json>>): Said => ({
  type: 'greeting.spoken',
  author: idOf('ada'),
  facts,
  ...(words === undefined ? {} : { words }),
});

describe('the version of a body', () => {
  it.each<readonly [string, Said, unknown]>([
    ['absent, the first', record({ said: '' }, { '/said': 'hello' }), { text: 'hello', names: [] }],
    ['2', record({ v: 2, said: '', names: ['Ada'] }, { '/said': 'hi' }), { text: 'hi', names: ['Ada'] }],
    ['its kind’s own', record({ v: 3, text: '', names: [] }, { '/text': 'hey' }), { text: 'hey', names: [] }],
    ['2, its words erased', record({ v: 2, said: '', names: [] }), { text: '(erased)', names: [] }],
  ])('%s is read as the kind’s own', (_version, said, body) => {
    expect(greeted.in(said)).toEqual(body);
    expect(greeted.isLater(said)).toBe(false);
  });

  it.each<readonly [string, Json, boolean]>([
    ['later than known', { v: 4, text: '', names: [] }, true],
    ['the first, said where it goes without saying', { v: 1, said: '' }, false],
    ['no number', { v: '2', said: '', names: [] }, false],
    ['null', { v: null, said: '' }, false],
    ['the kind’s own over an older form', { v: 3, said: '', names: [] }, false],
  ])('%s is not read', (_version, facts, isLater) => {
    expect(greeted.in(record(facts, {}))).toBeUndefined();
    expect(greeted.isLater(record(facts, {}))).toBe(isLater);
  });

  it('is written into the facts, and read again as it was written', () => {
    const said = greeted.write({ text: 'good day', names: ['Ada'] }).said(idOf('ada'));
    expect(said).toMatchObject({ facts: { v: 3, text: '', names: ['Ada'] }, words: { '/text': 'good day' } });
    expect(greeted.in(record(said?.facts ?? null, { '/text': 'good day' }))).toEqual({
      text: 'good day',
      names: ['Ada'],
    });
  });

  it('is not said by kinds of version 1', () => {
    const kinds = [...draftEventTypes.values()].filter(({ version }) => version === 1);
    expect(kinds.length).toBeGreaterThan(50);
    for (const kind of kinds) expect(kind.apart({ reason: 'because' }).facts).not.toHaveProperty('v');
  });
});

describe('a draft with a body of a later version', () => {
  const ada = writer('ada');
  const fold = (type: string, body: unknown, v: number): FoldedDraft => {
    const history = new History();
    history.begin(ada);
    history.add(ada, type, body, undefined, v);
    const folded = foldDraft(history.draft, history.records);
    if (folded === null) throw new Error('the draft does not fold');
    return folded;
  };
  const reason = { rule: 'help.leaders', reason: 'because', over: [] };

  it.each<readonly [string, string, unknown, number, boolean]>([
    ['a body of the known version', 'reason.given', reason, 1, false],
    ['a body of a later version', 'reason.given', { ...reason, v: 2 }, 1, true],
    ['an envelope of a later version', 'reason.given', reason, 2, true],
    ['a kind that is not known', 'verdict.whispered', reason, 1, true],
    ['a body that is no version’s', 'reason.given', { ...reason, v: 1 }, 1, false],
  ])('%s: newer is %5$s', (_what, type, body, v, newer) => {
    const folded = fold(type, body, v);
    expect(folded.state.newer).toBe(newer);
    expect(folded.graph.entries.map(({ record: one }) => isNewer(one))).toEqual([false, newer]);
    expect(folded.state.notices.some(({ code }) => code === 'newer-version')).toBe(newer);
  });
});
