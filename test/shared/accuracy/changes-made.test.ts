import { describe, expect, it } from 'vitest';
import { accuracyAnsweredGate } from '../../../src/shared/gates/accuracy-answered-gate.ts';
import { foldDraft } from '../../../src/shared/judgment/fold-draft.ts';
import { shipped } from '../framework/shipped.ts';
import { History, writer } from '../history.ts';

const ada = writer('Ada');
const first = 'Children are safe in every home that was visited.';
const second = 'Leaders know what must improve, and act on it.';
const sentText = `${first}\n\n${second}`;

interface Accepted {
  readonly history: History;
  readonly write: (text: string) => string;
  readonly made: () => string | null | undefined;
  readonly status: () => string | undefined;
}

/** The provider says of the first paragraph that it is wrong, and it is accepted with no revision named. */
function accepted(change: string | null = null): Accepted {
  const history = new History();
  history.begin(ada);
  let last = history.write(ada, sentText).id;
  const paragraphs = [first, second].map((text, at) => ({ number: at + 1, section: 'summary', text }));
  const sent = history.add(ada, 'accuracy.sent', { paragraphs, due: null }).id;
  const points = [{ paragraph: 1, comment: 'Two homes were not.', evidence: '' }];
  const received = history.add(ada, 'accuracy.received', { sent, points, odd: [], file: null }).id;
  const answer = { received, point: 0, answer: 'accepted', reasons: 'So.', change, over: [] };
  history.add(ada, 'accuracy.answered', answer);
  const state = () => foldDraft(history.draft, history.records)?.state;
  return {
    history,
    write: (text) => (last = history.write(ada, text, [last]).id),
    made: () => state()?.finalising.accuracy.points[0]?.answers[0]?.made,
    status: () => {
      const folded = state();
      return folded && accuracyAnsweredGate.check(folded, shipped('ilacs-2026'))?.status;
    },
  };
}

const changed = 'Children are safe in nine of the eleven homes that were visited.';

describe('an accepted point of the provider', () => {
  it('is met by a revision that changes its paragraph, named or not', () => {
    const { write, made, status } = accepted();
    expect([made(), status()]).toEqual([null, 'reason-needed']);
    const revision = write(`${changed}\n\n${second}`);
    expect([made(), status()]).toEqual([revision, 'done']);
  });

  it('is met by words put before what was sent, which stands whole behind them', () => {
    const { write, made } = accepted();
    expect(made()).toBeNull();
    const revision = write(`In the year seen, ${first}\n\n${second}`);
    expect(made()).toBe(revision);
  });

  it.each([
    ['changes another paragraph', `${first}\n\nLeaders know little.`],
    ['cites a note more', `${first} [CT-001]\n\n${second}`],
    ['only breaks its lines anew', `${first.replace(' in ', '\nin ')}\n\n${second}`],
  ])('is not met by one that %s', (_what, text) => {
    const { write, made, status } = accepted();
    write(text);
    expect([made(), status()]).toEqual([null, 'reason-needed']);
  });

  it('is met no longer once the paragraph stands as it was sent again', () => {
    const { write, made } = accepted();
    write(`${changed}\n\n${second}`);
    write(sentText);
    expect(made()).toBeNull();
  });

  it('is met by what changes the paragraph that it grew into before the comment came, and by nothing else', () => {
    const history = new History();
    history.begin(ada);
    const begun = history.write(ada, sentText).id;
    const paragraphs = [{ number: 1, section: 'summary', text: first }];
    const sent = history.add(ada, 'accuracy.sent', { paragraphs, due: null }).id;
    const grown = history.write(ada, `${first.replace('every', 'each')}\n\n${second}`, [begun]).id;
    const points = [{ paragraph: 1, comment: 'Two homes were not.', evidence: '' }];
    const received = history.add(ada, 'accuracy.received', { sent, points, odd: [], file: null }).id;
    const answer = { received, point: 0, answer: 'accepted', reasons: 'So.', change: grown, over: [] };
    history.add(ada, 'accuracy.answered', answer);
    const made = () =>
      foldDraft(history.draft, history.records)?.state.finalising.accuracy.points[0]?.answers[0]?.made;
    expect(made()).toBeNull();
    const other = history.write(ada, `${first.replace('every', 'each')}\n\nLeaders know little.`, [grown]).id;
    expect(made()).toBeNull();
    const fixed = history.write(ada, `${changed}\n\nLeaders know little.`, [other]).id;
    expect(made()).toBe(fixed);
  });
});
