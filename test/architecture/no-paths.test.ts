import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contract } from '../../src/shared/ipc/contract.ts';
import { grantSchema } from '../../src/shared/ipc/workspace-channels.ts';

const root = join(import.meta.dirname, '..', '..', 'src');
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name: name.replaceAll('\\', '/'), text: readFileSync(join(root, name), 'utf8') }));

/** What a field is called that could say where something lies. */
const place = /path|file|folder|director|location|ur[il]$/i;
const nodeShape = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  pattern: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
});

/** The fields of a call, at any depth, whose name sounds like a place and whose text may be anything but a grant. */
function placesIn(schema: unknown, name: string): readonly string[] {
  if (Array.isArray(schema)) return schema.flatMap((part) => placesIn(part, name));
  const node = nodeShape.safeParse(schema).data;
  if (node === undefined) return [];
  const { type, pattern, properties = {}, ...parts } = node;
  const isOpen = [type].flat().includes('string') && pattern !== z.toJSONSchema(grantSchema).pattern;
  return [
    ...(isOpen && place.test(name.split('.').at(-1) ?? '') ? [name] : []),
    ...Object.entries(properties).flatMap(([field, part]) => placesIn(part, `${name}.${field}`)),
    ...Object.values(parts).flatMap((part) => placesIn(part, name)),
  ];
}

const placesOf = (name: string, input: z.ZodType): readonly string[] =>
  placesIn(z.toJSONSchema(input, { unrepresentable: 'any', io: 'input' }), name);

describe('paths', () => {
  it('cross in no call: what a window names is a grant', () => {
    const calls = Object.entries(contract);
    expect(calls.length).toBeGreaterThan(100);
    expect(calls.flatMap(([name, { input }]) => placesOf(name, input))).toEqual([]);
  });

  it('would be seen in a call, at any depth', () => {
    const calls = z.strictObject({
      file: z.string(),
      given: z.array(z.union([z.null(), z.strictObject({ filePath: z.string().nullable() })])),
      folder: grantSchema,
    });
    expect(placesOf('call', calls)).toEqual(['call.file', 'call.given.filePath']);
  });

  it('are asked of no dropped file, and taken by no handler beside the calls', () => {
    const having = (words: RegExp): readonly string[] =>
      sources.filter(({ text }) => words.test(text)).map(({ name }) => name);
    expect(having(/getPathForFile|webUtils/)).toEqual([]);
    expect(having(/ipcMain\.(?:handle|on)/)).toEqual(['main/hosts/electron/call-handlers.ts']);
    expect(having(/ipcRenderer\.(?:send|invoke|post)/)).toEqual(['preload/index.ts']);
  });
});
