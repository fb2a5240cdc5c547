import type { FoldedDraft } from './fold-draft.ts';
import { gradesByArea } from './grades-by-area.ts';
import { standingSeal } from './standing-seals.ts';
import type { GradesByArea } from '../framework/limiting-rules.ts';
import type { Framework } from '../framework/framework-schema.ts';
import type { RecordId } from '../records/record.ts';
import { settled, shown } from '../records/settled.ts';

/** A judgment that is sealed, with what a frame's rule selects it by and what figures are worked out from. */
export interface SealedJudgment {
  readonly seal: RecordId;
  /** The hash over the ids of all that the seal covers. */
  readonly ids: string;
  readonly draft: RecordId;
  readonly provider: string;
  /** ISO time of the seal. */
  readonly at: string;
  readonly framework: { readonly id: string; readonly title: string };
  readonly lead: string;
  /** The sealed grades by area; areas without one are absent. */
  readonly grades: GradesByArea;
  /** By area that the framework grades, in its order: what it is called, and the ids of its grades, the best first. */
  readonly scales: readonly {
    readonly area: string;
    readonly title: string;
    readonly grades: readonly string[];
  }[];
}

/** What a draft's standing seal is for an audit; null where none stands, and where it is a calibration case. */
export function sealedJudgment(
  { state }: Pick<FoldedDraft, 'state'>,
  folder: string,
  framework: Framework | null,
): SealedJudgment | null {
  const seal = standingSeal(state.seals);
  if (seal === undefined || (settled(state.calibration) ?? '') !== '') return null;
  return {
    seal: seal.id,
    ids: seal.idsHash,
    draft: state.id,
    provider: shown(state.details.provider) ?? folder,
    at: seal.at,
    framework: { id: framework?.id ?? '', title: framework?.title ?? 'No framework' },
    lead: shown(state.details.leadInspector) ?? '',
    grades: gradesByArea(state),
    scales: (framework?.areas ?? []).flatMap(({ id, title, scale }) => {
      const grades = framework?.scales.find((one) => one.id === scale)?.grades;
      return grades === undefined ? [] : [{ area: id, title, grades: grades.map((grade) => grade.id) }];
    }),
  };
}
