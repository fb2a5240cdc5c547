import { ticketsOf, type Sha256 } from './consistent-sampler.ts';
import type { FrameFrozenBody } from './frame-frozen.ts';
import type { PersonId, RecordId } from '../records/record.ts';

/** A part of the seed, by whom it was given. */
interface OpenedContribution {
  readonly person: PersonId;
  readonly contribution: string;
}

/**
 * The seed of a draw, always text: sha256 over the frame's id, each contribution behind its giver's id, in the order of
 * these ids, and the outside number, one a line. None of them alone decides it, and the number is known to nobody before
 * all contributions are bound.
 */
export function seedOf(
  frame: RecordId,
  contributions: readonly OpenedContribution[],
  number: string,
  sha256: Sha256,
): string {
  const parts = contributions
    .toSorted((a, b) => (a.person < b.person ? -1 : 1))
    .map(({ person, contribution }) => `${person} ${contribution}`);
  return sha256([frame, ...parts, number].join('\n'));
}

/** What a seed draws from a frame: of each stratum the seals with the lowest tickets, in their order. */
export function drawFrom(
  { strata }: Pick<FrameFrozenBody, 'strata'>,
  seed: string,
  sha256: Sha256,
): readonly (readonly RecordId[])[] {
  return strata.map(({ draw, judgments }) =>
    ticketsOf(
      judgments.map(({ seal }) => seal),
      seed,
      sha256,
    )
      .slice(0, draw)
      .map(({ id }) => id),
  );
}
