import { describe, expect, it } from 'vitest';
import { foldDraft } from '../../../src/shared/judgment/fold-draft.ts';
import { conflictsGate } from '../../../src/shared/gates/conflicts-gate.ts';
import { hiddenCharactersGate } from '../../../src/shared/gates/hidden-characters-gate.ts';
import { seenState, type SeenState } from '../../../src/shared/seen/seen-draft.ts';
import { shipped } from '../framework/shipped.ts';
import { History, writer } from '../history.ts';

const ada = writer('Ada');
const ilacs = shipped('ilacs-2023');

/** A draft whose texts of one section are each written over none. */
function withTexts(texts: readonly string[], more: (history: History) => void = () => undefined): SeenState {
  const history = new History();
  history.begin(ada);
  for (const text of texts)
    history.add(ada, 'revision.saved', {
      reason: 'Written',
      narratives: [{ section: 'leaders', text, over: [] }],
      grades: [],
      improvements: null,
      rest: [],
    });
  more(history);
  const folded = foldDraft(history.draft, history.records);
  if (folded === null) throw new Error('the draft does not fold');
  return seenState(folded, ada.person);
}

describe('the gate of conflicts', () => {
  it('blocks while a text stands in two ways, names it, and leads to it', () => {
    const state = withTexts(['Plans are clear.', 'Plans are late.']);
    expect(conflictsGate.check(state, null)).toMatchObject({
      status: 'blocking',
      rule: null,
      detail: '1 field has two values that somebody must settle.',
      goTo: { screen: 'write' },
    });
    expect(conflictsGate.looksAt(state, ilacs)).toMatchObject([
      { detail: 'Two values stand', isSettled: false, goTo: { screen: 'write', area: 'leaders' } },
    ]);
    expect(conflictsGate.check(withTexts(['Plans are clear.']), null)).toMatchObject({ status: 'done' });
  });
});

describe('the gate of hidden characters', () => {
  const hidden = ['Plans are\u200b clear.'];
  const reason = { rule: 'hidden-characters', reason: 'It is in the quotation.', over: [] };

  it.each([
    ['asks for a reason where a text holds one', hidden, () => undefined, 'reason-needed'],
    [
      'holds once the reason is on the record',
      hidden,
      (history: History) => history.add(ada, 'reason.given', reason),
      'by-reason',
    ],
    ['holds where no text does', ['Plans are clear.'], () => undefined, 'done'],
  ] as const)('%s', (_words, texts, more, status) => {
    expect(hiddenCharactersGate.check(withTexts(texts, more), null)).toMatchObject({ status });
  });

  it('counts them section by section, and leads to the text', () => {
    expect(hiddenCharactersGate.looksAt(withTexts(hidden), ilacs)).toMatchObject([
      { detail: '1 hidden character', isSettled: false, goTo: { screen: 'write', area: 'leaders' } },
    ]);
  });
});
