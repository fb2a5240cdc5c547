import satisfies from 'spdx-satisfies';
import type { ShippedPackage } from './shipped-packages.ts';

/** Licences that ask for no more than that their notice goes with the work, which the package of Plumbline sees to. */
export const allowedLicences: readonly string[] = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-3.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'OFL-1.1',
];

function isAllowed(licence: string): boolean {
  try {
    return satisfies(licence, allowedLicences);
  } catch {
    return false;
  }
}

/** The packages whose licence does not stand on the list, or is none that SPDX knows. */
export function notAllowed(packages: readonly ShippedPackage[]): readonly ShippedPackage[] {
  return packages.filter(({ licence }) => !isAllowed(licence));
}
