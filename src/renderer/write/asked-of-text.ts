import { pointId } from '../../shared/accuracy/accuracy-state.ts';
import type { DraftState } from '../../shared/judgment/draft-state.ts';
import type { DraftComment } from '../../shared/draft/fold-comments.ts';
import type { Challenged } from '../../shared/moderation/challenge-raised.ts';
import type { Round } from '../../shared/moderation/round.ts';
import { citationsIn } from '../../shared/evidence/citations.ts';
import { compareTexts } from '../../shared/text/compare-texts.ts';
import { findAnchor, findQuote } from '../../shared/text/find-anchor.ts';

/** A part of the report by the title that the provider reads over it. */
interface TitledSection {
  readonly id: string;
  readonly title: string;
}

/** Something that others ask of a section's text and that nobody answered. */
export interface Asked {
  readonly id: string;
  readonly kind: 'challenge' | 'point' | 'provider' | 'comment';
  /** Who asks it; null where it is the provider. */
  readonly author: string | null;
  /** YYYY-MM-DD; null where no day is set. */
  readonly due: string | null;
  readonly text: string;
  /** The words it means, as they were read; '' where it means all of the section. */
  readonly quote: string;
  readonly standing: 'there' | 'changed' | 'gone' | 'section' | 'report';
  /** Where they stand in the text now. */
  readonly place: { readonly from: number; readonly to: number } | null;
  /** Where it is answered; null where it is answered beside the text. */
  readonly screen: 'panel' | 'finalise' | null;
  /** The comment with what was said to it; null where it is something else. */
  readonly comment: DraftComment | null;
}

type Question = Omit<Asked, 'standing' | 'place' | 'comment'> & {
  /** It means all of the report. */
  readonly ofReport?: boolean;
  readonly comment?: DraftComment;
  /** The code of the note it means, which stands in the text where it is cited. */
  readonly code?: string;
};

function placed({ code, comment, ofReport, ...of }: Question, text: string): Asked {
  const question = { ...of, comment: comment ?? null };
  if (ofReport === true) return { ...question, standing: 'report', place: null };
  if (code !== undefined) {
    const cited = citationsIn(text).find(({ codes }) => codes.includes(code));
    return cited === undefined
      ? { ...question, standing: 'section', place: null }
      : { ...question, standing: 'there', place: { from: cited.from, to: cited.to } };
  }
  const { quote } = question;
  if (quote === '') return { ...question, standing: 'section', place: null };
  const there = findQuote(text, quote);
  if (there !== null) return { ...question, standing: 'there', place: { from: there[0], to: there[1] } };
  const { standing, range } = findAnchor(quote, quote, text, compareTexts(quote, text));
  return { ...question, standing, place: range === null ? null : { from: range[0], to: range[1] } };
}

/** Where a challenge is put: a section or area; null where it means a note, wherever that is cited. */
const placeOf = (about: Challenged): string | null => (about.what === 'claim' ? about.section : about.area);

function challenges({ moderation, notes }: DraftState, section: string): readonly Question[] {
  return moderation.challenges
    .filter(({ state, about }) => state === 'open' && (placeOf(about) ?? section) === section)
    .map(({ id, author, due, text, about }) => {
      const asked = { id, kind: 'challenge', author, due, text, screen: 'panel' } as const;
      if (about.what === 'claim') return { ...asked, quote: about.quote };
      const note = about.what === 'evidence' ? notes.find((known) => known.id === about.note) : undefined;
      return note === undefined ? { ...asked, quote: '' } : { ...asked, quote: note.text, code: note.code };
    });
}

function pointsBack(rounds: readonly Round[], section: string): readonly Question[] {
  return rounds
    .flatMap(({ outcomes }) => outcomes[section] ?? [])
    .flatMap(({ record, author, value, pointAnswers }) =>
      (value?.points ?? []).flatMap(({ text, due }, at): Question[] =>
        (pointAnswers[at] ?? []).length > 0
          ? []
          : [{ id: `${record}-${at}`, kind: 'point', author, due, text, quote: '', screen: 'panel' }],
      ),
    );
}

/** The section that a comment without a paragraph's number begins with the title of; undefined where it names none. */
function namedSection(comment: string, titles: readonly TitledSection[]): string | undefined {
  const words = comment.toLowerCase();
  return titles.find(({ title }) => words.startsWith(`${title.toLowerCase()}:`))?.id;
}

function providers(
  { finalising }: DraftState,
  section: string,
  titles: readonly TitledSection[],
): readonly Question[] {
  const { sent, points } = finalising.accuracy;
  const open = points.filter(({ answers }) => answers.length !== 1);
  return open.flatMap((point): Question[] => {
    const { comment: text } = point;
    const asked = { id: pointId(point), kind: 'provider', author: null, due: null, text } as const;
    if (point.paragraph === null) {
      const named = namedSection(text, titles);
      if (named !== undefined && named !== section) return [];
      return [{ ...asked, quote: '', screen: 'finalise', ofReport: named === undefined }];
    }
    const paragraph =
      point.sent === sent?.record
        ? sent.paragraphs.find(({ number }) => number === point.paragraph)
        : undefined;
    return paragraph?.section === section ? [{ ...asked, quote: paragraph.text, screen: 'finalise' }] : [];
  });
}

/** Comments on a section: those that are open, or those that were resolved. */
function comments({ comments: all }: DraftState, section: string, isResolved: boolean): readonly Question[] {
  return all
    .filter((comment) => comment.section === section && (comment.resolved !== null) === isResolved)
    .map((comment) => {
      const { id, author, text, quote } = comment;
      return { id, kind: 'comment', author, due: null, text, quote, screen: null, comment };
    });
}

/** The comments on a section that were resolved, the latest first. */
export function resolvedComments(state: DraftState, section: string, text: string): readonly Asked[] {
  return comments(state, section, true)
    .map((question) => placed(question, text))
    .reverse();
}

/**
 * What comments, challenges, panels and the provider ask of a section's text, each where the words it means stand now: first what
 * means all of the section, then in the order of the text, last what means words that are gone.
 */
export function askedOfText(
  state: DraftState,
  section: string,
  text: string,
  titles: readonly TitledSection[],
): readonly Asked[] {
  const all = [
    ...challenges(state, section),
    ...pointsBack(state.moderation.rounds, section),
    ...providers(state, section, titles),
    ...comments(state, section, false),
  ].map((question) => placed(question, text));
  const rank = ({ standing, place }: Asked): number =>
    standing === 'section' || standing === 'report' ? -1 : (place?.from ?? Number.MAX_SAFE_INTEGER);
  return all.sort((a, b) => rank(a) - rank(b));
}

/** What somebody does who asks something of a text. */
export const asks = { comment: 'comments', challenge: 'challenges' } as const;

/** Who asks, in words. */
export function askedBy(
  { kind, author }: Pick<Asked, 'kind' | 'author'>,
  nameOf: (id: string) => string,
): string {
  if (kind === 'provider' || author === null) return 'The provider says';
  return kind === 'comment' || kind === 'challenge'
    ? `${nameOf(author)} ${asks[kind]}`
    : 'Point of the panel';
}
