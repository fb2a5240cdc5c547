import type { GraphRecord } from '../records/record-graph.ts';
import { challengeAccepted } from './challenge-accepted.ts';
import { challengeAnswered } from './challenge-answered.ts';
import { challengeRaised } from './challenge-raised.ts';
import { challengeWithdrawn } from './challenge-withdrawn.ts';
import type { PersonId } from '../records/record.ts';
import type { Challenge } from './moderation-state.ts';

/**
 * The challenges of a draft in fold order. Only whoever raised one can withdraw it, or accept an answer that counts; only who
 * is to answer it, or the owner of the draft, answers it: what others say to it is a comment.
 */
export function foldChallenges(counted: readonly GraphRecord[], draftOwner: PersonId): readonly Challenge[] {
  const answers = new Map<string, Challenge['answers'][number][]>();
  const withdrawn = new Map<string, { record: string; author: string; at: string; reason: string }[]>();
  for (const { record } of counted) {
    const { id, author, at } = record;
    const answered = challengeAnswered.in(record);
    if (answered !== undefined) {
      const here = answers.get(answered.challenge) ?? [];
      answers.set(answered.challenge, [...here, { record: id, author, at, answer: answered.answer }]);
    }
    const taken = challengeWithdrawn.in(record);
    if (taken !== undefined) {
      const here = withdrawn.get(taken.challenge) ?? [];
      withdrawn.set(taken.challenge, [...here, { record: id, author, at, reason: taken.reason }]);
    }
  }
  const raised = counted.flatMap(({ record }) => {
    const body = challengeRaised.in(record);
    return body === undefined ? [] : [{ record, body }];
  });
  const accepting = counted.flatMap(({ record }) => {
    const body = challengeAccepted.in(record);
    return body === undefined ? [] : [{ record, body }];
  });
  return raised.map(({ record, body }, at) => {
    const taken = withdrawn.get(record.id)?.find(({ author }) => author === record.author) ?? null;
    const own = (answers.get(record.id) ?? []).filter(
      ({ author }) => author === body.owner || author === draftOwner,
    );
    const acceptance = accepting.findLast(
      ({ record: by, body: { challenge, answer } }) =>
        challenge === record.id && by.author === record.author && own.some((each) => each.record === answer),
    );
    return {
      id: record.id,
      number: at + 1,
      author: record.author,
      at: record.at,
      ...body,
      state: taken !== null ? 'withdrawn' : own.length > 0 ? 'answered' : 'open',
      answers: own,
      accepted:
        acceptance === undefined
          ? null
          : {
              record: acceptance.record.id,
              at: acceptance.record.at,
              answer: acceptance.body.answer,
            },
      withdrawn: taken === null ? null : { record: taken.record, at: taken.at, reason: taken.reason },
    };
  });
}
