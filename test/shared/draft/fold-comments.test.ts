import { describe, expect, it } from 'vitest';
import type { DraftComment } from '../../../src/shared/draft/fold-comments.ts';
import { foldDraft } from '../../../src/shared/judgment/fold-draft.ts';
import { History, writer } from '../history.ts';

const ada = writer('Ada');
const second = writer('Ada', 'second');

interface Commented {
  readonly history: History;
  readonly comment: string;
  readonly reply: (by: typeof ada, parents?: readonly string[]) => string;
  readonly resolve: (by: typeof ada, parents?: readonly string[]) => string;
  readonly read: () => DraftComment | undefined;
}

function commented(): Commented {
  const history = new History();
  history.begin(ada);
  const revision = history.write(ada, 'Children are safe.').id;
  const body = { section: 'summary', revision, quote: 'safe', text: 'Which children?' };
  const comment = history.add(ada, 'comment.written', body).id;
  return {
    history,
    comment,
    reply: (by, parents) => history.add(by, 'comment.replied', { comment, text: 'All.' }, parents).id,
    resolve: (by, parents) => history.add(by, 'comment.resolved', { comment }, parents).id,
    read: () => {
      const both = [history.records, history.records.toReversed()].map(
        (records) => foldDraft(history.draft, records)?.state.comments[0],
      );
      expect(both[1]).toEqual(both[0]);
      return both[0];
    },
  };
}

describe('a comment', () => {
  it('is open with its replies until somebody who knows them all resolves it', () => {
    const { reply, resolve, read } = commented();
    expect(read()).toMatchObject({ replies: [], resolved: null });
    reply(ada);
    expect(read()).toMatchObject({ replies: [{ text: 'All.', author: ada.person }], resolved: null });
    const resolution = resolve(ada);
    expect(read()?.resolved).toMatchObject({ record: resolution, author: ada.person });
  });

  it('is opened again by a later reply, and by one that the resolution did not know of', () => {
    const later = commented();
    later.resolve(ada);
    later.reply(ada);
    expect(later.read()?.resolved).toBeNull();
    later.resolve(ada);
    expect(later.read()?.resolved).not.toBeNull();
    const beside = commented();
    const before = beside.history.heads();
    beside.resolve(ada);
    beside.reply(second, before);
    expect(beside.read()?.resolved).toBeNull();
  });

  it('says nothing of a comment that its author did not know', () => {
    const { history, comment, read } = commented();
    history.add(writer('Ada', 'third'), 'comment.resolved', { comment }, [history.draft]);
    expect(read()?.resolved).toBeNull();
  });
});
