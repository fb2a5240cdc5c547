import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { HostEvent } from '../../../../src/shared/ipc/host-event.ts';
import { ownFolder, run } from '../../running-scope.ts';

const own = ownFolder();
afterAll(own.remove);

it('files that the system gives to open are told of, and go to one window once', async () => {
  const told: HostEvent[] = [];
  const { app, scope } = run(join(own.path, 'profile'), undefined, {
    send: () => undefined,
    broadcast: (event) => told.push(event),
  });
  expect(scope.ports.openedFiles.take()).toEqual([]);
  const file = join(own.path, 'a.judgment');
  writeFileSync(file, 'records');
  await app.openFiles([file, join(own.path, 'gone.card')]);
  await app.openFiles([]);
  expect(told).toEqual([{ kind: 'files-opened' }]);
  const taken = scope.ports.openedFiles.take();
  expect(taken.map(({ name, bytes }) => [name, bytes])).toEqual([
    ['a.judgment', 7],
    ['gone.card', 0],
  ]);
  expect(scope.ports.openedFiles.take()).toEqual([]);
  const read = await scope.ports.grants.readFile(taken[0]?.grant ?? '', 100);
  expect(read.ok && new TextDecoder().decode(read.value.bytes)).toBe('records');
  const gone = await scope.ports.grants.readFile(taken[1]?.grant ?? '', 100);
  expect(gone.ok).toBe(false);
});
