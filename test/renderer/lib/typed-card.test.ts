import { expect, it } from 'vitest';
import { TypedCard } from '../../../src/renderer/lib/typed-card.svelte.ts';

const card = { name: 'Ada Moss', post: 'Senior inspector', registration: 'SW12345', years: 12 };

it('shows a card to be corrected as it is, and gives it back unchanged', () => {
  const known = { ...card, specialisms: ['Fostering', 'Care leavers'] };
  const typed = new TypedCard(known);
  expect(typed.specialisms).toBe('Fostering, Care leavers');
  expect(typed.card).toEqual(known);
});

it('begins empty, and is what was typed', () => {
  const typed = new TypedCard();
  expect(typed.years).toBeNull();
  expect(typed.card).toEqual({ name: '', post: '', registration: '', years: 0, specialisms: [] });
  Object.assign(typed, { ...card, specialisms: 'Fostering' });
  expect(typed.card).toEqual({ ...card, specialisms: ['Fostering'] });
});

it('shows no number where nobody said for how long they have worked, and takes a field that was emptied', () => {
  const typed = new TypedCard({ ...card, years: 0 });
  expect(typed.years).toBeNull();
  typed.years = 7;
  expect(typed.card.years).toBe(7);
  typed.years = null;
  expect(typed.card.years).toBe(0);
});

it.each([
  ['nothing', '', []],
  ['signs alone', ' , ;, ', []],
  ['commas and semicolons alike', 'Fostering, Care leavers;Health', ['Fostering', 'Care leavers', 'Health']],
  ['a field said twice once', 'Fostering, fostering, Fostering', ['Fostering', 'fostering']],
  ['a field as long as it is: the form says what is too long', 'x'.repeat(100), ['x'.repeat(100)]],
])('takes fields of practice from a line: %s', (_what, line, fields) => {
  const typed = new TypedCard();
  typed.specialisms = line;
  expect(typed.card.specialisms).toEqual(fields);
});
