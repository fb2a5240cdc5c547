import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRouter } from '../../../../src/main/hosts/router.ts';
import { answerWith } from '../../../../src/main/composition/answer-with.ts';
import type { CallAnswer, CallInput, ChannelName } from '../../../../src/shared/ipc/contract.ts';
import { need, run } from '../../running-scope.ts';

/** One person at their own computer: a profile, a folder, a window; everything the window ever heard is kept. */
export class PanelPerson {
  readonly name: string;
  readonly profile: string;
  readonly folder: string;
  /** Every answer and every event, as JSON text. */
  readonly heard: string[] = [];
  readonly #running: ReturnType<typeof run>;
  readonly #answer: ReturnType<typeof answerWith>;
  id = '';

  constructor(name: string, root: string) {
    this.name = name;
    this.profile = join(root, `${name}-profile`);
    this.folder = join(root, `${name}-folder`);
    mkdirSync(this.folder, { recursive: true });
    const hear = (event: unknown): void => {
      this.heard.push(JSON.stringify(event));
    };
    this.#running = run(this.profile, undefined, {
      send: (_window, event) => hear(event),
      broadcast: hear,
    });
    this.#answer = answerWith(this.#running.app.ports);
  }

  /** Files handed over to the person. */
  get saved(): ReadonlyMap<string, Uint8Array> {
    return this.#running.saved;
  }

  /** Calls as a window does: through the router, one message in and one out. */
  async ask(channel: ChannelName, input: unknown): Promise<unknown> {
    const route = createRouter(this.#answer, (error) => {
      throw error;
    });
    const answer = await route({ window: this.name, trusted: true }, channel, input);
    this.heard.push(JSON.stringify(answer));
    return answer;
  }

  /** The answer's value; the test fails with its words where the call is refused. */
  async call<N extends ChannelName>(channel: N, input: CallInput<N>): Promise<CallAnswer<N>> {
    const answer = await this.#answer(this.name, channel, input);
    this.heard.push(JSON.stringify(answer));
    return need(answer);
  }

  /** Introduces the person and opens their folder as the team's workspace, made there where nobody has yet. */
  async join(make: boolean): Promise<void> {
    const card = { name: this.name, post: 'Inspector', registration: '', years: 5 };
    this.id = (await this.call('introducePerson', { card })).id;
    const { grant } = this.#running.app.grants.grantFolder(this.folder);
    if (make) await this.call('createWorkspace', { folder: grant, name: 'Team' });
    else await this.call('openWorkspace', { folder: grant });
  }

  /** A file that the person chose, as the window names it. */
  choose(name: string, bytes: Uint8Array): string {
    return this.#running.app.grants.grantBytes(name, bytes).grant;
  }

  /** Ends the application of this person. */
  leave(): void {
    this.#running.app.release();
  }
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
}

/** Every file below folders, whole. */
export function allFiles(folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) => filesIn(folder).map((name) => join(folder, name)));
}

/** What a sync tool does: every file that another folder lacks, or has shorter, is copied there. */
export function syncFolders(folders: readonly string[]): void {
  for (const from of folders) {
    for (const to of folders.filter((folder) => folder !== from)) {
      for (const name of filesIn(from)) {
        const [source, target] = [join(from, name), join(to, name)];
        if (existsSync(target) && statSync(target).size >= statSync(source).size) continue;
        mkdirSync(dirname(target), { recursive: true });
        copyFileSync(source, target);
      }
    }
  }
}

/** A text in every form in which it could lie somewhere: plain, base64 at any offset, hex, UTF-16 of both orders. */
export function formsOf(text: string): readonly Buffer[] {
  const plain = Buffer.from(text, 'utf8');
  const little = Buffer.from(text, 'utf16le');
  const base64 = [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), plain])
      .toString('base64')
      .replaceAll('=', '');
    // The first and last signs also hold bits of what stands before and after.
    return Buffer.from(encoded.slice(before === 0 ? 0 : before + 1, -1));
  });
  const hex = plain.toString('hex');
  return [
    plain,
    little,
    Buffer.from(little).swap16(),
    ...base64,
    ...base64.map((text) => Buffer.from(text.toString().replaceAll('+', '-').replaceAll('/', '_'))),
    Buffer.from(hex),
    Buffer.from(hex.toUpperCase()),
  ];
}
