import type { HostEvent, JobName } from '../../shared/ipc/host-event.ts';
import { app } from './app-state.svelte.ts';
import { call } from './call.ts';

/** The long work that this window asked for: how far each is, and the way to stop it. */
class Jobs {
  #messages = $state.raw<{ readonly [name in JobName]?: string }>({});

  /** How far a job is, in words; '' where it is not under way. */
  message(name: JobName): string {
    return this.#messages[name] ?? '';
  }

  hear(event: HostEvent): void {
    if (event.kind === 'progress') this.#say(event.job, event.finished ? '' : event.message);
  }

  /** Does work that main knows by this name; `message` stands until main says how far it is. A refusal becomes the banner. */
  async run<T>(name: JobName, message: string, work: () => Promise<T>): Promise<T | undefined> {
    this.#say(name, message);
    const answer = await app.attempt(work);
    this.#say(name, '');
    return answer;
  }

  stop(name: JobName): void {
    void app.attempt(() => call('stopJob', { job: name }));
  }

  #say(name: JobName, message: string): void {
    this.#messages = { ...this.#messages, [name]: message };
  }
}

export const jobs = new Jobs();
