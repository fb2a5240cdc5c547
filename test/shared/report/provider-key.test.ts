import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { providerKey } from '../../../src/shared/report/provider-key.ts';

const history = join(import.meta.dirname, '../../../../shared/data/ilacs-history.csv');

describe('the key of a provider', () => {
  it.each([
    ['Trafford', 'Trafford Metropolitan Borough Council', 'Trafford MBC', 'Trafford local authority'],
    ['Portsmouth', 'Portsmouth City Council', 'City of Portsmouth', 'PORTSMOUTH CITY COUNCIL'],
    ['Sutton', 'London Borough of Sutton', 'the London Borough of Sutton Council'],
    ['Kensington and Chelsea', 'the Royal Borough of Kensington & Chelsea'],
    ['Bradford', 'Bradford Children and Families Trust', 'City of Bradford Metropolitan District Council'],
    ['Sandwell', 'Sandwell Children’s Trust', "Sandwell Children's Services"],
    ['Durham', 'County Durham', 'Durham County Council'],
    ['Kingston upon Hull', 'Hull', 'Hull City Council', 'Kingston-upon-Hull City Council'],
    ['Southend-on-Sea', 'Southend-on-Sea city council', 'Southend'],
    ['City of London', 'City of London Corporation'],
    ['Sunrise Care', 'Sunrise Care Ltd', 'Sunrise Care Limited', 'Sunrise Care CIC'],
    ['Barnsley Hospital', 'Barnsley Hospital NHS Foundation Trust', 'Barnsley Hospital NHS Trust'],
  ])('is one for %s and its other names', (name, ...others) => {
    expect(others.map(providerKey)).toEqual(others.map(() => providerKey(name)));
  });

  it.each([
    ['Derby', 'Derbyshire'],
    ['Nottingham City Council', 'Nottinghamshire County Council'],
    ['York', 'North Yorkshire'],
    ['Newcastle upon Tyne', 'Newcastle-under-Lyme'],
    ['Cheshire East', 'Cheshire West and Chester'],
    ['City of London', 'London Borough of Newham'],
    ['Sunrise Care Ltd', 'Sunset Care Ltd'],
  ])('is another for %s and %s', (name, other) => {
    expect(providerKey(name)).not.toBe(providerKey(other));
  });

  it('tells all authorities apart that were inspected', () => {
    if (!existsSync(history)) {
      console.log('absent: ../shared/data/ilacs-history.csv; names of real authorities were not told apart.');
      return;
    }
    const rows = z
      .array(z.object({ local_authority: z.string() }))
      .parse(parse(readFileSync(history), { bom: true, columns: true }));
    const names = new Set(rows.map((row) => row.local_authority));
    expect(new Set([...names].map(providerKey)).size).toBe(names.size);
  });
});
