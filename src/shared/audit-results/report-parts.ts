import type { Audit } from '../audits/fold-audit.ts';
import type { Draw } from '../audits/fold-draw.ts';
import type { Protocol } from '../audits/protocol.ts';
import { plain, type Block } from '../documents/printed-document.ts';
import type { AuditFigures } from './audit-figures.ts';
import type { FrameFigures } from './frame-figures.ts';

/** What the report of one draw is made from. */
export interface AuditReportParts {
  readonly audit: Audit;
  readonly draw: Draw;
  /** What the files say of every signed ticket, by its seal. */
  readonly tickets: ReadonlyMap<string, string>;
  readonly figures: AuditFigures & { readonly ofFrame: FrameFigures };
  /** Other audits of the workspace, by name, with how many judgments they drew. */
  readonly otherAudits: readonly { readonly name: string; readonly drawn: number }[];
  /** How many judgments the rule selects today that the frame lacks. */
  readonly lacking: number;
  readonly frameworks: readonly string[];
  readonly protocols: readonly Protocol[];
  readonly person: (id: string) => string;
  /** '' where no draft of the workspace has the seal. */
  readonly provider: (seal: string) => string;
  /** What an area of a judgment is called in its framework. */
  readonly area: (seal: string, area: string) => string;
  /** ISO time at which it is made. */
  readonly at: string;
}

/** A heading of the report. */
export function heading(text: string): Block {
  return { kind: 'heading', level: 2, text };
}

/** A paragraph of it. */
export function paragraph(text: string): Block {
  return { kind: 'paragraph', words: plain(text) };
}

/** A list of it; nothing where there is nothing to list. */
export function list(items: readonly string[]): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', items: items.map(plain) }];
}
