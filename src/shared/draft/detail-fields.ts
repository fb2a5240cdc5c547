import { z } from 'zod';
import { defineField } from '../records/define-field.ts';
import { detailTitles, detailWords } from './detail-words.ts';
import { detailNames, type DetailName } from './detail-names.ts';
import { textValue } from '../records/text-value.ts';

/** The detail of an inspection that is called this in records; undefined where it is none. */
export function detailCalled(name: string): DetailName | undefined {
  return detailNames.find((detail) => detail === name);
}

/** A fact of the inspection: its provider, its days, its stage. */
export const detailField = defineField({
  kind: 'detail',
  parts: ['name'],
  value: textValue(z.string().max(300)),
  title: ({ name }) => {
    const detail = detailCalled(name);
    return detail === undefined ? name : detailTitles[detail];
  },
  words: ({ parts, value }) => {
    const detail = detailCalled(parts.name);
    return detail === undefined ? value : detailWords(detail, value);
  },
  readers: 'everybody',
  sealed: 'words',
});
