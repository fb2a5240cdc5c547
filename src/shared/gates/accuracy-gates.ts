import { count, pluralOf } from '../words.ts';
import type { DraftState } from '../judgment/draft-state.ts';
import { settled } from '../records/settled.ts';
import type { Framework } from '../framework/framework-schema.ts';
import type { AccuracyPoint } from '../accuracy/accuracy-state.ts';
import { unseenParagraphs } from '../documents/unseen-paragraphs.ts';
import type { Gate } from './gate.ts';

const sentRule = 'factual-accuracy';
const unseenRule = 'unseen-by-provider';

function numbers(points: readonly AccuracyPoint[]): string {
  const all = points.map((point) => point.number);
  return `${pluralOf(all.length, 'point', 'points')} ${all.slice(0, 12).join(', ')}${all.length > 12 ? ' and more' : ''}`;
}

function only({ answers }: AccuracyPoint): AccuracyPoint['answers'][number] | undefined {
  return answers.length === 1 ? answers[0] : undefined;
}

function sentGate(state: DraftState, framework: Framework): Gate {
  const { sent, receivedAt, points } = state.finalising.accuracy;
  const asked = framework.deadlines.some((one) => ['draft-sent', 'comments-received'].includes(one.from));
  const reason = settled(state.reasons[sentRule]);
  const settledByReason = reason === null ? ('reason-needed' as const) : ('done' as const);
  return {
    id: 'accuracy-sent',
    title: 'The provider has checked the facts',
    told:
      sent === null
        ? asked
          ? `The draft was not sent to the provider from here.${reason === null ? '' : ` Reason recorded: ${reason}`}`
          : 'The framework asks for no check of the facts by the provider'
        : receivedAt === null
          ? 'The draft was sent, and no comments have come back. Record it also where they have none.'
          : `${count(points.length, 'point')} came back`,
    status:
      sent === null
        ? asked
          ? settledByReason
          : 'not-needed'
        : receivedAt === null
          ? settledByReason
          : 'done',
    rule: sentRule,
    goTo: null,
  };
}

function answeredGate({ finalising: { accuracy } }: DraftState): Gate {
  const { points } = accuracy;
  const open = points.filter((point) => only(point) === undefined);
  const untied = points.filter((point) => {
    const answer = only(point);
    return answer !== undefined && answer.answer !== 'not-accepted' && answer.change === null;
  });
  return {
    id: 'accuracy-answered',
    title: 'Every comment of the provider is answered',
    told:
      open.length > 0
        ? `${open.length} of ${points.length} open: ${numbers(open)}.`
        : untied.length > 0
          ? `Accepted, and the revision that makes the change is not named: ${numbers(untied)}.`
          : points.length === 0
            ? 'No comments to answer'
            : `${points.length} of ${points.length} answered`,
    status: points.length === 0 ? 'not-needed' : open.length + untied.length > 0 ? 'blocking' : 'done',
    rule: null,
    goTo: null,
  };
}

function offSiteGate({ finalising: { accuracy } }: DraftState): Gate {
  const onSite = new Set(accuracy.onSite);
  const wrong = accuracy.points.filter((point) => onSite.has(only(point)?.author ?? ''));
  return {
    id: 'accuracy-off-site',
    title: 'Answered by someone who was not on site',
    told:
      wrong.length === 0
        ? accuracy.points.length === 0
          ? 'No comments to answer'
          : 'No answer is by somebody who wrote evidence notes or was an inspector here'
        : `By somebody who was on site: ${numbers(wrong)}. Someone who wrote no evidence note and was no inspector here must answer anew.`,
    status: accuracy.points.length === 0 ? 'not-needed' : wrong.length > 0 ? 'blocking' : 'done',
    rule: null,
    goTo: null,
  };
}

function unseenGate(state: DraftState): Gate {
  const open = unseenParagraphs(state).filter((one) => one.answers.length === 0);
  const reason = settled(state.reasons[unseenRule]);
  const first = open[0];
  return {
    id: 'accuracy-unseen',
    title: 'Nothing in the report that the provider has not seen',
    told:
      first === undefined
        ? state.finalising.accuracy.sent === null
          ? 'Nothing was sent that the report could be held against'
          : 'Every paragraph was sent, or answers an accepted point'
        : `${count(open.length, 'paragraph')} changed or added since, beside what accepted points changed. Send it again, or say why they need not see it.`,
    status:
      state.finalising.accuracy.sent === null
        ? 'not-needed'
        : first === undefined || reason !== null
          ? 'done'
          : 'reason-needed',
    rule: unseenRule,
    goTo: first === undefined ? null : { screen: 'write', area: first.section },
  };
}

/** What must hold of the factual accuracy check: sent and back, answered, by someone not on site, nothing unseen. */
export function accuracyGates(state: DraftState, framework: Framework): readonly Gate[] {
  return [sentGate(state, framework), answeredGate(state), offSiteGate(state), unseenGate(state)];
}
