import { eitherOf, pluralOf } from '../words.ts';
import type { EvidenceGap } from './evidence-gaps.ts';
import type { EvidenceKind } from '../values/evidence-kind.ts';
import { kindTitles } from '../values/kind-titles.ts';

function either(kinds: readonly EvidenceKind[]): string {
  return eitherOf(kinds.map((kind) => kindTitles[kind].toLowerCase()));
}

/** A gap in words: what is missing, and how far it is. */
export function gapWords(gap: EvidenceGap): string {
  switch (gap.gap) {
    case 'no-evidence':
      return 'no evidence';
    case 'one-kind':
      return `one kind of source only: ${kindTitles[gap.kind].toLowerCase()}`;
    case 'one-inspector':
      return 'one inspector only';
    case 'required':
      return `the framework asks for ${gap.atLeast} from ${either(gap.kinds)}, and there ${pluralOf(gap.have, 'is', 'are')} ${gap.have}`;
    case 'required-sources':
      return `the framework asks for ${gap.sources} sources of ${either(gap.kinds)}, and there ${pluralOf(gap.have, 'is', 'are')} ${gap.have}`;
  }
}
