import { expect, it } from 'vitest';
import { arrowStep } from '../../../src/renderer/lib/ui/arrow-step.ts';

const plain = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };

it.each([
  ['ArrowDown', {}, 1],
  ['ArrowRight', {}, 1],
  ['ArrowUp', {}, -1],
  ['ArrowLeft', {}, -1],
  ['ArrowDown', { altKey: true }, undefined],
  ['ArrowUp', { ctrlKey: true }, undefined],
  ['ArrowRight', { metaKey: true }, undefined],
  ['ArrowLeft', { shiftKey: true }, undefined],
  ['j', {}, undefined],
])('an arrow alone goes to the next choice, and no key with it does: %s %o', (key, held, step) => {
  expect(arrowStep({ ...plain, ...held, key })).toBe(step);
});
