import type { ImportWarning } from './import-warning.ts';
import type { PlacedLine } from './source-text.ts';

/** An area of the report: one judgment with its narrative. */
export interface ImportedArea {
  /** The framework's id of the area, 'help-and-protection' for example. */
  readonly id: string;
  /** The area's name as its section's heading prints it, else as the table does, without grade and on one line. */
  readonly title: string;
  /** The framework's id of the grade; null where the report prints none, or none that could be read (then warned). */
  readonly grade: string | null;
  /** Paragraphs in printed order, each with its number as printed ("10. Text", "10.Text") where it has one. */
  readonly paragraphs: readonly string[];
}

/** A section that belongs to no area: kept whole under its printed heading. */
export interface OtherSection {
  /** The printed heading; empty where text stands under none. */
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** A heading as printed, and what it heads: an area, "improvements", another section of the framework, or "other". */
export interface ReportHeading {
  readonly section: string;
  readonly lines: readonly PlacedLine[];
}

/**
 * What was read from one published report. Text is mended (lines joined, broken words whole again) but otherwise as
 * printed. Every non-space character of the source stands in `areas`, `summary`, `improvements`, `otherSections`,
 * `footnotes`, `facts`, `furniture` or in a warning's text, once; `accountForCharacters` proves it.
 */
export interface ImportedReport {
  /** Whose services were inspected, as printed in the title ("Trafford", "the Royal Borough of ..."). */
  readonly provider: string | null;
  /** The whole printed title on one line; empty where there is none. */
  readonly title: string;
  /** First and last day on site: ISO dates, YYYY-MM-DD. */
  readonly inspection: { readonly start: string | null; readonly end: string | null };
  /** ISO date of publication where the report prints one. */
  readonly published: string | null;
  /** The lead inspector's name without title or office. */
  readonly leadInspector: string | null;
  /** Type of inspection as a slug ("standard", "short", "focused-visit") where the report prints it. */
  readonly kind: string | null;
  /** The framework in force when the inspection ended; null where none of those given was. */
  readonly frameworkId: string | null;
  /** In the framework's order; an overall judgment is an area with no paragraphs. */
  readonly areas: readonly ImportedArea[];
  /** Paragraphs between the table of grades and the first heading. */
  readonly summary: readonly string[];
  /** The points under "What needs to improve", without their bullets, which stand in `furniture`. */
  readonly improvements: readonly string[];
  readonly otherSections: readonly OtherSection[];
  /** Footnotes, each whole and with its mark, placed where it begins. */
  readonly footnotes: readonly PlacedLine[];
  /** Printed lines that facts were read from: title, dates, lead inspector, table of grades, section headings. */
  readonly facts: readonly PlacedLine[];
  /** Which of the facts are headings of sections. */
  readonly headings: readonly ReportHeading[];
  /** Running headers and footers, page numbers, list marks and the closing imprint. */
  readonly furniture: readonly PlacedLine[];
  /** Paragraphs that a person set aside before the report came in. */
  readonly asides?: readonly string[];
  readonly warnings: readonly ImportWarning[];
}
