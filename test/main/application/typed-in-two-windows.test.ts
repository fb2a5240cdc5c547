import { afterAll, beforeAll, expect, it } from 'vitest';
import { services } from '../../../src/main/composition/calls.ts';
import { introduce } from '../../../src/main/application/people/people-calls.ts';
import { need, ownFolder, run } from '../running-scope.ts';

const own = ownFolder();
const place = { draft: 'a'.repeat(64), slot: 'reason' };
let running: ReturnType<typeof run>;

beforeAll(async () => {
  running = run(own.path);
  const card = { name: 'Ada Moss', post: 'Inspector', registration: '', years: 3 };
  need(await introduce(running.scope, { card }));
});
afterAll(() => {
  running.app.release();
  own.remove();
});

it('keeps what one window typed from being written over by another that never read it', async () => {
  const { scope } = running;
  const keep = (writer: string, over: string | null, text: string): ReturnType<typeof services.keepWords> =>
    services.keepWords(scope, { ...place, text, standing: { writer, over } });
  const first = need(await keep('one', null, 'first'));
  expect(await keep('two', null, 'lost')).toMatchObject({ ok: false, error: { code: 'conflict' } });
  need(await keep('one', null, 'first again, whose answer never came'));
  expect(need(await services.readWords(scope, place))?.text).toBe('first again, whose answer never came');
  const read = need(await services.readWords(scope, place));
  need(await keep('two', read?.at ?? null, 'after reading'));
  expect(await keep('one', first.at, 'lost')).toMatchObject({ ok: false });
  need(await services.clearWords(scope, place));
  need(await keep('one', first.at, 'kept once the other is saved'));
});
