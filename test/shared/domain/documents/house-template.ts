import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  checkTemplate,
  type DocumentTemplate,
} from '../../../../src/shared/domain/documents/document-template.ts';

const file = join(import.meta.dirname, '..', '..', '..', '..', 'resources', 'templates', 'house.json');

/** The shipped house style's file as parsed JSON. */
export function houseJson(): DocumentTemplate {
  return JSON.parse(readFileSync(file, 'utf8')) as DocumentTemplate;
}

/** The shipped house style, checked. */
export function houseTemplate(): DocumentTemplate {
  const read = checkTemplate(houseJson());
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.template;
}
