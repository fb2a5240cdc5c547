import type { Framework } from '../framework/framework-schema.ts';
import { settled } from '../records/settled.ts';
import { defineGate } from './gate.ts';
import { listed } from './listed.ts';

function factsTurnedOn(framework: Framework): NonNullable<Framework['facts']> {
  const named = new Set(
    framework.limiters.flatMap((rule) =>
      rule.when.flatMap((condition) => (condition.on === 'fact' ? [condition.fact] : [])),
    ),
  );
  return (framework.facts ?? []).filter((fact) => named.has(fact.id));
}

/** Facts on which rules turn are answered, and those that hold are shown by a note. Not asked where no rule turns on one. */
export const factsGate = defineGate({
  id: 'facts',
  title: 'Facts that rules turn on are recorded',
  check: (state, framework) => {
    const facts = factsTurnedOn(framework);
    if (facts.length === 0) return null;
    const open = facts.filter((fact) => settled(state.facts[fact.id]) === null);
    const known = new Set(state.notes.filter((note) => !note.erased).map((note) => note.id));
    const bare = facts.filter((fact) => {
      const recorded = settled(state.facts[fact.id]);
      return recorded?.holds === true && !recorded.notes.some((note) => known.has(note));
    });
    const titles = (of: typeof facts): string => listed(of.map((fact) => fact.title));
    const problems = [
      ...(open.length === 0 ? [] : [`Not answered yet: ${titles(open)}. Say of each whether it holds.`]),
      ...(bare.length === 0
        ? []
        : [`Recorded without evidence: ${titles(bare)}. Name the note that shows it.`]),
    ];
    if (problems.length > 0) return { status: 'blocking', detail: problems.join(' ') };
    const answers = facts.map(
      ({ id, title }) => `${title}: ${settled(state.facts[id])?.holds === true ? 'yes' : 'no'}`,
    );
    return { status: 'done', detail: answers.join('. ') };
  },
  looksAt: (state, framework) =>
    factsTurnedOn(framework).map(({ id, title }) => {
      const recorded = settled(state.facts[id]);
      const codes = state.notes.filter((note) => recorded?.notes.includes(note.id)).map((note) => note.code);
      const on = codes.length === 0 ? '' : ` (${codes.join(', ')})`;
      return {
        title,
        detail:
          recorded === null ? 'Not answered' : `${recorded.holds ? 'Yes' : 'No'}: ${recorded.reason}${on}`,
        isSettled: recorded !== null && (!recorded.holds || codes.length > 0),
      };
    }),
});
