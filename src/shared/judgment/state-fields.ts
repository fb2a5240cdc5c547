import { calibrationField } from '../moderation/moderation-fields.ts';
import { addressField, momentField } from '../clocks/clock-fields.ts';
import { answerField, reviewedField } from '../draft/comparison-fields.ts';
import { detailField } from '../draft/detail-fields.ts';
import type { DetailName } from '../draft/detail-names.ts';
import { gradeField, improvementsField, narrativeField, pointsField } from '../draft/judgment-fields.ts';
import { contradictionField, fitField, termField } from '../evidence/evidence-fields.ts';
import { shelfField } from '../draft/draft-shelved.ts';
import { factField, frameworkField, reasonField } from '../framework/rule-fields.ts';
import type { Field } from '../records/open-value.ts';
import type { OpenValues } from '../records/open-values.ts';
import { foldMarks } from './fold-evidence.ts';

/** Each by the rest of its field's name, where the name has one. */
function read(values: OpenValues) {
  return {
    /** Adoption hash of the framework; the file itself is in `adoptedFrameworks` by hash. */
    framework: frameworkField.of(values, {}),
    details: detailsOf(values),
    /** Where the draft stands: in the list, archived or withdrawn. */
    shelf: shelfField.of(values, {}),
    narratives: narrativeField.byKey(values),
    grades: gradeField.byKey(values),
    improvements: improvementsField.of(values, {}),
    /** Strengths and other lists of points, by section. */
    points: pointsField.byKey(values),
    marks: foldMarks(values),
    fits: fitField.byKey(values),
    /** Reasons recorded for departing from soft rules, by limiter id. */
    reasons: reasonField.byKey(values),
    /** The calibration set that the draft is a case of; '' where it was taken out of one. */
    calibration: calibrationField.of(values, {}),
    /** What was recorded of the facts on which rules turn, by fact. */
    facts: factField.byKey(values),
    /** Days of the moments that clocks run from and stop at, by moment; nothing where taken back. */
    moments: momentField.byKey(values),
    /** Where the report was published; nothing where taken back. */
    address: addressField.of(values, {}),
    /** Answers to questions that comparisons raised, by question. */
    answers: answerField.byKey(values),
    /** How notes that point different ways were settled, by "criterion/note/note". */
    contradictions: contradictionField.byKey(values),
    /** Capitalised terms that were answered to be nobody's name: 'allowed', or nothing where taken back. */
    terms: termField.byKey(values),
    /** Ticks by "person/change": the revision looked at, or nothing where the tick was taken back. */
    reviewed: reviewedField.byKey(values),
  };
}

/** The members of a draft's state that are read from its open values alone. */
export type StateFields = Readonly<ReturnType<typeof read>>;

/**
 * What open values say, member by member of a draft's state. Of the values that a person may read it is what they may
 * see: a field is hidden in the state as its subject declares, and nothing else need know of it.
 */
export function stateFields(values: OpenValues): StateFields {
  return read(values);
}

function detailsOf(values: OpenValues): { readonly [name in DetailName]: Field<string> } {
  const of = (name: DetailName): Field<string> => detailField.of(values, { name });
  return {
    provider: of('provider'),
    kind: of('kind'),
    start: of('start'),
    end: of('end'),
    published: of('published'),
    leadInspector: of('leadInspector'),
    inspectorate: of('inspectorate'),
    stage: of('stage'),
  };
}
