import { app } from '../lib/app-state.svelte.ts';
import { call } from '../lib/call.ts';
import { draftScreens, type ScreenName } from '../lib/route.ts';

/** One step of the tour: a screen, and what to see on it. */
interface TourStep {
  readonly title: string;
  readonly text: string;
  readonly screen: ScreenName;
}

/** The way of a judgment from a note to the seal, in steps of a few words. */
export const tourSteps: readonly TourStep[] = [
  {
    title: 'Inspections',
    text: 'Each line is one inspection. Enter opens it; Ctrl K finds anything in it by its words.',
    screen: 'inspections',
  },
  {
    title: 'Evidence',
    text: 'Write a note with N, and say for which criterion it counts with L. The descriptors stay beside it.',
    screen: 'evidence',
  },
  {
    title: 'Write',
    text: 'The narrative cites notes: type [ and some of a note’s words. Ctrl S saves a revision with its reason.',
    screen: 'write',
  },
  {
    title: 'Revisions',
    text: 'Two revisions beside each other: what changed in grade, evidence and words, and why.',
    screen: 'revisions',
  },
  {
    title: 'Panel',
    text: 'Members grade alone. Nobody can read a lodged grade before all are shown at once.',
    screen: 'panel',
  },
  {
    title: 'Finalise',
    text: 'What must hold before the judgment is sealed, with what is still missing first.',
    screen: 'finalise',
  },
  {
    title: 'Waiting for me',
    text: 'What you can do now, from every draft, by the day it is due. The tour is in help (F1) whenever you want it again.',
    screen: 'waiting',
  },
];

/** Help of a window: what is looked up, and where its tour stands. */
export class Help {
  /** The topic that was asked for; '' for the screen that is shown; null while help is closed. */
  wanted = $state<string | null>(null);
  find = $state('');
  /** The step of the tour; null while none is taken. */
  step = $state<number | null>(null);
  #draft = '';

  get tourStep(): TourStep | null {
    return this.step === null ? null : (tourSteps[this.step] ?? null);
  }

  /** Opens help at a topic, or at the screen that is shown. */
  open(topic = ''): void {
    this.find = '';
    this.wanted = topic;
  }

  close(): void {
    this.wanted = null;
  }

  /** Begins the tour, through the draft that is open or the first of the list; where there is none, by words alone. */
  async beginTour(): Promise<void> {
    this.close();
    this.#draft = app.place?.draft ?? '';
    if (this.#draft === '' && app.workspace !== null) {
      const rows = await app.attempt(() => call('listedBefore', {}));
      this.#draft = rows?.find(({ draft, shelf }) => draft !== '' && shelf === 'list')?.draft ?? '';
    }
    this.goTo(0);
  }

  leaveTour(): void {
    this.step = null;
    app.say('The tour is left. It is in help (F1).');
  }

  /** Goes to a step, and to its screen where there is one: screens of a draft need one that is open. */
  goTo(step: number): void {
    const to = tourSteps[step];
    if (to === undefined) {
      this.leaveTour();
      return;
    }
    this.step = step;
    app.say(`${to.title}. ${to.text}`);
    if (app.workspace === null) return;
    const screen = draftScreens.find((known) => known === to.screen);
    if (screen === undefined) app.go({ screen: to.screen === 'waiting' ? 'waiting' : 'inspections' });
    else if (this.#draft !== '') app.go({ screen, draft: this.#draft, area: '' });
  }
}

export const help = new Help();
