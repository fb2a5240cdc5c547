import type { PersonId, RecordId } from '../records/record.ts';

/** A paragraph of the report by the number that the provider knows it by. */
export interface NumberedParagraph {
  readonly number: number;
  /** The area or section it stands in. */
  readonly section: string;
  readonly text: string;
}

export interface AccuracyAnswer {
  readonly record: RecordId;
  readonly author: PersonId;
  readonly at: string;
  readonly answer: 'accepted' | 'partly' | 'not-accepted';
  readonly reasons: string;
  /** The revision that is named for the change; null where none is. */
  readonly change: RecordId | null;
  /**
   * The revision that made it: saved by somebody who knew the comment, it changed the paragraph, which stands as it was
   * sent no longer; of a comment on the whole, it wrote anything. The named one where that did; null while none has.
   */
  readonly made: RecordId | null;
}

/** One of the provider's points. */
export interface AccuracyPoint {
  /** The record it came in, and its place there, 0 for the first. */
  readonly received: RecordId;
  /** What was sent that it answers: its paragraph is known by the number there. */
  readonly sent: RecordId;
  readonly point: number;
  /** 1, 2, ... over everything that came back. */
  readonly number: number;
  readonly paragraph: number | null;
  readonly comment: string;
  readonly evidence: string;
  /** Open answers: none, one, or several that people gave without knowing of each other. */
  readonly answers: readonly AccuracyAnswer[];
}

/** What a point is called where a screen is left for it. */
export function pointId({ received, point }: Pick<AccuracyPoint, 'received' | 'point'>): string {
  return `${received}-${point}`;
}

/** A draft as it was sent to the provider. */
export interface SentDraft {
  readonly record: RecordId;
  readonly author: PersonId;
  readonly at: string;
  readonly due: string | null;
  readonly paragraphs: readonly NumberedParagraph[];
}

/** What came back from the provider at one time, as it was recorded; the file itself is known by its hash alone. */
interface ReturnedComments {
  readonly record: RecordId;
  /** The sending that it answers. */
  readonly sent: RecordId;
  readonly author: PersonId;
  readonly at: string;
  /** What the file was called; null where they had no comments. */
  readonly file: string | null;
  /** The hash of that file, where it was kept as it came; null where its words alone were. */
  readonly kept: string | null;
  readonly points: readonly Pick<AccuracyPoint, 'paragraph' | 'comment' | 'evidence'>[];
  readonly odd: readonly { readonly row: number; readonly text: string; readonly why: string }[];
}

/** The factual accuracy check: what was sent last, what came back, how it was answered. */
export interface AccuracyState {
  readonly sent:
    | (SentDraft & {
        /** As it was sent the time before; null where this was the first. */
        readonly earlier: { readonly at: string; readonly paragraphs: readonly NumberedParagraph[] } | null;
      })
    | null;
  /** Every draft that was sent, the first first. */
  readonly sendings: readonly SentDraft[];
  /** Everything that came back, the first first. */
  readonly returns: readonly ReturnedComments[];
  /** When a draft was first sent; null where none was. */
  readonly firstSentAt: string | null;
  /** When comments on what was sent last came back first; null while they have not. */
  readonly receivedAt: string | null;
  readonly points: readonly AccuracyPoint[];
  readonly odd: readonly { readonly row: number; readonly text: string; readonly why: string }[];
  /** The files that comments came back in, with when. */
  readonly files: readonly { readonly name: string; readonly sha256: string; readonly at: string }[];
  /** People who were on site: they wrote evidence notes or were given the role of inspector. */
  readonly onSite: readonly PersonId[];
}
