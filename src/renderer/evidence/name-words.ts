import { vocabulary, writtenSmall } from '../../shared/evidence/possible-names.ts';
import { shown } from '../../shared/records/settled.ts';
import type { Framework } from '../../shared/framework/framework-schema.ts';
import type { DraftView } from '../../shared/ipc/views.ts';

const ofFramework = new WeakMap<Framework, ReadonlySet<string>>();

/** Words that are nobody's name here: all of the framework's, and what this draft's notes and text write small. */
export function ordinaryWords(view: DraftView | null): ReadonlySet<string> {
  if (view === null) return new Set();
  const { framework, state } = view;
  const known =
    framework === null
      ? new Set<string>()
      : (ofFramework.get(framework) ?? vocabulary([JSON.stringify(framework)]));
  if (framework !== null) ofFramework.set(framework, known);
  const texts = [
    ...state.notes.map((note) => note.text),
    ...Object.values(state.narratives).map((field) => shown(field) ?? ''),
    (shown(state.details.provider) ?? '').toLowerCase(),
  ];
  return new Set([...known, ...writtenSmall(texts)]);
}

/** Terms that somebody answered to be no names, in lower case, whole and by their words. */
export function allowedTerms(view: DraftView | null): ReadonlySet<string> {
  const terms = Object.entries(view?.state.terms ?? {})
    .filter(([, values]) => values.some((value) => value.value === 'allowed'))
    .map(([term]) => term.toLowerCase());
  return new Set([...terms, ...terms.flatMap((term) => term.split(' '))]);
}
