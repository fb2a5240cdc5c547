import { exportFramework } from './export-framework.ts';
import { listFrameworks } from './list-frameworks.ts';
import { moveFramework } from './move-framework.ts';
import { publishFramework } from './publish-framework.ts';

/** The services of frameworks, one for every channel of theirs. */
export const frameworkServices = { listFrameworks, publishFramework, exportFramework, moveFramework };
