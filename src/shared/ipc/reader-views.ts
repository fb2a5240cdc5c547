import type { PrintedDocument } from '../documents/printed-document.ts';
import type { VerificationView } from './views.ts';

/** A file of records as it is read without a workspace: what it says, what verification finds, and what it lacks. */
export interface ReaderView {
  readonly file: string;
  readonly bytes: number;
  readonly provider: string;
  /** Whether words were taken out of it, its evidence was left out, or all is here. */
  readonly copy: 'redacted' | 'without-evidence' | 'whole';
  readonly report: PrintedDocument;
  /** Null where the file lacks what it is made of. */
  readonly moderation: PrintedDocument | null;
  readonly certificate: PrintedDocument | null;
  readonly verification: VerificationView['drafts'][number];
  /** What is wrong with the people's own logs in it, beside what is wrong with the draft. */
  readonly isSound: boolean;
  /** How many responses of time-stamping services over the seal it holds. */
  readonly timeStamps: number;
  /** What came after the seal, counted by kind in words. */
  readonly since: readonly string[];
  /** What each rule is called that a reason was signed for, by the name that the seal has for it. */
  readonly ruleTitles: Readonly<Record<string, string>>;
  /** What of each kind stands in it without its words. */
  readonly absent: readonly { readonly what: string; readonly count: number }[];
  /** What a redacted copy says of why words were taken out of the report. */
  readonly taken: readonly { readonly where: string; readonly words: number; readonly reason: string }[];
}
