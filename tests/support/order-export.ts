import { parse } from 'csv-parse/sync';
import { expect, vi } from 'vitest';
import type { FillValue } from '../../sandbox/server/acts/entries.ts';
import type { Person } from '../../sandbox/server/acts.ts';
import type { Content } from '../../src/order/content.ts';
import type { Order } from '../../src/order/order.ts';
import { dayText } from '../../src/words/own-value.ts';
import { type Words, wordsFor } from '../../src/words/words.ts';
import { content, firstCommit, newOrder, saved, submitEntry } from '../db/samples.ts';
import type { Stage } from './stage.ts';
import { words } from './words.ts';

const PATIENT = { timeout: 15_000, interval: 20 };

/** The day that it is in the company's zone. */
export const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Madrid' }).format(Date.now());

/** The year whose orders the form proposes. */
export const YEAR = Number(today().slice(0, 4));

/** On its first day. Seconds. */
export const NOON = Date.parse(`${YEAR}-01-01T12:00:00Z`) / 1000;

/** A file as somebody got it. */
export interface SentFile {
  readonly name: string;
  readonly text: string;
  readonly comment: string;
}

/** Files that somebody got by direct message, the oldest first. */
export const filesOf = ({ sandbox }: Pick<Stage, 'sandbox'>, person: Person): SentFile[] =>
  person.directMessages().flatMap((message) =>
    message.files.map(({ id, title }) => ({
      name: title,
      text: sandbox.workspace.files.get(id)?.bytes?.toString() ?? '',
      comment: message.text,
    })),
  );

/** Somebody's Slack is in this language, and the app knows it. */
export async function speaks(
  { store, sandbox }: Pick<Stage, 'store' | 'sandbox'>,
  person: Person,
  locale: string,
): Promise<Words> {
  person.setLanguage(locale);
  await vi.waitFor(
    async () => expect(await store.person(sandbox.teamId, person.id)).toMatchObject({ locale }),
    PATIENT,
  );
  return wordsFor(locale);
}

/** The cells of a file. */
export const table = (text: string, delimiter = ','): string[][] => parse(text, { bom: true, delimiter });

/** Its lines by the names of their columns. */
export const linesIn = (text: string, delimiter = ','): Record<string, string>[] => {
  const [header = [], ...rest] = table(text, delimiter);
  return rest.map((cells) => Object.fromEntries(header.map((heading, n) => [heading, cells[n] ?? ''])));
};

/** Puts an order into the store, submitted then. */
export async function ordered(
  { store, sandbox }: Pick<Stage, 'store' | 'sandbox'>,
  id: string,
  at: number,
  what: Partial<Content> = {},
  changes: Partial<Order> = {},
): Promise<Order> {
  const lastEntry = { ...submitEntry(`submit ${id}`, { ...content(), ...what }), at };
  const whole = { ...content(), title: id, ...what };
  return saved(
    await store.commit(firstCommit(newOrder(id, { team: sandbox.teamId, content: whole, lastEntry, ...changes }))),
  );
}

/** Asks for the export by command, with these answers, and sends the form. */
export async function asks(person: Person, answers: Record<string, FillValue> = {}, typed = 'export') {
  await person.command(`/so ${typed}`);
  await person.modal('exports_orders');
  await person.fill(answers);
  return person.submit();
}

/** The files that come of it. */
export async function exportedTo(
  stage: Stage,
  person: Person,
  ask: () => Promise<unknown>,
  files = 1,
): Promise<SentFile[]> {
  const before = filesOf(stage, person).length;
  await ask();
  await vi.waitFor(() => expect(filesOf(stage, person)).toHaveLength(before + files), PATIENT);
  await stage.idle();
  await person.closeModal(true).catch(() => undefined);
  return filesOf(stage, person).slice(before);
}

/** The days of a period as sentences have them. */
export const period = (from: string, to: string, { locale }: Words = words) => ({
  from: dayText(from, locale),
  to: dayText(to, locale),
});
