import type { Action, ActionType, Entry } from '../../src/order/action.ts';
import type { Item } from '../../src/order/content.ts';
import type { State, WholeOrder } from '../../src/order/order.ts';
import type { Party } from '../../src/order/people.ts';
import type { Version } from '../../src/order/version.ts';
import { actions, closure, content, inState, item, MORNING, report } from './workflow.ts';

/** Ways to write a text of a given length (UTF-16 units) that Slack or our own shortening may stumble over. */
export const alphabets: Readonly<Record<string, (length: number) => string>> = {
  'signs that grow fivefold when they are escaped': (length) => '&'.repeat(length),
  'emoji that a cut may halve': (length) => '😀'.repeat(Math.floor(length / 2)),
  'emoji that a cut may halve elsewhere': (length) => `a${'😀'.repeat(Math.floor((length - 1) / 2))}`.slice(0, length),
  'a script of three bytes a letter': (length) => '循環ポンプを交換'.repeat(length).slice(0, length),
  'words without a space': (length) => 'x'.repeat(length),
  'lines of angle brackets': (length) => '<\n>a'.repeat(length).slice(0, length),
};

/** Items at their longest. */
export const worstItems = (count: number, write: (length: number) => string, prefix = 'i'): Item[] =>
  Array.from({ length: count }, (_, index) =>
    item(`${prefix}${index}`, {
      description: write(200),
      unit: write(20),
      quantity: -999_999 + index,
      unitPrice: '9999999999.999999',
    }),
  );

/** As many people as a crew may have. */
export const crowd = (name: string): Party[] =>
  Array.from({ length: 20 }, (_, index) => ({ id: `U0123456${String(index).padStart(4, '0')}`, name }));

/** An order in a state with everything as long, and as much of it, as the forms let through. */
export function worstOrder(state: State, write: (length: number) => string): WholeOrder {
  const base = inState[state];
  const name = write(80);
  const called = (party: Party): Party => ({ ...party, name });
  const files = Array.from({ length: 20 }, (_, n) => ({
    fileId: `F${n}`,
    name: write(255),
    mimetype: 'image/jpeg',
    size: 1,
  }));
  const worst = {
    ...content,
    title: write(80),
    client: write(120),
    location: write(255),
    description: write(3000),
    contact: write(200),
    clientReference: write(100),
    proposedCrew: crowd(name),
    items: worstItems(200, write),
    attachments: files,
  };
  const versions = base.versions.map((version): Version => ({ ...version, content: worst, by: called(version.by) }));
  return {
    ...base,
    number: 123_456_789,
    requester: called(base.requester),
    supervisor: called(base.supervisor),
    coordinator: base.coordinator && called(base.coordinator),
    crew: base.crew.length > 0 ? crowd(name) : [],
    content: worst,
    versions,
    latest: versions.at(-1) ?? null,
    approvedItems: versions.length > 0 ? worst.items : null,
    photos: versions.length > 0 ? files : [],
    entries: base.entries.map((entry) => ({ ...entry, by: called(entry.by) })),
  };
}

/** One entry of each kind, as long as it may be, on an order that has seen it all; confirmations change every item. */
export function worstEntries(write: (length: number) => string): {
  order: WholeOrder;
  entries: Record<ActionType, Entry>;
} {
  const order = worstOrder('completed', write);
  const name = write(80);
  const crew = crowd(name);
  const files = order.content.attachments;
  const items = worstItems(200, (length) => write(length).replace(/^./su, 'z'), 'i');
  const work = { ...report, workDone: write(3000), reason: write(1000), photos: files };
  const note = { explanation: write(2000), note: write(2000), photos: files, endedAt: MORNING };
  const acceptance = { kind: 'accepted', name: write(120) } as const;
  const reason = write(2000);
  const plan = { crew, coordinator: order.coordinator, plannedStart: MORNING };
  const { submit, resubmit, edit } = actions();
  const worst: Record<ActionType, Action> = {
    submit,
    resubmit,
    edit,
    hand_over: { type: 'hand_over', submission: 1, to: { id: 'USAM', name }, note: reason },
    request_changes: { type: 'request_changes', submission: 1, reason },
    reject: { type: 'reject', submission: 1, reason },
    withdraw: { type: 'withdraw', submission: 1, reason },
    reopen: { type: 'reopen', reason },
    approve: { type: 'approve', submission: 1, ...plan, comment: write(500), signature: write(120) },
    assign: { type: 'assign', ...plan },
    confirm_partial: { type: 'confirm_partial', base: 1, items, report: work },
    confirm_final: { type: 'confirm_final', base: 1, items, report: work },
    close: { type: 'close', base: 1, closure: closure('with_changes', { ...note, acceptance }) },
    close_not_performed: {
      type: 'close_not_performed',
      base: 1,
      closure: closure('not_performed', { ...note, reasonCode: 'client_cancelled' }),
    },
    start_work: { type: 'start_work' },
    hold: { type: 'hold', reasonCode: 'other_trade', note: reason, until: MORNING },
    resume: { type: 'resume', seen: 1 },
    reschedule: { type: 'reschedule', plannedStart: MORNING, seen: null },
    accept_extra: { type: 'accept_extra', question: 1 },
    accept_final: { type: 'accept_final', question: 1 },
    dispute_extra: { type: 'dispute_extra', question: 1, reason },
    add_photos: { type: 'add_photos', photos: files },
    lapse: { type: 'lapse', entry: 2, people: crew },
    sign: { type: 'sign', base: 1, name: write(120), position: write(120), reservations: write(1000) },
    remind: { type: 'remind', about: 'extra_cost', step: 2, people: crew, asked: crew },
  };
  const [first] = order.versions;
  if (!first) throw new Error('a completed order has versions');
  const changes = items.flatMap((after, index) => {
    const before = first.content.items[index];
    return before ? [{ type: 'changed' as const, before, after, difference: -1 }] : [];
  });
  const second: Version = { ...first, n: 2, kind: 'confirmation', content: { ...first.content, items }, changes };
  const entries = Object.fromEntries(
    Object.entries(worst).map(([type, action], index): [string, Entry] => [
      type,
      { seq: index + 1, at: MORNING, by: { id: 'UANA', name }, action, version: 2, key: type },
    ]),
  );
  return {
    order: { ...order, versions: [first, second], latest: second, entries: Object.values(entries) },
    entries: entries as Record<ActionType, Entry>,
  };
}
