import type { RevealedRound } from './revealed-rounds.ts';
import type { Scale } from '../../../shared/framework/framework-schema.ts';
import { areaOf, scaleOf } from '../../../shared/framework/grade-order.ts';
import { listOf } from '../../../shared/words.ts';
import type {
  AgreementChoice,
  AgreementChoices,
  AgreementFilter,
} from '../../../shared/ipc/agreement-views.ts';
import type { PanelListedBody } from '../../../shared/workspace/panel-listed.ts';

/** The rounds of one scale that a filter leaves, and what else can be asked for. */
export interface PooledRounds {
  /** Null where no round is left. */
  readonly scale: Scale | null;
  /** As asked for, with the scale that was taken. */
  readonly filter: AgreementFilter;
  /** Each with those of its areas that are asked for. */
  readonly rounds: readonly (RevealedRound & { readonly panels: readonly string[] })[];
  readonly choices: AgreementChoices;
  /** Rounds of calibration cases, which are left out. */
  readonly calibration: number;
}

/** What a scale is known by: its grades, best first. */
export function scaleKey(scale: Scale | undefined): string {
  return scale?.grades.map(({ id }) => id).join() ?? '';
}

const scalesOf = ({ framework, round }: RevealedRound): readonly Scale[] =>
  framework.scales.filter((scale) =>
    round.areas.some((area) => scaleKey(scaleOf(framework, area)) === scaleKey(scale)),
  );

/** Each choice with how many rounds it leaves, those of most rounds first. */
function choicesOf(
  rounds: readonly RevealedRound[],
  read: (round: RevealedRound) => readonly (readonly [id: string, title: string])[],
): readonly AgreementChoice[] {
  const choices = new Map<string, { title: string; rounds: number }>();
  for (const round of rounds)
    for (const [id, title] of new Map(read(round))) {
      const choice = choices.get(id) ?? { title, rounds: 0 };
      choices.set(id, { title, rounds: choice.rounds + 1 });
    }
  return [...choices]
    .map(([id, choice]) => ({ id, ...choice }))
    .toSorted((a, b) => b.rounds - a.rounds || a.title.localeCompare(b.title));
}

/**
 * The panels whose round one is: those of the workspace to which all belong who could grade in it, else just these
 * people, whatever the order in which they are named.
 */
function panelsOf(
  { round: { participants } }: RevealedRound,
  listed: readonly PanelListedBody[],
  nameOf: (person: string) => string,
): readonly (readonly [id: string, title: string])[] {
  const own = listed.filter(({ chair, deputies, members }) => {
    const people = new Set([chair, ...deputies, ...members]);
    return participants.every((person) => people.has(person));
  });
  if (own.length > 0) return own.map(({ panel, name }) => [panel, name]);
  const people = participants.toSorted();
  return [[people.join(), listOf(people.map(nameOf).toSorted())]];
}

/** Pools rounds on one scale, where none is asked for that of most rounds, and keeps what the filter leaves. */
export function poolRounds(
  all: readonly RevealedRound[],
  asked: AgreementFilter,
  listed: readonly PanelListedBody[],
  nameOf: (person: string) => string,
): PooledRounds {
  const real = all.filter(({ calibration }) => calibration === '');
  const ofFramework = real.filter(
    ({ framework }) => asked.framework === '' || framework.id === asked.framework,
  );
  const scales = choicesOf(ofFramework, (round) =>
    scalesOf(round).map((scale) => [scaleKey(scale), scale.grades.map(({ title }) => title).join(', ')]),
  );
  const key = scales.find(({ id }) => id === asked.scale)?.id ?? scales[0]?.id ?? '';
  const onScale = ofFramework.flatMap((one) => {
    const areas = one.round.areas.filter((area) => scaleKey(scaleOf(one.framework, area)) === key);
    return areas.length === 0 ? [] : [{ ...one, round: { ...one.round, areas } }];
  });
  const kept = onScale.flatMap((one) => {
    const panels = panelsOf(one, listed, nameOf);
    const areas = one.round.areas.filter((area) => asked.area === '' || area === asked.area);
    const day = one.at.slice(0, 10);
    return areas.length > 0 &&
      (asked.panel === '' || panels.some(([id]) => id === asked.panel)) &&
      (asked.from === '' || day >= asked.from) &&
      (asked.to === '' || day <= asked.to)
      ? [{ ...one, round: { ...one.round, areas }, panels: panels.map(([, title]) => title) }]
      : [];
  });
  return {
    scale: onScale.flatMap(scalesOf).find((scale) => scaleKey(scale) === key) ?? null,
    filter: { ...asked, scale: key },
    rounds: kept,
    choices: {
      scales,
      frameworks: choicesOf(real, ({ framework: { id, title } }) => [[id, title]]),
      areas: choicesOf(onScale, ({ framework, round }) =>
        round.areas.map((area) => {
          const known = areaOf(framework, area);
          return [area, known?.brief ?? known?.title ?? area];
        }),
      ),
      panels: choicesOf(onScale, (one) => panelsOf(one, listed, nameOf)),
    },
    calibration: all.length - real.length,
  };
}
