import type { GradeValue } from '../../shared/values/grade-value.ts';
import type { Improvement } from '../../shared/values/improvement.ts';

/** What was changed and not saved: new values by field, each with the writes it was typed over. */
export interface Unsaved {
  readonly narratives: {
    readonly [section: string]: { readonly text: string; readonly over: readonly string[] };
  };
  readonly grades: {
    readonly [area: string]: { readonly value: GradeValue; readonly over: readonly string[] };
  };
  readonly improvements: UnsavedList | null;
  /** Strengths and other lists of points, by section; absent in what earlier versions kept. */
  readonly lists?: { readonly [section: string]: UnsavedList };
}

/** A list of points as changed, over the writes it was changed from. */
export interface UnsavedList {
  readonly points: readonly Improvement[];
  readonly over: readonly string[];
}

export const nothingUnsaved: Unsaved = { narratives: {}, grades: {}, improvements: null };

/** How many fields are unsaved. */
export function countUnsaved(unsaved: Unsaved): number {
  return (
    Object.keys(unsaved.narratives).length +
    Object.keys(unsaved.grades).length +
    Object.keys(unsaved.lists ?? {}).length +
    (unsaved.improvements === null ? 0 : 1)
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isUnsaved(value: unknown): value is Unsaved {
  return (
    isRecord(value) && isRecord(value['narratives']) && isRecord(value['grades']) && 'improvements' in value
  );
}

/** Reads what a journal kept; null where it is in no form that this version wrote. */
export function readUnsaved(content: string): Unsaved | null {
  try {
    const value: unknown = JSON.parse(content);
    return isUnsaved(value) ? value : null;
  } catch {
    return null;
  }
}
