import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkTemplate, type DocumentTemplate } from '../../../src/shared/documents/document-template.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'resources', 'templates');

/** The shipped house style's file as parsed JSON. */
export function houseJson(): DocumentTemplate {
  return JSON.parse(readFileSync(join(folder, 'house.json'), 'utf8')) as DocumentTemplate;
}

/** The shipped house style, checked. */
export function houseTemplate(): DocumentTemplate {
  const read = checkTemplate(houseJson());
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.template;
}

/** The shipped letter, checked. */
export function letterTemplate(): DocumentTemplate {
  const read = checkTemplate(JSON.parse(readFileSync(join(folder, 'letter.json'), 'utf8')));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.template;
}
