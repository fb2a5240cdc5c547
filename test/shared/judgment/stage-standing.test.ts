import { describe, expect, it } from 'vitest';
import { foldDraft } from '../../../src/shared/judgment/fold-draft.ts';
import { seenDraft } from '../../../src/shared/seen/seen-draft.ts';
import { snapshotOf } from '../../../src/shared/comparison/snapshot-of.ts';
import type { Stage } from '../../../src/shared/values/stages.ts';
import { History, writer } from '../history.ts';

const ada = writer('ada');
const ben = writer('ben');

function stageOf(history: History): Stage | undefined {
  return foldDraft(history.draft, history.records)?.state.stage.now;
}

function begun(): History {
  const history = new History();
  history.begin(ada);
  return history;
}

const said = (value: string, over: readonly string[] = []): unknown => ({
  writes: [{ name: 'stage', value, over }],
  reason: 'The team says so',
});
const moment = (name: string, day: string | null, over: readonly string[] = []): unknown => ({
  moment: name,
  day,
  over,
});

describe('the stage of a draft', () => {
  it('is fieldwork until something happens, and drafting with the first text', () => {
    const history = begun();
    expect(stageOf(history)).toBe('fieldwork');
    history.write(ada, 'Children get help.', []);
    expect(stageOf(history)).toBe('drafting');
  });

  it.each([
    ['draft-written', 'drafting'],
    ['moderated', 'moderation'],
    ['draft-sent', 'factual-accuracy'],
    ['comments-answered', 'factual-accuracy'],
  ])('is moved by the day of %s to %s, and not by one that was taken back', (name, stage) => {
    const history = begun();
    const { id } = history.add(ada, 'moment.recorded', moment(name, '2026-11-20'));
    expect(stageOf(history)).toBe(stage);
    history.add(ada, 'moment.recorded', moment(name, null, [id]));
    expect(stageOf(history)).toBe('fieldwork');
  });

  it('goes back by hand alone, and onward again with what happens after that', () => {
    const history = begun();
    history.add(ada, 'moment.recorded', moment('moderated', '2026-11-20'));
    history.write(ada, 'Children get help.', []);
    expect(stageOf(history)).toBe('moderation');
    history.add(ada, 'details.set', said('fieldwork'));
    expect(stageOf(history)).toBe('fieldwork');
    history.write(ada, 'Children get help soon.', []);
    expect(stageOf(history)).toBe('drafting');
  });

  it('counts what happened without knowing of the person’s word', () => {
    const history = begun();
    const granted = history.add(ada, 'role.granted', { person: ben.person, role: 'lead' });
    history.add(ben, 'moment.recorded', moment('draft-sent', '2026-11-20'), [granted.id]);
    history.add(ada, 'details.set', said('drafting'), [granted.id]);
    expect(stageOf(history)).toBe('factual-accuracy');
  });

  it('stays published, whatever is written in the report afterwards', () => {
    const history = begun();
    history.add(ada, 'details.set', said('published'));
    history.write(ada, 'Children get help.', []);
    expect(stageOf(history)).toBe('published');
  });
});

describe('what was written at which stage', () => {
  const late = (history: History): readonly string[] => {
    const folded = foldDraft(history.draft, history.records);
    const seen = seenDraft({ folded, problems: [] }, '');
    return seen === null ? [] : snapshotOf(seen).writtenAfterSending;
  };

  it('words saved before the draft went to the provider are not late, and those saved after it are', () => {
    const history = begun();
    const first = history.write(ada, 'Children get help.', []);
    history.add(ada, 'moment.recorded', moment('draft-sent', '2026-11-20'));
    expect(late(history)).toEqual([]);
    history.write(ada, 'Children get help soon.', [first.id]);
    expect(late(history)).toEqual(['summary']);
  });

  it('words of somebody who could not know that it had gone are not late', () => {
    const history = begun();
    history.add(ada, 'role.granted', { person: ben.person, role: 'lead' });
    const known = history.heads();
    history.add(ada, 'moment.recorded', moment('draft-sent', '2026-11-20'));
    history.write(ben, 'Children get help.', [], known);
    expect(late(history)).toEqual([]);
  });
});
