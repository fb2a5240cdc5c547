import type { DraftState } from '../draft/draft-state.ts';
import { gradesByArea } from '../draft/grades-by-area.ts';
import { settled } from '../draft/settled.ts';
import type { Framework } from '../framework/framework-schema.ts';
import { evaluateLimiters, type LimiterFinding } from '../framework/limiting-rules.ts';
import { hiddenCharacters } from '../comparison/hidden-characters.ts';
import type { Gate } from './gate.ts';

function list(titles: readonly string[]): string {
  return titles.join('; ');
}

function frameworkGate(framework: Framework | null): Gate {
  return framework === null
    ? {
        id: 'framework',
        title: 'A framework is adopted',
        told: 'The draft stands under no framework, so no rule can be checked. It can be kept and read, and not sealed.',
        status: 'blocking',
        rule: null,
        goTo: null,
      }
    : {
        id: 'framework',
        title: 'A framework is adopted',
        told: framework.title,
        status: 'done',
        rule: null,
        goTo: null,
      };
}

function gradedGate(state: DraftState, framework: Framework): Gate {
  const graded = framework.areas.filter((area) => area.scale !== null);
  const open = graded.filter((area) => settled(state.grades[area.id]) === null);
  return {
    id: 'graded',
    title: 'Every area has a grade, or the reason why not',
    told:
      open.length === 0
        ? `${graded.length} of ${graded.length}`
        : `Without one: ${list(open.map((area) => area.title))}.`,
    status: open.length === 0 ? 'done' : 'blocking',
    rule: null,
    goTo: open[0] === undefined ? null : { screen: 'write', area: open[0].id },
  };
}

function linkedAreas(state: DraftState, framework: Framework): ReadonlySet<string> {
  const areaOf = new Map(framework.areas.flatMap((area) => area.criteria.map((one) => [one.id, area.id])));
  return new Set(
    state.links.flatMap(({ criterion, values }) =>
      values.some((one) => one.value !== 'none') ? (areaOf.get(criterion) ?? []) : [],
    ),
  );
}

function evidenceGate(state: DraftState, framework: Framework): Gate {
  const linked = linkedAreas(state, framework);
  const bare = framework.areas.filter(
    (area) => area.criteria.length > 0 && gradesByArea(state)[area.id] !== undefined && !linked.has(area.id),
  );
  return {
    id: 'grades-rest',
    title: 'Every grade rests on evidence',
    told:
      bare.length === 0
        ? `${state.links.filter(({ values }) => values.some((one) => one.value !== 'none')).length} links from ${state.notes.length} notes`
        : `No note is linked under: ${list(bare.map((area) => area.title))}.`,
    status: bare.length === 0 ? 'done' : 'blocking',
    rule: null,
    goTo: bare[0] === undefined ? null : { screen: 'evidence', area: bare[0].id },
  };
}

function improvementsGate(state: DraftState): Gate {
  const points = settled(state.improvements) ?? [];
  const bare = points.filter((point) => point.notes.length === 0);
  return {
    id: 'improvements-rest',
    title: 'Every improvement rests on evidence',
    told:
      bare.length === 0
        ? `${points.length} points`
        : `Without a note: ${list(bare.map((point) => `“${point.text.slice(0, 60)}”`))}.`,
    status: bare.length === 0 ? 'done' : 'blocking',
    rule: null,
    goTo: bare.length === 0 ? null : { screen: 'write', area: 'improvements' },
  };
}

function limiterGate(finding: LimiterFinding, state: DraftState): Gate {
  const reason = settled(state.reasons[finding.limiter]);
  const status = finding.holds
    ? finding.applies
      ? 'done'
      : 'not-needed'
    : finding.force === 'hard'
      ? 'blocking'
      : reason === null
        ? 'reason-needed'
        : 'done';
  return {
    id: `limiter-${finding.limiter}`,
    title: finding.title,
    told:
      !finding.holds && reason !== null && finding.force === 'soft'
        ? `${finding.told} Reason recorded: ${reason}`
        : finding.told,
    status,
    rule: finding.force === 'soft' ? finding.limiter : null,
    goTo: finding.holds ? null : { screen: 'write', area: finding.area },
  };
}

function orderGate(state: DraftState, framework: Framework): Gate | null {
  const ordered = framework.areas.filter((area) => area.after.length > 0);
  if (ordered.length === 0) return null;
  const grades = gradesByArea(state);
  const early = ordered.filter(
    (area) =>
      grades[area.id] !== undefined && area.after.some((before) => settled(state.grades[before]) === null),
  );
  const reason = settled(state.reasons['judging-order']);
  return {
    id: 'judging-order',
    title: 'The parts are judged before the whole',
    told:
      early.length === 0
        ? 'In the order of the framework'
        : `Graded before its parts: ${list(early.map((area) => area.title))}.`,
    status: early.length === 0 ? 'done' : reason === null ? 'reason-needed' : 'done',
    rule: 'judging-order',
    goTo: early.length === 0 ? null : { screen: 'write' },
  };
}

function conflictsGate(state: DraftState): Gate {
  const open = state.conflicts.length;
  return {
    id: 'conflicts',
    title: 'Nothing is written twice',
    told:
      open === 0
        ? 'Every field has one value'
        : `${open} ${open === 1 ? 'field has' : 'fields have'} two values that somebody must settle.`,
    status: open === 0 ? 'done' : 'blocking',
    rule: null,
    goTo: open === 0 ? null : { screen: 'write' },
  };
}

function arrivedGate(state: DraftState): Gate {
  const open = state.waiting.length;
  return {
    id: 'arrived',
    title: 'Everything has arrived',
    told:
      open === 0
        ? 'No record is waited for'
        : `${open} ${open === 1 ? 'record is' : 'records are'} named by others and not here yet. Let the folder finish syncing.`,
    status: open === 0 ? 'done' : 'blocking',
    rule: null,
    goTo: null,
  };
}

function hiddenGate(state: DraftState): Gate {
  const sections = Object.entries(state.narratives).filter(
    ([, field]) => hiddenCharacters(settled(field) ?? '').length > 0,
  );
  const reason = settled(state.reasons['hidden-characters']);
  const first = sections[0]?.[0];
  return {
    id: 'hidden-characters',
    title: 'No hidden characters in the text',
    told: first === undefined ? 'None found' : `Found in: ${list(sections.map(([section]) => section))}.`,
    status: first === undefined ? 'done' : reason === null ? 'reason-needed' : 'done',
    rule: 'hidden-characters',
    goTo: first === undefined ? null : { screen: 'write', area: first },
  };
}

/** Everything that must hold, or have its reason, before the judgment can be sealed, in the order of the screen. */
export function checkGates(state: DraftState, framework: Framework | null): readonly Gate[] {
  const always = [conflictsGate(state), arrivedGate(state), hiddenGate(state)];
  if (framework === null) return [frameworkGate(framework), ...always];
  const order = orderGate(state, framework);
  const limiters = evaluateLimiters(framework, gradesByArea(state)).map((finding) =>
    limiterGate(finding, state),
  );
  return [
    frameworkGate(framework),
    gradedGate(state, framework),
    evidenceGate(state, framework),
    improvementsGate(state),
    ...(order === null ? [] : [order]),
    ...limiters,
    ...always,
  ];
}

/** Whether every gate lets the seal through. */
export function gatesOpen(gates: readonly Gate[]): boolean {
  return gates.every((gate) => gate.status === 'done' || gate.status === 'not-needed');
}
