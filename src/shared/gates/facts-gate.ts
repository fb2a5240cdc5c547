import type { DraftState } from '../judgment/draft-state.ts';
import { settled } from '../records/settled.ts';
import type { Framework } from '../framework/framework-schema.ts';
import type { Gate } from './gate.ts';
import { listed } from './listed.ts';

/** The facts that some limiting rule turns on. */
export function factsTurnedOn(framework: Framework): NonNullable<Framework['facts']> {
  const named = new Set(
    framework.limiters.flatMap((rule) => rule.when.flatMap((one) => (one.on === 'fact' ? [one.fact] : []))),
  );
  return (framework.facts ?? []).filter((fact) => named.has(fact.id));
}

/** Facts on which rules turn are answered, and those that hold are shown by a note; null where no rule turns on one. */
export function factsGate(state: DraftState, framework: Framework): Gate | null {
  const facts = factsTurnedOn(framework);
  if (facts.length === 0) return null;
  const open = facts.filter((fact) => settled(state.facts[fact.id]) === null);
  const known = new Set(state.notes.filter((note) => !note.erased).map((note) => note.id));
  const bare = facts.filter((fact) => {
    const recorded = settled(state.facts[fact.id]);
    return recorded?.holds === true && !recorded.notes.some((note) => known.has(note));
  });
  const told = [
    ...(open.length === 0
      ? []
      : [`Not answered yet: ${listed(open.map((fact) => fact.title))}. Say of each whether it holds.`]),
    ...(bare.length === 0
      ? []
      : [
          `Recorded without evidence: ${listed(bare.map((fact) => fact.title))}. Name the note that shows it.`,
        ]),
  ];
  return {
    id: 'facts',
    title: 'Facts that rules turn on are recorded',
    told: told.length === 0 ? facts.map((fact) => answerOf(state, fact)).join('. ') : told.join(' '),
    status: told.length === 0 ? 'done' : 'blocking',
    rule: null,
    goTo: null,
  };
}

function answerOf(state: DraftState, { id, title }: { readonly id: string; readonly title: string }): string {
  return `${title}: ${settled(state.facts[id])?.holds === true ? 'yes' : 'no'}`;
}
