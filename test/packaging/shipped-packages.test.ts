import { join } from 'node:path';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { describe, expect, it } from 'vitest';
import { readNotices } from '../../src/main/documents/read-notices.ts';
import { notAllowed } from '../../scripts/packaging/allowed-licences.ts';
import { billOfMaterials } from '../../scripts/packaging/bill-of-materials.ts';
import { noticesText, packageFolder, type ShippedPackage } from '../../scripts/packaging/shipped-packages.ts';

const root = join(import.meta.dirname, '..', '..');
const built = await readNotices(join(root, 'out', 'notices'));
const shipped = built?.notices ?? [];
const application = { name: 'plumbline', version: '0.1.0', licence: 'MIT' };
const under = (licence: string): ShippedPackage => ({
  name: 'a-package',
  version: '1.0.0',
  licence,
  homepage: null,
  text: null,
});
const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);

describe('the notices of a build', () => {
  it.each([
    ['/p/node_modules/svelte/src/index.js', '/p/node_modules/svelte'],
    ['/p/node_modules/@hpke/core/esm/mod.js', '/p/node_modules/@hpke/core'],
    ['/p/node_modules/a/node_modules/b/c.js', '/p/node_modules/a/node_modules/b'],
    ['\0commonjs-helpers:/p/node_modules/a/i.js?x', 'commonjs-helpers:/p/node_modules/a'],
    ['C:\\p\\node_modules\\zod\\index.js', 'C:/p/node_modules/zod'],
    ['/p/src/main/index.ts', null],
    ['\0rolldown/runtime.js', null],
  ])('know the package of %j', (module, folder) => {
    expect(packageFolder(module)).toBe(folder);
  });

  it.each(['svelte', 'electron-store', 'diff', 'zod', 'pdfjs-dist', '@fontsource-variable/inter'])(
    'name %s, which each build holds',
    (name) => {
      expect(shipped.map((each) => each.name)).toContain(name);
    },
  );

  it.each(['vitest', 'eslint', 'playwright-core', 'electron-builder', '@resvg/resvg-js'])(
    'leave out %s, of which nothing goes out',
    (name) => {
      expect(shipped.map((each) => each.name)).not.toContain(name);
    },
  );

  it('hold the licence’s own words with the fonts', () => {
    const text = noticesText(shipped);
    expect(text).toMatch(/@fontsource-variable\/inter[^]*SIL Open Font License[^]*source-serif-4/iu);
    expect(text).toContain('brings no text of its licence');
  });

  it('stand under licences of the list alone', () => {
    expect(notAllowed(shipped)).toEqual([]);
  });

  it.each([
    ['GPL-3.0-only', false],
    ['(MIT OR GPL-3.0-only)', true],
    ['MIT AND AGPL-3.0-only', false],
    ['SEE LICENSE IN terms.txt', false],
    ['', false],
    ['BSD-2-Clause', true],
  ])('are refused or let through by their expression: %s', (licence, through) => {
    expect(notAllowed([under(licence)]).length === 0).toBe(through);
  });
});

it('a build says of which commit it is', () => {
  expect(built?.commit).toMatch(/^[0-9a-f]{40}$/u);
});

describe('the bill of materials', () => {
  it('is CycloneDX 1.6 by its schema, and names every package with its licence', async () => {
    const bill = billOfMaterials({ application, packages: shipped });
    expect(await validator.validate(bill)).toBeNull();
    expect((JSON.parse(bill) as { components: unknown[] }).components).toHaveLength(shipped.length);
    for (const { name } of shipped) expect(bill).toContain(`"name": "${name}"`);
  });

  it('is held to the schema, which says so where it is not one', async () => {
    const bill = billOfMaterials({ application, packages: shipped });
    expect(await validator.validate(bill.replace('"type": "library"', '"type": "book"'))).not.toBeNull();
  });

  it('is the same for the same packages', () => {
    expect(billOfMaterials({ application, packages: [...shipped].reverse() })).toBe(
      billOfMaterials({ application, packages: shipped }),
    );
  });
});
