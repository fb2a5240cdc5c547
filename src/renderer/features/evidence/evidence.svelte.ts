import type { EvidenceLink, EvidenceNote } from '../../../shared/domain/draft/draft-state.ts';
import { shown } from '../../../shared/domain/draft/settled.ts';
import type { Criterion } from '../../../shared/domain/framework/framework-schema.ts';
import type { EvidenceKind } from '../../../shared/domain/evidence/evidence-kind.ts';
import { app } from '../../lib/app-state.svelte.ts';
import { call } from '../../lib/call.ts';
import { draft } from '../../lib/open-draft.svelte.ts';

/** A note as it stands under a criterion. */
export interface LinkedNote {
  readonly note: EvidenceNote;
  readonly link: EvidenceLink;
  readonly direction: 'for' | 'against';
}

/** The evidence of one area held against its criteria. */
export class Comparison {
  openCriterion = $state('');
  focusedNote = $state('');
  descriptor = $state('');
  kind = $state<EvidenceKind | ''>('');

  get areaId(): string {
    const wanted = app.route.screen === 'inspections' ? '' : app.route.area;
    const compared = draft.areas.filter((area) => area.criteria.length > 0);
    return compared.find((area) => area.id === wanted)?.id ?? compared[0]?.id ?? '';
  }

  get criteria(): readonly Criterion[] {
    return draft.areas.find((area) => area.id === this.areaId)?.criteria ?? [];
  }

  get current(): Criterion | undefined {
    return this.criteria.find((criterion) => criterion.id === this.openCriterion) ?? this.criteria[0];
  }

  get me(): string {
    return draft.view?.people.find((person) => person.self)?.id ?? '';
  }

  linked(criterion: string): readonly LinkedNote[] {
    return (draft.view?.state.links ?? []).flatMap((link): LinkedNote[] => {
      if (link.criterion !== criterion) return [];
      const direction = shown(link.values);
      const note = draft.view?.state.notes.find((one) => one.id === link.note);
      if (note === undefined || direction === null || direction === 'none') return [];
      return this.kind !== '' && note.kind !== this.kind ? [] : [{ note, link, direction }];
    });
  }

  get unlinked(): readonly EvidenceNote[] {
    const used = (draft.view?.state.links ?? [])
      .filter((link) => shown(link.values) !== 'none')
      .map((link) => link.note);
    return (draft.view?.state.notes ?? []).filter((note) => !used.includes(note.id) && !note.erased);
  }

  mark(
    criterion: string,
    grade: string,
    author: string,
  ): { readonly mark: 'met' | 'partly' | 'not' | 'none'; readonly reason: string } | null {
    const found = draft.view?.state.marks.find(
      (one) => one.criterion === criterion && one.grade === grade && one.author === author,
    );
    return shown(found?.values);
  }

  marksOfOthers(
    criterion: string,
    grade: string,
  ): readonly {
    readonly author: string;
    readonly mark: 'met' | 'partly' | 'not' | 'none';
    readonly reason: string;
  }[] {
    return (draft.view?.state.marks ?? []).flatMap((one) => {
      const value = shown(one.values);
      return one.criterion === criterion && one.grade === grade && one.author !== this.me && value !== null
        ? [{ author: one.author, ...value }]
        : [];
    });
  }

  async link(note: string, criterion: string, direction: 'for' | 'against' | 'none'): Promise<void> {
    const id = draft.view?.state.id ?? '';
    const existing = draft.view?.state.links.find((one) => one.note === note && one.criterion === criterion);
    const over = (existing?.values ?? []).map((value) => value.record);
    const said =
      direction === 'none' ? 'Note taken away from the criterion' : `Note linked ${direction} the criterion`;
    await draft.act(said, () => call('linkEvidence', { draft: id, note, criterion, direction, over }));
  }

  async setMark(criterion: string, grade: string, mark: 'met' | 'partly' | 'not' | 'none'): Promise<void> {
    const id = draft.view?.state.id ?? '';
    const mine = draft.view?.state.marks.find(
      (one) => one.criterion === criterion && one.grade === grade && one.author === this.me,
    );
    const over = (mine?.values ?? []).map((value) => value.record);
    await draft.act('Mark kept', () =>
      call('markDescriptor', {
        draft: id,
        criterion,
        grade,
        mark,
        reason: shown(mine?.values)?.reason ?? '',
        over,
      }),
    );
  }

  async setFit(criterion: string, grade: string): Promise<void> {
    const id = draft.view?.state.id ?? '';
    const over = (draft.view?.state.fits[criterion] ?? []).map((value) => value.record);
    await draft.act('Best fit kept', () => call('setBestFit', { draft: id, criterion, grade, over }));
  }

  stepCriterion(by: number): void {
    const at = this.criteria.findIndex((criterion) => criterion.id === this.current?.id);
    const next = this.criteria[at + by];
    if (next === undefined) return;
    this.openCriterion = next.id;
    queueMicrotask(() => document.getElementById(`criterion-${next.id}`)?.focus());
  }

  stepNote(by: number): void {
    const notes = [...document.querySelectorAll<HTMLElement>('[data-note]')];
    const at = notes.findIndex((element) => element.dataset['note'] === this.focusedNote);
    const next = notes[Math.max(0, Math.min(notes.length - 1, at < 0 ? 0 : at + by))];
    next?.focus();
  }
}
