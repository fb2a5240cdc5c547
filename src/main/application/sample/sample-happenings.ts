import type { z } from 'zod';
import type { SampleAuthor, SampleHistory } from './sample-authors.ts';
import type { SampleRevision } from './sample-revision.ts';
import type { sampleEvidence, sampleMarks } from './sample-source.ts';
import type { Improvement } from '../../../shared/values/improvement.ts';
import { reasonGiven } from '../../../shared/framework/reason-given.ts';
import { judgmentApproved } from '../../../shared/finalising/judgment-approved.ts';
import { revisionSaved } from '../../../shared/draft/revision-saved.ts';
import { bestFitSet } from '../../../shared/evidence/best-fit-set.ts';
import { descriptorMarked } from '../../../shared/evidence/descriptor-marked.ts';
import { addendumWritten } from '../../../shared/evidence/addendum-written.ts';
import { evidenceLinked } from '../../../shared/evidence/evidence-linked.ts';
import { evidenceNoted } from '../../../shared/evidence/evidence-noted.ts';
import { codePrefix } from '../../../shared/evidence/code-prefix.ts';
import { fieldCalled } from '../../../shared/judgment/fields.ts';
import { gradeField, improvementsField, narrativeField } from '../../../shared/draft/judgment-fields.ts';
import { fitField } from '../../../shared/evidence/evidence-fields.ts';

/** One thing that happens in the sample: who writes it, and when by their own clock. */
interface Happening {
  readonly at: string;
  readonly by: string;
  readonly write: (author: SampleAuthor) => Promise<void>;
}

type Notes = z.infer<typeof sampleEvidence>['notes'];
type Marks = z.infer<typeof sampleMarks>;

/** Gathers what happens in the sample inspection, each naming by key what earlier ones wrote. */
export class SampleHappenings {
  readonly #history: SampleHistory;
  readonly #happenings: Happening[] = [];
  readonly #notes = new Map<string, string>();
  readonly #latest = new Map<string, string>();
  readonly #counts = new Map<string, number>();
  readonly #revisions: string[] = [];

  constructor(history: SampleHistory) {
    this.#history = history;
  }

  /** A note with its links and additions. */
  note({ key, by, links, addenda = [], written, ...body }: Notes[number]): void {
    this.add(written, by, async (writer) => {
      const prefix = codePrefix[body.kind];
      const count = (this.#counts.get(prefix) ?? 0) + 1;
      this.#counts.set(prefix, count);
      const code = `${prefix}-${String(count).padStart(3, '0')}`;
      const noted = await this.#history.add(writer, written, evidenceNoted.write({ ...body, code }));
      this.#notes.set(key, noted.id);
    });
    for (const { criterion, direction, at = written } of links) {
      this.add(at, by, async (writer) => {
        const link = { note: this.noteId(key), criterion, direction, over: [] };
        await this.#history.add(writer, at, evidenceLinked.write(link));
      });
    }
    for (const addendum of addenda) {
      this.add(addendum.written, addendum.by, async (writer) => {
        const body = { note: this.noteId(key), text: addendum.text };
        await this.#history.add(writer, addendum.written, addendumWritten.write(body));
      });
    }
  }

  /** One person's mark of a descriptor. */
  mark({ by, at, ...mark }: Marks['marks'][number]): void {
    this.add(at, by, async (writer) => {
      await this.#history.add(writer, at, descriptorMarked.write({ ...mark, over: [] }));
    });
  }

  /** A best fit that a person set for a criterion. */
  fit({ by, at, ...fit }: Marks['fits'][number]): void {
    const field = fitField.name(fit);
    this.add(at, by, async (writer) => {
      const set = await this.#history.add(writer, at, bestFitSet.write({ ...fit, over: this.#over(field) }));
      this.#latest.set(field, set.id);
    });
  }

  /** A saved revision of the whole draft. */
  revision({ at, by, reason, sections, points }: SampleRevision): void {
    this.add(at, by, async (writer) => {
      const narratives = sections.map(({ section, text }) => ({
        section,
        text,
        over: this.#over(narrativeField.name({ section })),
      }));
      const grades = sections.flatMap(({ section, grade }) =>
        grade === null
          ? []
          : [{ area: section, value: { grade }, over: this.#over(gradeField.name({ area: section })) }],
      );
      const improvements =
        points === null
          ? null
          : { points: points.map(this.#point), over: this.#over(improvementsField.name({})) };
      const body = { reason, narratives, grades, improvements, rest: [] };
      const { id } = await this.#history.add(writer, at, revisionSaved.write(body));
      this.#revisions.push(id);
      for (const { section } of narratives) this.#latest.set(narrativeField.name({ section }), id);
      for (const { area } of grades) this.#latest.set(gradeField.name({ area }), id);
      if (improvements !== null) this.#latest.set(improvementsField.name({}), id);
    });
  }

  /** Why a gate may pass, over what stands by then. */
  reason({ by, at, rule, reason }: { by: string; at: string; rule: string; reason: string }): void {
    this.add(at, by, async (writer) => {
      await this.#history.add(writer, at, reasonGiven.write({ rule, reason, over: [] }));
    });
  }

  /** Somebody who wrote none of it approves what stands by then. */
  approval({ by, at, note }: { by: string; at: string; note: string }): void {
    this.add(at, by, async (writer) => {
      const values = [...this.#latest]
        .filter(([field]) => fieldCalled(field)?.isJudged === true)
        .map(([field, id]) => ({ field, records: [id] }))
        .toSorted((a, b) => (a.field < b.field ? -1 : 1));
      await this.#history.add(writer, at, judgmentApproved.write({ values, path: [], note }));
    });
  }

  /** Everything, in the order of its times. */
  inOrder(): readonly Happening[] {
    return this.#happenings.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  }

  /** Something that happens at a claimed time; what it names was written before. */
  add(at: string, by: string, write: Happening['write']): void {
    this.#happenings.push({ at, by, write });
  }

  readonly #point = (point: NonNullable<SampleRevision['points']>[number], index: number): Improvement => ({
    id: `point-${index + 1}`,
    text: point.text,
    area: null,
    notes: point.notes.map((key) => this.noteId(key)),
  });

  #over(field: string): string[] {
    const latest = this.#latest.get(field);
    return latest === undefined ? [] : [latest];
  }

  /** The id of a revision by its number. */
  revisionId(number: number): string {
    const id = this.#revisions[number - 1];
    if (id === undefined) throw new Error(`the sample speaks of revision ${number} before it is written`);
    return id;
  }

  /** A note's id by its key in the source. */
  noteId(key: string): string {
    const id = this.#notes.get(key);
    if (id === undefined) throw new Error(`the sample speaks of the note ${key} before it is written`);
    return id;
  }
}
