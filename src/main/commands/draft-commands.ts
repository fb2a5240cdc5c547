import { count, dayWords, momentWords } from '../../shared/words.ts';
import { gradeWords } from '../../shared/documents/grade-table.ts';
import { gateHolds } from '../../shared/gates/gate.ts';
import type { DraftView } from '../../shared/ipc/views.ts';
import { shown } from '../../shared/records/settled.ts';
import { withNames } from '../../shared/records/record-titles.ts';
import { done } from '../../shared/result.ts';
import { stageTitles } from '../../shared/draft/detail-words.ts';
import { openDraft } from '../application/window/open-draft.ts';
import type { Scope } from '../application/session/session.ts';
import { services } from '../composition/calls.ts';
import type { CliPlace } from './cli-scope.ts';
import type { Said } from './cli-output.ts';
import { eachDraft } from './each-draft.ts';

/** Where a command finds its drafts. */
export interface InWorkspace {
  readonly workspace: string;
}

/** How many signs of a state people copy: 64 bits of the hash. */
const stateSigns = 16;

/** What an approval would approve now, as a few signs: they change with every field that an approval covers. */
export function stateOf(scope: Scope, { state }: DraftView): string {
  const values = state.finalising.approvable.map(({ field, records }) => `${field} ${records.join(' ')}`);
  return scope.ports.crypto.sha256(values.join('\n')).slice(0, stateSigns);
}

function shownLines(view: DraftView, state: string): readonly string[] {
  const { state: draft, framework, gates } = view;
  const { provider, kind, start, end } = draft.details;
  const days = [start, end].flatMap((field) => shown(field) || []).map(dayWords);
  const open = gates.filter((gate) => !gateHolds(gate));
  return [
    `${shown(provider) ?? 'No provider'} (${draft.id.slice(0, 12)})`,
    `  ${[shown(kind) ?? '', framework?.title ?? 'no framework', days.join(' to ')].filter((part) => part !== '').join(', ')}`,
    `  ${draft.standing === 'sealed' ? 'Sealed' : stageTitles[draft.stage.now]}; ${count(draft.revisions.length, 'revision')}, ${count(draft.notes.length, 'note')}, ${count(draft.count, 'record')}`,
    ...(framework?.areas ?? [])
      .filter((area) => area.scale !== null)
      .map(({ id, title }) => `  ${title}: ${framework === null ? '' : gradeWords(draft, framework, id)}`),
    ...(draft.standing === 'sealed'
      ? []
      : [
          `  ${count(gates.length - open.length, 'gate')} of ${gates.length} let it pass`,
          ...open.map((gate) => `    open: ${gate.title}. ${gate.detail}`),
          `  To approve it as it stands: approve ${draft.id.slice(0, 12)}@${state}`,
        ]),
  ];
}

/** `show DRAFT... --workspace DIR`: each as the window has it, and the state that an approval of it would name. */
export function showCommand(
  place: CliPlace,
  drafts: readonly string[],
  { workspace }: InWorkspace,
): Promise<Said> {
  return eachDraft(place, { workspace, drafts, writes: false }, async (scope, { draft }) => {
    const view = await openDraft(scope, { draft });
    if (!view.ok) return view;
    const state = stateOf(scope, view.value);
    return done({ json: { state, view: view.value }, lines: shownLines(view.value, state) });
  });
}

/** `record DRAFT... --workspace DIR`: how each came about, record by record. */
export function recordCommand(
  place: CliPlace,
  drafts: readonly string[],
  { workspace }: InWorkspace,
): Promise<Said> {
  return eachDraft(place, { workspace, drafts, writes: false }, async (scope, { draft }) => {
    const view = await openDraft(scope, { draft });
    if (!view.ok) return view;
    const trail = await services.readTrail(scope, { draft });
    if (!trail.ok) return trail;
    const names = new Map(view.value.people.map((person) => [person.id, person.card.name]));
    const name = (id: string): string => names.get(id) ?? 'someone unknown';
    const { steps } = trail.value;
    return done({
      json: { steps },
      lines: [
        `${shown(view.value.state.details.provider) ?? draft.slice(0, 12)}: ${count(steps.length, 'record')}`,
        ...steps.map(
          ({ at, author, sentence }) => `  ${momentWords(at)}  ${name(author)} ${withNames(sentence, name)}`,
        ),
      ],
    });
  });
}
