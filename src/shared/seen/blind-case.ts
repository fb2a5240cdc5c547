import type { FoldedDraft } from '../judgment/fold-draft.ts';
import type { EvidenceKind } from '../values/evidence-kind.ts';
import type { PersonId, RecordId } from '../records/record.ts';
import { shown } from '../records/settled.ts';
import type { Area, Framework } from '../framework/framework-schema.ts';
import { maskFor } from './mask-grades.ts';

/** A note as a blind reader sees it: as it stands now, the words of grades taken out. */
interface BlindNote {
  readonly id: RecordId;
  readonly code: string;
  readonly kind: EvidenceKind;
  readonly source: string;
  readonly author: PersonId;
  readonly when: string;
  readonly lateDays: number;
  readonly text: string;
  readonly addenda: readonly string[];
}

/**
 * What somebody has before them who reads a sealed judgment blind. Everything in it is named here, one by one: whatever else
 * the draft says, now or in a later version, is not in it.
 */
export interface BlindCase {
  readonly provider: string;
  readonly notes: readonly BlindNote[];
  readonly links: readonly {
    readonly note: RecordId;
    readonly criterion: string;
    readonly direction: 'for' | 'against';
  }[];
  /** The narratives by section; null while the evidence alone is read. */
  readonly narratives: { readonly [section: string]: string } | null;
}

/** What stands in place of a grade's words. */
const instead = '[grade hidden]';

/** A draft as it is read blind: its evidence, and on the second reading its narratives without the words of grades. */
export function blindCase(
  { state, graph }: FoldedDraft,
  folder: string,
  stage: 'evidence' | 'narrative',
): BlindCase {
  const mask = maskFor(graph, instead);
  const narratives = Object.entries(state.narratives).flatMap(([section, field]) => {
    const text = shown(field);
    return text === null || text === '' ? [] : [[section, mask(text)] as const];
  });
  return {
    provider: shown(state.details.provider) ?? folder,
    notes: state.notes
      .filter(({ erased }) => !erased)
      .map(({ id, code, kind, source, author, when, lateDays, text, addenda }) => ({
        ...{ id, code, kind, author, when, lateDays },
        source: mask(source),
        text: mask(text),
        addenda: addenda.map((added) => mask(added.text)),
      })),
    links: state.links.flatMap(({ note, criterion, values }) => {
      const direction = shown(values);
      return direction === null || direction === 'none' ? [] : [{ note, criterion, direction }];
    }),
    narratives: stage === 'evidence' ? null : Object.fromEntries(narratives),
  };
}

/** The areas that are graded, in the framework's order: whether the judgment grades one tells nothing. */
export function gradedAreas(framework: Framework): readonly Area[] {
  return framework.areas.filter(({ scale }) => scale !== null);
}
