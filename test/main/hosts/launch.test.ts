import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandExamples } from '../../../src/main/commands/command-examples.ts';
import { filesNamed, launchOf } from '../../../src/main/hosts/launch.ts';

const folder = resolve('/home/ada');
const commands = Object.keys(commandExamples);
const at = (name: string): string => resolve(folder, name);

describe('a start of Plumbline', () => {
  it.each([
    [['verify', 'x.judgment', '--json']],
    [['--version']],
    [['help', 'seal']],
    [['--json', 'list', '--workspace', 'team']],
  ])('with %j carries out a command', (words) => {
    expect(launchOf(words, { commands, folder })).toEqual({ kind: 'command', words });
  });

  it.each<[readonly string[], readonly string[]]>([
    [[], []],
    [['a.judgment'], [at('a.judgment')]],
    [['./verify'], [at('verify')]],
    [['/media/stick/Ada.card', '--no-sandbox'], [resolve('/media/stick/Ada.card')]],
    [['--original-process-start-time=13', 'b c.judgment', ''], [at('b c.judgment')]],
    [['--', '-odd.judgment'], [at('-odd.judgment')]],
  ])('with %j opens the window, with these files', (words, files) => {
    expect(launchOf(words, { commands, folder })).toEqual({ kind: 'window', files });
  });

  it('takes names from the folder that they were named in, not from its own', () => {
    expect(filesNamed(['a.card'], resolve('/srv'))).toEqual([resolve('/srv/a.card')]);
  });
});
