import type { Area } from '../framework/framework-schema.ts';
import type { GateRow } from './gate.ts';

/** What a gate says of an area, with its grade beside it. */
export function areaRow(
  { id, title }: Area,
  detail: string,
  isSettled: boolean,
  screen: 'write' | 'evidence' | 'panel',
): GateRow {
  return { title, detail, area: id, isSettled, goTo: { screen, area: id } };
}
