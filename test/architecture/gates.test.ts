import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceImports } from './source-graph.ts';

const root = join(import.meta.dirname, '..', '..');
const room = 'src/shared/gates/';
const table = `${room}all-gates.ts`;
const imports = sourceImports();
const text = (file: string): string => readFileSync(join(root, file), 'utf8');

const gates = [...imports.keys()]
  .filter((file) => file.startsWith(room) && /-gates?\.ts$/u.test(file) && file !== table)
  .map((file) => {
    const [, id = ''] = /\bid: ['`]([a-z-]+?)-?(?:\$\{|['`])/u.exec(text(file)) ?? [];
    const [, rule = ''] = /\brule: '([a-z-]+)'/u.exec(text(file)) ?? [];
    return { file, id, rule };
  });

/** What in a text tells gates apart by their ids; a rule has words and a law of its own, under the id of its gate. */
function idsNamed(source: string): readonly string[] {
  const compared = source.match(/\bgate\??\.id\s*(?:[!=]==\s*['"`]|\.startsWith\()/gu) ?? [];
  const quoted = gates
    .filter(({ id, rule }) => id.includes('-') && id !== rule)
    .flatMap(({ id }) => (new RegExp(`['"\`]${id}['"\`]`, 'u').test(source) ? [id] : []));
  return [...compared, ...quoted];
}

describe('the gates', () => {
  it('stand each in a file of its own, called by its id', () => {
    expect(gates.length).toBeGreaterThan(20);
    for (const { file, id } of gates.filter((gate) => gate.id !== 'limiter'))
      expect(basename(file)).toMatch(new RegExp(`^${id}-gates?\\.ts$`, 'u'));
  });

  it('stand all in the table', () => {
    const inTable = imports.get(table) ?? [];
    expect(gates.map(({ file }) => file).filter((file) => !inTable.includes(file))).toEqual([]);
  });

  it('have each a case of its own, beside its place in the order of the screen', () => {
    const order = join('shared', 'gates', 'all-gates.test.ts');
    const tests = ['shared', 'main']
      .flatMap((folder) =>
        readdirSync(join(root, 'test', folder), { recursive: true, encoding: 'utf8' }).map((name) =>
          join(folder, name),
        ),
      )
      .filter((name) => name.endsWith('.test.ts') && name !== order)
      .map((name) => text(join('test', name)))
      .filter((test) => test.includes('ates'));
    const isCase = ({ file, id }: (typeof gates)[number], test: string): boolean =>
      test.includes(`gates/${basename(file)}`) || test.includes(`'${id}`);
    const bare = gates.filter((gate) => !tests.some((test) => isCase(gate, test)));
    expect(bare.map(({ file }) => file)).toEqual([]);
  });

  it('list what they looked at, but for those whose detail says all or which are worked on beside them', () => {
    const said = new Set(['arrived', 'second-signature']);
    const bare = gates.filter(({ file, id }) => !said.has(id) && !/\b(?:looksAt|work): /u.test(text(file)));
    expect(bare.map(({ file }) => file)).toEqual([]);
  });

  it('are told apart by their ids in their room alone', () => {
    const outside = [...imports.keys()].filter((file) => !file.startsWith(room));
    expect(outside.flatMap((file) => idsNamed(text(file)).map((id) => `${file}: ${id}`))).toEqual([]);
    expect(idsNamed("{#if gate.id === 'approved'}")).toHaveLength(1);
    expect(idsNamed("gate?.id.startsWith('accuracy-')")).toHaveLength(1);
    expect(idsNamed("onpoint={() => goToGate('accuracy-answered')}")).toEqual(['accuracy-answered']);
    expect(idsNamed('gate.id === current')).toEqual([]);
  });
});
