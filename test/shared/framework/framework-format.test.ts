import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checkFramework } from '../../../src/shared/framework/check-framework.ts';
import { frameworkSchema } from '../../../src/shared/framework/framework-schema.ts';

const page = readFileSync(new URL('../../../docs/framework-format.md', import.meta.url), 'utf8');
const example: unknown = JSON.parse(/```json\n([\s\S]*?)```/u.exec(page)?.[1] ?? 'null');

it('the example of the format’s page passes the checker', () => {
  expect(checkFramework(example).problems).toEqual([]);
});

it('the page names every part of a framework', () => {
  const unnamed = Object.keys(frameworkSchema.shape).filter((name) => !page.includes(`\`${name}\``));
  expect(unnamed).toEqual([]);
});
