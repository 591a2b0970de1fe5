import type { Entry } from '../action.ts';

/** The reminders of a history with those people only whom they reached, without the entries that say who else there was. */
export function asReminded(entries: readonly Entry[]): Entry[] {
  const lapses = entries.flatMap(({ action }) => (action.type === 'lapse' ? [action] : []));
  return entries.flatMap((entry): Entry[] => {
    const { action } = entry;
    if (action.type === 'lapse') return [];
    const lapsed = lapses.flatMap((one) => (one.entry === entry.seq ? one.people : []));
    if (action.type !== 'remind' || lapsed.length === 0) return [entry];
    const people = action.people.filter(({ id }) => !lapsed.some((one) => one.id === id));
    const none = people.length === 0 && !action.asked;
    return [{ ...entry, action: none ? { type: 'lapse', entry: entry.seq, people: lapsed } : { ...action, people } }];
  });
}

/** The entry that put this person on the crew last, or took them off it; undefined for somebody who was never on it. */
export function lastOnCrew(entries: readonly Entry[], person: string): Entry | undefined {
  let last: { readonly isOn: boolean; readonly entry: Entry } | undefined;
  for (const entry of entries) {
    if (!('crew' in entry.action)) continue;
    const isOn = entry.action.crew.some(({ id }) => id === person);
    if (isOn !== (last?.isOn ?? false)) last = { isOn, entry };
  }
  return last?.entry;
}
