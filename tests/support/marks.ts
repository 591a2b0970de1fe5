import type { Sandbox } from '../../sandbox/server/server.ts';

/** What reached people by itself: for each message, to whom it went (an id) and what it told: a subject's mark, or the day of a digest. */
export interface Told {
  readonly who: string;
  readonly what: string;
}

interface Marks {
  readonly reminders?: readonly string[];
  readonly digest?: string;
  readonly standIn?: string;
}

/** Hears from now on of everything that people are reminded of, of every digest and of whom they stand in for, as often as it reaches them. */
export function hearMarks({ faults }: Pick<Sandbox, 'faults'>): Told[] {
  const told: Told[] = [];
  faults.after('chat.postMessage', ({ args }) => {
    const said: unknown = typeof args.metadata === 'string' ? JSON.parse(args.metadata) : args.metadata;
    const marks = (said as { event_payload?: Marks } | undefined)?.event_payload;
    const who = String(args.channel);
    for (const what of marks?.reminders ?? []) told.push({ who, what });
    if (marks?.standIn) told.push({ who, what: marks.standIn });
    if (marks?.digest) told.push({ who, what: marks.digest });
  });
  return told;
}

/** What somebody was told more than once. */
export function repeated(told: readonly Told[]): string[] {
  const lines = told.map(({ who, what }) => `${who} ${what}`);
  return lines.filter((line, index) => lines.indexOf(line) !== index);
}
