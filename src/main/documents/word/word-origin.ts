import type { DocumentOrigin } from '../../../shared/values/document-origin.ts';

const names = { draft: 'Plumbline draft', at: 'Plumbline record' } as const;
const recordId = /^[0-9a-f]{64}$/u;

/** Where a document comes from, as custom properties of its file. */
export function originProperties({
  draft,
  at,
}: DocumentOrigin): readonly { readonly name: string; readonly value: string }[] {
  return [
    { name: names.draft, value: draft },
    { name: names.at, value: at },
  ];
}

/** Where a file says that it comes from; null where it says nothing that could be meant. */
export function originOf(properties: ReadonlyMap<string, string>): DocumentOrigin | null {
  const [draft = '', at = ''] = [properties.get(names.draft), properties.get(names.at)];
  return recordId.test(draft) && recordId.test(at) ? { draft, at } : null;
}
