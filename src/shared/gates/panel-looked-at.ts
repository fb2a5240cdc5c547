import { count } from '../words.ts';
import type { Looking } from './looking.ts';

const standings = {
  lodging: 'Open: grades are being lodged',
  revealed: 'Revealed',
  abandoned: 'Abandoned',
} as const;

/** Every round, with how it stands. */
export const roundsHeld: Looking = (state) =>
  state.moderation.rounds.map((round) => ({
    what: `Round ${round.number}, ${count(round.areas.length, 'area')}`,
    found: standings[round.standing],
    area: null,
    settled: round.standing !== 'lodging',
    goTo: { screen: 'panel' },
  }));

const states = { open: 'Not answered', answered: 'Answered', withdrawn: 'Withdrawn' } as const;

/** Every challenge, with how it stands. */
export const challengesPut: Looking = (state) =>
  state.moderation.challenges.map(({ number, text, about, state: stands }) => {
    const area = about.what === 'claim' ? about.section : about.area;
    return {
      what: `${number}. ${text}`,
      found: states[stands],
      area: null,
      settled: stands !== 'open',
      goTo: { screen: 'panel', ...(area === null ? {} : { area }) },
    };
  });
