import { isDay } from '../values/calendar-days.ts';
import { dayWords } from '../words.ts';
import type { DetailName } from './detail-names.ts';
import { stages, type Stage } from '../values/stages.ts';

/** What each detail of an inspection is called. */
export const detailTitles: Readonly<Record<DetailName, string>> = {
  provider: 'Provider',
  kind: 'Type of inspection',
  start: 'First day',
  end: 'Last day',
  published: 'Day of publication',
  leadInspector: 'Lead inspector',
  inspectorate: 'Inspectorate',
  stage: 'Stage',
};

export const stageTitles: Readonly<Record<Stage, string>> = {
  fieldwork: 'Fieldwork',
  drafting: 'Drafting',
  moderation: 'In moderation',
  'factual-accuracy': 'Factual accuracy',
  published: 'Published',
};

/** The stage of this id; null where it is none. */
export function stageCalled(id: string): Stage | null {
  return stages.find((stage) => stage === id) ?? null;
}

/** A detail's value as people read it: days and stages in words, nothing as "Not set". */
export function detailWords(name: DetailName, value: string): string {
  if (value === '') return 'Not set';
  if (name === 'stage') {
    const stage = stageCalled(value);
    return stage === null ? value : stageTitles[stage];
  }
  return isDay(value) ? dayWords(value) : value;
}
