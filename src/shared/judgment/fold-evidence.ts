import type { DescriptorMark, EvidenceLink } from '../evidence/evidence-state.ts';
import { linkField, markField } from '../evidence/evidence-fields.ts';
import type { OpenValues } from '../records/open-values.ts';

type LinkValues = ReturnType<typeof linkField.of>;

/** Links by their open values, which are replaced and never change: a link that nobody wrote stays the same object. */
const links = new WeakMap<LinkValues, EvidenceLink>();

/** Notes held against criteria; a link that was taken away stands with the value none, to be written over. */
export function foldLinks(values: OpenValues): readonly EvidenceLink[] {
  return linkField.all(values).map(({ parts, values: open }) => {
    const latest = open.at(-1)?.value ?? null;
    const link = links.get(open) ?? {
      ...parts,
      values: open.map((write) => ({ ...write, value: write.value?.direction ?? null })),
      strength: latest?.strength ?? null,
      passage: latest?.passage ?? null,
    };
    links.set(open, link);
    return link;
  });
}

/** Every person's mark of every descriptor. */
export function foldMarks(values: OpenValues): readonly DescriptorMark[] {
  return markField.all(values).map(({ parts, values: open }) => ({ ...parts, values: open }));
}
