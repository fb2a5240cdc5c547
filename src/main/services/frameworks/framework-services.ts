import { exportFramework } from './export-framework.ts';
import { listFrameworks } from './list-frameworks.ts';
import { moveFramework } from './move-framework.ts';
import { dropUnpublished, keepUnpublished, readUnpublished } from './unpublished-framework.ts';
import { publishFramework } from './publish-framework.ts';

/** The services of frameworks, one for every channel of theirs. */
export const frameworkServices = {
  listFrameworks,
  publishFramework,
  readUnpublished,
  keepUnpublished,
  dropUnpublished,
  exportFramework,
  moveFramework,
};
