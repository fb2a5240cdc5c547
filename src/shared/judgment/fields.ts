import { answerField, reviewedField } from '../draft/comparison-fields.ts';
import {
  contradictionField,
  fitField,
  linkField,
  markField,
  termField,
} from '../evidence/evidence-fields.ts';
import { notedField } from '../evidence/noted-fields.ts';
import { accuracyField } from '../accuracy/accuracy-fields.ts';
import { addressField, momentField, resumedField } from '../clocks/clock-fields.ts';
import { factField, frameworkField, reasonField } from '../framework/rule-fields.ts';
import { calibrationField, outcomeField } from '../moderation/moderation-fields.ts';
import type { AnyField, NamedField } from '../records/define-field.ts';
import { detailField } from '../draft/detail-fields.ts';
import { shelfField } from '../draft/draft-shelved.ts';
import { kindInName } from '../records/name-key.ts';
import { gradeField, improvementsField, narrativeField, pointsField } from '../draft/judgment-fields.ts';

/** Every kind of field that a draft's records can write. */
export const fields: readonly AnyField[] = [
  narrativeField,
  gradeField,
  improvementsField,
  pointsField,
  detailField,
  shelfField,
  frameworkField,
  reasonField,
  factField,
  linkField,
  notedField,
  markField,
  fitField,
  contradictionField,
  termField,
  outcomeField,
  calibrationField,
  answerField,
  reviewedField,
  accuracyField,
  momentField,
  addressField,
  resumedField,
];

const byKind: ReadonlyMap<string, AnyField> = new Map(fields.map((field) => [field.kind, field]));

/** A field by its name, with what its subject declares of it; null where no subject declares such a name. */
export function fieldCalled(name: string): NamedField | null {
  return byKind.get(kindInName(name))?.named(name) ?? null;
}
