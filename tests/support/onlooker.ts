import { vi } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import type { TrafficRecord } from '../../sandbox/server/instruments/inspector.ts';
import { infoOf, wordsOf } from '../pdf/tools.ts';
import type { Stage } from './stage.ts';

/** What a place says: where it was read, and all of it. */
export type Read = readonly [where: string, text: string];

/** Whoever may see prices, and where they read them. */
export interface Priced {
  readonly people: readonly Person[];
  /** Ids of channels. */
  readonly channels: readonly string[];
}

/**
 * Everything that Slack was sent and that people without sight of prices may read: calls, but those to people and channels
 * with it; what opened for somebody, but for those people; the app's own answers to their payloads.
 */
export function sentToOthers({ sandbox }: Stage, priced: Priced, windows: readonly Window[]): Read[] {
  const seeing = new Set(priced.people.map(({ id }) => id));
  const own = [...sandbox.workspace.conversations.values()].filter(
    ({ kind, members }) => kind === 'im' && [...members].some((id) => seeing.has(id)),
  );
  const places = new Set([...seeing, ...priced.channels, ...own.map(({ id }) => id)]);
  const { entries } = sandbox.inspector;
  const senders = new Map(
    entries.flatMap((one) => (one.kind === 'envelope' ? [[one.id, JSON.stringify(one.payload)] as const] : [])),
  );
  const bySeeing = (text: string) => [...seeing].some((id) => text.includes(`"${id}"`));
  const isTheirs = (record: TrafficRecord, index: number): boolean => {
    if (record.kind === 'ack') return bySeeing(senders.get(record.id) ?? '');
    if (record.kind !== 'call') return true;
    const { channel, channel_id, user_id, user, users } = record.args;
    if ([channel, channel_id, user_id, user, users].some((id) => typeof id === 'string' && places.has(id))) return true;
    const during = windows.find(({ from, to }) => index >= from && index < to);
    return record.method.startsWith('views.') && during !== undefined && seeing.has(during.person.id);
  };
  return entries.flatMap((record, index): Read[] => {
    if (isTheirs(record, index)) return [];
    if (record.kind === 'call') return [[`${record.method} #${index}`, JSON.stringify(record.args)]];
    return record.kind === 'ack' ? [[`ack of ${record.label} #${index}`, JSON.stringify(record.body ?? '')]] : [];
  });
}

/** The records of the traffic, by their place, while somebody acted. */
export interface Window {
  readonly person: Person;
  readonly from: number;
  readonly to: number;
}

/** Everything on this person's screens, whatever they have open, and the files that they can open, with the words in PDFs. */
export function screenOf({ sandbox }: Stage, person: Person): Read[] {
  const { workspace } = sandbox;
  const user = workspace.person(person.id);
  const mayRead = (id: string) => {
    const channel = workspace.conversations.get(id);
    if (!channel || user.isStranger) return false;
    return channel.members.has(person.id) || (channel.kind === 'public' && !user.isRestricted);
  };
  const said = [...workspace.conversations.values()]
    .filter(({ id }) => mayRead(id))
    .flatMap((channel): Read[] => [[`channel ${channel.name}`, JSON.stringify(channel)]]);
  const files = [...workspace.files.values()]
    .filter(({ shares, deleted }) => !deleted && shares.some(({ channel }) => mayRead(channel)))
    .flatMap(({ bytes, ...file }): Read[] => [
      [`file ${file.title}`, JSON.stringify(file)],
      ...(bytes && file.title.endsWith('.pdf') && bytes.subarray(0, 5).toString() === '%PDF-'
        ? ([
            [`words of ${file.title}`, wordsOf(bytes)],
            [`properties of ${file.title}`, infoOf(bytes)],
          ] as const)
        : []),
    ]);
  return [
    ...said,
    ...files,
    ['notifications', JSON.stringify(person.notifications())],
    ['private answers', JSON.stringify(person.ephemerals())],
    ['modal', JSON.stringify(person.topModal() ?? '')],
    ['Home', JSON.stringify(person.home() ?? '')],
  ];
}

/** Whatever the process writes on its standard output from now on, instead of writing it. */
export function overheard(): { readonly lines: string[]; stop(): void } {
  const lines: string[] = [];
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
    lines.push(String(line));
    return true;
  });
  return { lines, stop: () => spy.mockRestore() };
}

/** These digits where they stand in a text, however they are grouped: with points, commas, spaces or nothing. */
export function digitsIn(text: string, amounts: readonly string[]): string[] {
  const bare = text.replaceAll(/(?<=\d)[.,'’\s\u00a0\u202f](?=\d)/g, '');
  return amounts.filter((digits) => bare.includes(digits));
}
