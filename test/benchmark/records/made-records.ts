import type { Running } from '../../main/running-scope.ts';
import type { Intent } from '../../../src/shared/records/define-event.ts';
import { RecordChain } from '../../../src/main/application/session/record-chain.ts';
import { evidenceNoted } from '../../../src/shared/evidence/evidence-noted.ts';
import { revisionSaved } from '../../../src/shared/draft/revision-saved.ts';
import { detailsSet } from '../../../src/shared/draft/details-set.ts';
import { draftBegun } from '../../../src/shared/draft/draft-begun.ts';
import type { SignedRecord } from '../../../src/shared/records/record.ts';

const words =
  'Social workers see children regularly and know them well but records of supervision in some teams do not show how plans change when risk to a child rises quickly at night'.split(
    ' ',
  );

/** A sentence-like text of about `length` words, the same for the same seed. */
function prose(seed: number, length: number): string {
  const text = Array.from({ length }, (_, at) => words[(seed * 7 + at * (1 + (seed % 5))) % words.length]);
  return `${text.join(' ')}.`;
}

/**
 * The records of one draft as an inspection makes them: nine in ten are evidence notes of some sixty words, every
 * tenth is a saved revision of a section of some four hundred.
 */
export async function madeRecords(
  running: Running,
  count: number,
  seed: number,
): Promise<readonly SignedRecord[]> {
  const { ports } = running.scope;
  const self = await ports.keys.self();
  if (self === null) throw new Error('nobody was introduced');
  const place = {
    draft: null,
    author: self.person,
    key: self.device,
    seq: 1,
    prev: null,
    heads: [],
    lamport: 1,
  };
  const chain = new RecordChain(ports, place, 'device');
  const records: SignedRecord[] = [];
  const add = async (intent: Intent): Promise<string> => {
    const record = await chain.add(intent);
    records.push(record);
    return record.id;
  };
  await add(
    draftBegun.write({
      nonce: seed.toString(16).padStart(32, '0'),
      recoveryOwner: null,
      demonstration: false,
    }),
  );
  await add(detailsSet.write({ writes: [{ name: 'provider', value: `Provider ${seed}`, over: [] }] }));
  let over: readonly string[] = [];
  for (let number = 3; number <= count; number += 1) {
    if (number % 10 === 0) {
      const narratives = [{ section: 'experiences', text: prose(seed + number, 400), over }];
      const saved = { reason: 'As heard', narratives, grades: [], improvements: null, rest: [] };
      over = [await add(revisionSaved.write(saved))];
    } else {
      await add(
        evidenceNoted.write({
          code: `ST-${String(number).padStart(3, '0')}`,
          kind: 'interview-staff',
          source: 'Social worker, assessment team',
          when: '2026-03-03T10:00',
          direction: 'neutral',
          text: prose(seed + number, 60),
        }),
      );
    }
  }
  return records;
}
