import { exportFramework } from '../application/framework/export-framework.ts';
import { listFrameworks } from '../application/framework/list-frameworks.ts';
import { moveFramework } from '../application/draft/move-framework.ts';
import {
  dropUnpublished,
  keepUnpublished,
  readUnpublished,
} from '../application/framework/unpublished-framework.ts';
import { publishFramework } from '../application/framework/publish-framework.ts';

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
