import { describe, expect, it } from 'vitest';
import { withEmptyCopies } from '../../../src/shared/people/empty-copies.ts';
import type { CheckedLine, Problem } from '../../../src/shared/records/checked-line.ts';
import { lineProblem } from '../../../src/shared/records/line-problem.ts';
import { done, refused } from '../../../src/shared/result.ts';
import { History, idOf, writer } from '../history.ts';

const history = new History();
const record = history.begin(writer('Ada'));
const key = idOf('a key');
const log = `${key}.jsonl`;
const whole = (file: string, bytes = 400): CheckedLine => ({ file, line: 1, bytes, read: done(record) });
const zeros = (file: string, bytes = 400): CheckedLine => ({
  file,
  line: 1,
  bytes,
  read: refused(lineProblem('zero-filled')),
});
const torn: CheckedLine = { file: log, line: 2, bytes: 9, read: refused(lineProblem('torn')) };
const lack = (code: string, file: string, level: Problem['level'] = 'broken'): Problem => ({
  level,
  file,
  line: 0,
  record: null,
  code,
  message: '',
});

/** What is said of every file with zero bytes, in order. */
function levels(lines: readonly CheckedLine[], others: readonly Problem[] = []): readonly string[] {
  const zeroed = lines.flatMap(({ file, line, read }): Problem[] =>
    read.ok ? [] : [{ level: 'broken', file, line, record: null, ...read.error }],
  );
  return withEmptyCopies(lines, [...zeroed, ...others])
    .filter(({ code }) => code === 'zero-filled' || code === 'empty-copy')
    .map(({ level }) => level);
}

const copy = `${key} (conflicted copy).jsonl`;

describe('zero bytes in a copy of a log', () => {
  it.each<readonly [what: string, lines: readonly CheckedLine[], others: readonly Problem[]]>([
    ['beside the whole log', [whole(log), zeros(copy)], []],
    ['under a name with words before the log’s', [whole(log), zeros(`Copia de ${log}`)], []],
    ['in a copy of the folder', [whole(log), zeros(`../northmere (1)/${log}`)], []],
    ['after records that did arrive', [whole(log, 900), whole(copy, 300), { ...zeros(copy), line: 2 }], []],
    [
      'no longer than a log whose torn last line is told of by itself',
      [whole(log), torn, zeros(copy, 409)],
      [],
    ],
    [
      'longer than that, beside a whole copy that is as long',
      [whole(log), torn, whole(`${key} 2.jsonl`, 410), zeros(copy, 410)],
      [],
    ],
    ['whatever another log lacks', [whole(log), zeros(copy)], [lack('witness', `${idOf('other')}.jsonl`)]],
  ])('are a notice %s', (_what, lines, others) => {
    expect(levels(lines, others)).toContain('notice');
    expect(levels(lines, others)).not.toContain('broken');
  });

  it.each<readonly [what: string, level: string, lines: readonly CheckedLine[]]>([
    ['a copy beside the whole log', 'notice', [whole(log), { ...torn, file: copy, line: 1 }]],
    [
      'a copy with a record that the log has too',
      'notice',
      [whole(log, 900), whole(copy, 300), { ...torn, file: copy }],
    ],
    [
      'a copy longer than every other file of the log',
      'broken',
      [whole(log, 300), whole(copy, 300), { ...torn, file: copy }],
    ],
    [
      'a copy as long as another that was cut short',
      'broken',
      [whole(log, 300), { ...torn, file: copy, bytes: 400 }, { ...torn, file: `${key} 2.jsonl`, bytes: 400 }],
    ],
    ['the log itself', 'broken', [whole(log), torn, whole(copy, 900)]],
  ])('are judged as an end at which a log was cut short: %s, %s', (_what, level, lines) => {
    const cut = lines.flatMap(({ file, line, read }): Problem[] =>
      read.ok ? [] : [{ level: 'broken', file, line, record: null, ...read.error }],
    );
    const [said] = withEmptyCopies(lines, cut);
    expect(said?.level).toBe(level);
    expect(said?.message).not.toMatch(/[0-9a-f]{64}/u);
  });

  it.each<readonly [what: string, lines: readonly CheckedLine[], others: readonly Problem[]]>([
    ['in the log itself', [zeros(log), whole(copy)], []],
    ['where no other file of the log is there', [zeros(copy), whole(`${idOf('other')}.jsonl`)], []],
    ['longer than every whole file of the log, which may hold more', [whole(log, 399), zeros(copy, 400)], []],
    ['longer than a log that ends in a torn line', [whole(log), torn, zeros(copy, 410)], []],
    [
      'longer than what stands before zeros in the log itself',
      [whole(log), zeros(log, 9), zeros(copy, 405)],
      [],
    ],
    ['where a record is missing, whoever wrote it', [whole(log), zeros(copy)], [lack('missing', copy)]],
    ['where the log is shorter than it was', [whole(log), zeros(copy)], [lack('witness', log)]],
    [
      'where the key was used in two places',
      [whole(log), zeros(copy)],
      [lack('one-key-two-places', log, 'notice')],
    ],
    ['in a file that names no log', [whole(log), zeros('copy.jsonl')], []],
    ['in what was taken in from a file', [whole(log), zeros(`${key}.taken-in-0a1b.jsonl`)], []],
    ['in a second log of a person', [whole(log), zeros(`${key}.0123456789abcdef.jsonl`)], []],
  ])('stay broken %s', (_what, lines, others) => {
    expect(levels(lines, others)).toContain('broken');
  });
});
