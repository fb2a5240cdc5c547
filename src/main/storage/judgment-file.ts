import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { LogLine } from '../ports/storage-ports.ts';
import { personEventTypes } from '../../shared/people/person-event-types.ts';
import { done, type Result } from '../../shared/result.ts';
import type { StorageFault, Workspace } from '../ports/storage-ports.ts';
import { forksApart } from './forks-apart.ts';
import { MemoryWorkspace } from './memory-workspace.ts';
import { splitLines } from './split-lines.ts';

const typed = z.looseObject({ type: z.string(), author: z.string(), key: z.string() });

/** Whether a line is of a person's log: of a kind known there, or signed by its author's root key, as later kinds are. */
function isPersonLine(line: LogLine): boolean {
  try {
    const read = typed.safeParse(JSON.parse(new TextDecoder().decode(line.bytes)));
    if (!read.success) return false;
    const { type, author, key } = read.data;
    return personEventTypes.has(type) || createHash('sha256').update(key, 'utf8').digest('hex') === author;
  } catch {
    return false;
  }
}

/** A `.judgment` file read as a workspace of one draft: the same records in one file, people's cards before them. */
class JudgmentWorkspace extends MemoryWorkspace {
  override readonly kind = 'file';
  readonly #people: readonly LogLine[];
  readonly #draft: readonly LogLine[];

  constructor(name: string, lines: readonly LogLine[]) {
    super('0'.repeat(64), name, new Map(), new Map([[name, new Map()]]));
    this.#people = forksApart(lines.filter(isPersonLine));
    this.#draft = forksApart(lines.filter((line) => !isPersonLine(line)));
  }

  override readDraft(): Promise<Result<readonly LogLine[], StorageFault>> {
    return Promise.resolve(done(this.#draft));
  }

  override attachments(): null {
    return null;
  }

  override readPeople(): Promise<Result<readonly LogLine[], StorageFault>> {
    return Promise.resolve(done(this.#people));
  }
}

/** Opens a `.judgment` file for reading and verifying. */
export function judgmentFile(name: string, bytes: Uint8Array): Workspace {
  return new JudgmentWorkspace(name, splitLines(name, bytes));
}
