/** A step into a value: a name of an object or a place in a list. */
type Step = string | number;

/** The steps of a place written as "areas[2].criteria[0].id". */
function stepsOf(place: string): readonly Step[] {
  return place.split(/[.[\]]+/u).flatMap((part): Step[] => {
    if (part === '') return [];
    return [/^\d+$/u.test(part) ? Number(part) : part];
  });
}

function put(value: unknown, steps: readonly Step[], part: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return part;
  if (Array.isArray(value)) {
    const list: unknown[] = [...(value as readonly unknown[])];
    list[Number(step)] = put(list[Number(step)], rest, part);
    return list;
  }
  if (typeof value !== 'object' || value === null) throw new Error(`there is no ${String(step)} to change`);
  const entries = Object.entries(value).filter(([name]) => name !== step);
  const changed = put(Object.entries(value).find(([name]) => name === step)?.[1], rest, part);
  return Object.fromEntries(changed === undefined ? entries : [...entries, [step, changed]]);
}

/** The value with another part at a place; without it where the part is undefined. */
export function withPart(value: unknown, place: string, part: unknown): unknown {
  return put(value, stepsOf(place), part);
}
