import { exportEvidence } from '../documents/export-evidence.ts';
import type { Service } from '../session/session.ts';
import type { evidenceChannels } from '../../../shared/ipc/evidence-channels.ts';
import { attachFiles } from './attach-files.ts';
import { readAttachment, saveAttachment } from './read-attachment.ts';
import { importEvidence, previewEvidence } from './import-evidence.ts';
import { undoImport } from './undo-import.ts';
import { noteEvidence } from './note-evidence.ts';
import { bestFitSet } from '../../../shared/evidence/best-fit-set.ts';
import { descriptorMarked } from '../../../shared/evidence/descriptor-marked.ts';
import { termAllowed } from '../../../shared/evidence/term-allowed.ts';
import { contradictionSettled } from '../../../shared/evidence/contradiction-settled.ts';
import { evidenceLinked } from '../../../shared/evidence/evidence-linked.ts';
import { noteCorrected } from '../../../shared/evidence/note-corrected.ts';
import { addendumWritten } from '../../../shared/evidence/addendum-written.ts';
import { writing } from '../write.ts';

/** The services of evidence, one for every channel of its own. */
export const evidenceServices: { readonly [N in keyof typeof evidenceChannels]: Service<N> } = {
  noteEvidence,
  attachFiles,
  readAttachment,
  saveAttachment,
  addToEvidence: writing(addendumWritten.write),
  correctNote: writing(noteCorrected.write),
  linkEvidence: writing(evidenceLinked.write),
  settleContradiction: writing(({ notes: [one, other], ...rest }) =>
    contradictionSettled.write({ ...rest, notes: one < other ? [one, other] : [other, one] }),
  ),
  allowTerm: writing(termAllowed.write),
  previewEvidence,
  importEvidence,
  undoImport,
  exportEvidence,
  markDescriptor: writing(descriptorMarked.write),
  setBestFit: writing(bestFitSet.write),
};
