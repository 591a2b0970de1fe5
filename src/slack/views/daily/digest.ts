import { context, header, section } from '../../../forms/blocks.ts';
import { bold, escaped } from '../../../forms/mrkdwn.ts';
import type { Order } from '../../../order/order.ts';
import type { Task } from '../../../order/progress/inbox.ts';
import { orderNumber } from '../../../order/text/order-number.ts';
import type { Words } from '../../../words/words.ts';
import { besidesText } from '../inbox/today.ts';
import { type Message, message, type Part } from '../message.ts';
import { approveButton, type Waiting, waitingRow } from './reminder.ts';
import { visitPlain, visitText } from './visit.ts';

/** A visit as a digest tells of it. `late`: what should have begun, or been done. */
export interface MorningVisit {
  readonly order: Order;
  readonly channel: string | undefined;
  readonly late?: Task | undefined;
}

/** What a digest tells of: as its reader may see it. */
export interface Digest {
  readonly visits: readonly MorningVisit[];
  readonly decisions: readonly Waiting[];
  readonly late: readonly Waiting[];
}

/** What a day brings its reader, in one message; undefined where it brings nothing. */
export function digestMessage(digest: Digest, words: Words, timeZone: string): Message | undefined {
  const { visits, decisions, late } = digest;
  if (visits.length + decisions.length + late.length === 0) return undefined;
  const say = words.reminder.digest;
  const { more, waits } = words.reminder;
  const rest = (count: number) => more({ count });
  const part = (title: string, rows: readonly ReturnType<typeof section>[]): Part[] =>
    rows.length > 0 ? [section(bold(title)), { rows, more: rest }] : [];
  return message(plainText(digest, words, timeZone), [
    header(say.title),
    ...part(
      say.visits,
      visits.map((visit) =>
        section([visitText(visit.order, words, visit.channel), ...besidesText(visit, words)].join('\n')),
      ),
    ),
    ...part(
      say.decisions,
      decisions.map((one) => waitingRow(one, words, waits[one.about])),
    ),
    ...approveButton(decisions, words),
    ...part(
      say.late,
      late.map((one) => waitingRow(one, words, lateText(one, words))),
    ),
    context(say.optOut),
  ]);
}

/** Since when something is late, for those who see to it together. */
const lateText = ({ about }: Waiting, { reminder }: Words) =>
  about === 'changes' || about === 'start' || about === 'end' ? reminder.late[about] : reminder.waits[about];

/** The whole message in plain words, escaped: what a notification shows. */
function plainText({ visits, decisions, late }: Digest, words: Words, timeZone: string): string {
  const say = words.reminder.digest;
  const line = (part: string, found: readonly Waiting[]) =>
    found.length > 0 ? [say.text({ part, orders: found.map(named).join(', ') })] : [];
  return [
    say.title,
    ...visits.map(({ order }) => visitPlain(order, words, timeZone)),
    ...line(say.decisions, decisions),
    ...line(say.late, late),
  ].join('\n');
}

const named = ({ order }: Waiting): string => `${orderNumber(order.number)} ${escaped(order.content.title)}`;
