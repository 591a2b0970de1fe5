import { createHash } from 'node:crypto';
import type { CheckpointOf, ExportedFiles } from '../../../db/shapes/checkpoint.ts';
import { withRoles } from '../../office/authority.ts';
import { EXPORT_FILE, type FileLimits } from '../../office/orders/export-file.ts';
import type { Effect } from '../../order/effect.ts';
import { seesAll } from '../../order/permissions.ts';
import { readersWords } from '../../slack/words-for.ts';
import { codeOf, failedWith } from '../../slack-api/classify-error.ts';
import { dayText } from '../../words/own-value.ts';
import type { Words } from '../../words/words.ts';
import { type AnyAttempt, type OfficeExecutor, within } from '../executor.ts';
import { type FileStart, makeFile } from '../exports/make-file.ts';
import { UNREACHABLE } from '../unreachable.ts';
import { type SharePlace, shareFile } from './files/share-file.ts';

type Export = Extract<Effect, { type: 'export_orders' }>;
type ExportAttempt = AnyAttempt<CheckpointOf<'export_orders'>>;
type Part = NonNullable<ExportedFiles['files']>[string];

/**
 * Sends somebody the orders that they asked for as files by direct message, each once: as many as it takes. Who does not see
 * every order and every price any more gets none. Safe to repeat: it goes on with the file that is not there yet.
 */
export const exportOrders: OfficeExecutor<'export_orders'> = (effect, attempt) =>
  exportInFiles(EXPORT_FILE, effect, attempt);

/** The same with files that hold no more than that. */
export async function exportInFiles(limits: FileLimits, effect: Export, attempt: ExportAttempt): Promise<void> {
  const { claimed, groupMembers, log, settings, slack, store } = attempt;
  const reader = await store.person(claimed.team, effect.person);
  if (!reader || !seesAll(withRoles(reader, settings, await groupMembers(settings))))
    return log.warn(
      { event: 'export.not_allowed', person: effect.person },
      'a person who no longer sees every order was sent no export',
    );
  const words = readersWords(reader, settings);
  try {
    const { channel } = await slack('conversations.open', { users: reader.id });
    if (!channel?.id) throw new Error('conversations.open answered without a conversation');
    const place = { channel: channel.id, name: reader.name, lost: null };
    await sendAll({ effect, place, words, limits }, attempt);
  } catch (error) {
    if (!failedWith(error, ...UNREACHABLE)) throw error;
    log.warn(
      { event: 'export.person_unreachable', person: reader.id, code: codeOf(error) },
      'a person could not be sent an export',
    );
  }
}

/** What is sent, where, in whose words, and what a file holds at most. */
interface Sending {
  readonly effect: Export;
  readonly place: SharePlace;
  readonly words: Words;
  readonly limits: FileLimits;
}

/** Sends one file after the other, each from where the one before ended. */
async function sendAll(sending: Sending, attempt: ExportAttempt): Promise<void> {
  const files = within(attempt, 'files', attempt.claimed.id);
  let start: FileStart = { after: 0, columns: [] };
  let before = 0;
  for (let n = 1; ; n++) {
    const part: AnyAttempt<Part> = within(files, String(n));
    if (!part.checkpoint.done) {
      await send(sending, part, { n, start, before });
      await part.saveCheckpoint({ done: true });
    }
    const { next = null, columns = [], orders = 0 } = part.checkpoint;
    if (next === null) return;
    start = { after: next, columns };
    before += orders;
  }
}

/** Which file it is: its number, where it begins, and how many orders are in those before it. */
interface Which {
  readonly n: number;
  readonly start: FileStart;
  readonly before: number;
}

async function send({ effect, place, words, limits }: Sending, part: AnyAttempt<Part>, { n, start, before }: Which) {
  const { from, to, zone } = effect;
  const say = words.orderExport;
  const name = `${n === 1 ? say.fileName({ from, to }) : say.partName({ from, to, part: n })}.csv`;
  const shown = { name, title: name, alt: name, oneOfMany: true } as const;
  await shareFile(part, place, { ...shown, comment: async () => comment(), bytes });

  async function bytes() {
    const { bytes, orders, items, columns, next } = await makeFile(part, effect, start, words, limits);
    await part.saveCheckpoint({ orders, items, next, columns: next === null ? [] : [...columns] });
    return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  }

  function comment(): string {
    const { orders = 0, items = 0, next = null } = part.checkpoint;
    const period = { from: dayText(from, words.locale), to: dayText(to, words.locale) };
    if (next !== null) return say.part({ ...period, part: n, orders, items });
    if (n > 1) return say.lastPart({ ...period, part: n, orders, items, allOrders: before + orders, zone });
    return orders === 0 ? say.none(period) : say.sent({ ...period, orders, items, zone });
  }
}
