import type { Criterion } from '../framework/framework-schema.ts';
import type { EvidenceKind } from '../values/evidence-kind.ts';
import type { WeighedNote } from './linked-evidence.ts';

/** What evidence a criterion, or an area as a whole, still lacks. */
export type EvidenceGap =
  | { readonly gap: 'no-evidence' }
  | { readonly gap: 'one-kind'; readonly kind: EvidenceKind }
  | { readonly gap: 'one-inspector'; readonly inspector: string }
  | {
      readonly gap: 'required';
      readonly kinds: readonly EvidenceKind[];
      readonly atLeast: number;
      readonly have: number;
    }
  | {
      readonly gap: 'required-sources';
      readonly kinds: readonly EvidenceKind[];
      readonly sources: number;
      readonly have: number;
    };

/** What the framework requires of these notes and they do not meet: too few notes, or from too few sources. */
export function requiredGaps(
  required: Criterion['required'],
  notes: readonly WeighedNote[],
): readonly EvidenceGap[] {
  return (required ?? []).flatMap(({ kinds, atLeast, sources }): EvidenceGap[] => {
    const fitting = notes.filter(({ note }) => kinds.includes(note.kind));
    const distinct = new Set(fitting.map(({ note }) => note.source.trim().toLowerCase())).size;
    return [
      ...(fitting.length < atLeast
        ? [{ gap: 'required', kinds, atLeast, have: fitting.length } as const]
        : []),
      ...(sources !== undefined && distinct < sources
        ? [{ gap: 'required-sources', kinds, sources, have: distinct } as const]
        : []),
    ];
  });
}

/** What a criterion lacks to rest on several kinds of source and several inspectors, and on what the framework asks. */
export function criterionGaps(criterion: Criterion, notes: readonly WeighedNote[]): readonly EvidenceGap[] {
  const kinds = new Set(notes.map(({ note }) => note.kind));
  const inspectors = new Set(notes.map(({ note }) => note.author));
  const [kind] = kinds;
  const [inspector] = inspectors;
  return [
    ...(notes.length === 0 ? [{ gap: 'no-evidence' } as const] : []),
    ...(kinds.size === 1 && kind !== undefined ? [{ gap: 'one-kind', kind } as const] : []),
    ...(inspectors.size === 1 && inspector !== undefined
      ? [{ gap: 'one-inspector', inspector } as const]
      : []),
    ...requiredGaps(criterion.required, notes),
  ];
}
