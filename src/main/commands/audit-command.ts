import { Unreadable, type Said } from './cli-output.ts';
import { readText } from './read-text.ts';
import { nodeCrypto } from '../identity/node-crypto.ts';
import { ticketsOf } from '../../shared/audits/consistent-sampler.ts';

/** `audit STEP FILE`: for now the tickets alone; any other step is refused. */
export async function auditCommand(
  step: string,
  file: string,
  options: { readonly seed: string; readonly draw?: string },
): Promise<Said> {
  if (step !== 'tickets')
    throw new Unreadable(`audit has no step ${step}: write audit tickets IDS --seed TEXT.`);
  return tickets(file, options);
}

/** `audit tickets IDS --seed TEXT [--draw N]`: the tickets of ids, one a line, the lowest first. */
async function tickets(
  file: string,
  { seed, draw }: { readonly seed: string; readonly draw?: string },
): Promise<Said> {
  const ids = (await readText(file)).split(/\r?\n/u).filter((id) => id !== '');
  if (draw !== undefined && !/^[1-9]\d*$/u.test(draw))
    throw new Unreadable(`--draw is a whole number from 1 on, not ${draw}.`);
  const lowest = ticketsOf(ids, seed, nodeCrypto.sha256).slice(0, Number(draw ?? ids.length));
  return { json: lowest, lines: lowest.map(({ id, ticket }) => `${ticket}  ${id}`), code: 0 };
}
