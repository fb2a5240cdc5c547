import type { EvidenceNote } from '../../shared/evidence/evidence-state.ts';
import { notedParts, type NotedPart } from '../../shared/evidence/noted-fields.ts';
import type { EvidenceKind } from '../../shared/values/evidence-kind.ts';
import type { Direction } from './note-keys.ts';

/** What a correction puts in the place of one part, over the corrections of it that stand. */
interface Change<T> {
  readonly value: T;
  readonly over: string[];
}

/** The parts that a correction changes, as their record says it. */
interface Changes {
  readonly kind?: Change<EvidenceKind>;
  readonly source?: Change<string>;
  readonly when?: Change<string>;
  readonly direction?: Change<Direction>;
}

/** A saved note's kind, source, time and direction while somebody corrects them. */
export class NoteCorrecting {
  kind = $state<EvidenceKind | ''>('');
  source = $state('');
  when = $state('');
  direction = $state<Direction | ''>('');
  #note = $state.raw<EvidenceNote>();

  /** Begins with what the note says now. */
  begin(note: EvidenceNote): void {
    this.#note = note;
    const { kind, source, when, direction } = note;
    Object.assign(this, { kind, source, when, direction });
  }

  /** Whether the note shows something else from now on. */
  get turns(): boolean {
    return this.#note !== undefined && this.direction !== this.#note.direction;
  }

  /** What is changed; null where nothing is, or where a part is not filled in. */
  get changes(): Changes | null {
    const { kind, source, when, direction } = this;
    const now = {
      kind: notedParts.kind.safeParse(kind).data,
      source: notedParts.source.safeParse(source).data,
      when: notedParts.when.safeParse(when).data,
      direction: notedParts.direction.safeParse(direction).data,
    };
    const changes: Changes = {
      ...(this.#changed('kind', now.kind) ? { kind: this.#over('kind', now.kind) } : {}),
      ...(this.#changed('source', now.source) ? { source: this.#over('source', now.source) } : {}),
      ...(this.#changed('when', now.when) ? { when: this.#over('when', now.when) } : {}),
      ...(this.#changed('direction', now.direction)
        ? { direction: this.#over('direction', now.direction) }
        : {}),
    };
    const isFilled = Object.values(now).every((value) => value !== undefined);
    return isFilled && Object.keys(changes).length > 0 ? changes : null;
  }

  #changed<T extends string>(part: NotedPart, now: T | undefined): now is T {
    return this.#note !== undefined && now !== undefined && now !== this.#note[part];
  }

  #over<T extends string>(part: NotedPart, value: T): Change<T> {
    const over = (this.#note?.corrections ?? []).flatMap(({ id, parts }) =>
      parts.some((each) => each.part === part && each.stands) ? [id] : [],
    );
    return { value, over };
  }
}
