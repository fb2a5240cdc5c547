import { expect, test } from 'vitest';
import { readReportLines } from '../../../src/main/documents/read-report-lines.ts';

test('bytes become placed lines, and warnings and refusals are handed on', () => {
  expect(readReportLines(new TextEncoder().encode('a\n\f\nb'))).toEqual({
    ok: true,
    value: {
      source: {
        lines: [
          { page: 1, line: 1, text: 'a' },
          { page: 1, line: 2, text: '' },
          { page: 2, line: 3, text: 'b' },
        ],
      },
      warnings: [],
    },
  });
  const old = readReportLines(Uint8Array.of(0x61, 0x92, 0x73, 0x20, 0x61, 0x62, 0x63));
  expect(old).toMatchObject({ ok: true, value: { warnings: [{ code: 'assumed-windows-1252' }] } });
  expect(readReportLines(new Uint8Array())).toMatchObject({ ok: false, error: { code: 'empty' } });
});
