import { describe, expect, it } from 'vitest';
import { houseJson, houseTemplate, letterTemplate } from './house-template.ts';
import { checkTemplate, type DocumentTemplate } from '../../../src/shared/documents/document-template.ts';

const house = houseJson();
const placeOf = (changed: unknown): string => {
  const read = checkTemplate(changed);
  return read.ok ? 'fits' : (read.problems[0]?.place ?? '');
};
const styled = (style: Partial<DocumentTemplate['style']>): unknown => ({
  ...house,
  style: { ...house.style, ...style },
});
const reported = (report: Partial<DocumentTemplate['report']>): unknown => ({
  ...house,
  report: { ...house.report, ...report },
});

describe('a template', () => {
  it('is shipped as a house style and as a letter, which fit their schema', () => {
    expect([houseTemplate().id, letterTemplate().id]).toEqual(['house', 'letter']);
  });

  it.each([
    ['a colour that is none', styled({ ink: 'red' }), 'style.ink'],
    ['a font that ends a declaration', styled({ prose: ['Georgia"}body{display:none'] }), 'style.prose.0'],
    ['a label with an unknown name', reported({ title: 'Inspection of {who}' }), 'report.title'],
    ['no section for the areas', reported({ parts: ['grades', 'summary'] }), 'report.parts'],
    ['a part twice', reported({ parts: [...house.report.parts, 'areas'] }), 'report.parts'],
    ['a size no one can read', styled({ size: 4 }), 'style.size'],
    ['another format', { ...house, format: 2 }, 'format'],
    ['a name the format does not know', { ...house, extra: 1 }, ''],
  ])('is refused for %s, and the place is named', (_why, changed, place) => {
    expect(placeOf(changed)).toBe(place);
  });
});
