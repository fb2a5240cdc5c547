import type { Framework } from '../framework/framework-schema.ts';

export interface FrameworkView {
  /** What it is called by: its id where it ships, its hash where it was published here. */
  readonly key: string;
  readonly hash: string;
  readonly framework: Framework;
  readonly origin: 'shipped' | 'published';
  /** Names of who published it under their signature. */
  readonly publishedBy: readonly string[];
  /** Whether drafts may stand under it. */
  readonly adoptable: boolean;
}

/** Every framework of the workspace, and files in its folder that are none, in words. */
export interface FrameworkListView {
  readonly frameworks: readonly FrameworkView[];
  readonly problems: readonly string[];
}
