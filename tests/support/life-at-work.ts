import { Settings } from '../../src/settings.ts';
import { exportIds } from '../../src/slack/views/desk/ids.ts';
import { homeActions } from '../../src/slack/views/ids.ts';
import {
  type Act,
  acts,
  adds,
  castOf,
  fills,
  type Life,
  type Mortal,
  morning,
  opens,
  presses,
  sends,
  worked,
} from './life.ts';
import { ANY, until, words } from './words.ts';

const HOUR = 3_600_000;
/** The longest that a reminder takes, which waits for company; and what a death may add to that. Milliseconds. */
const TOLD_MS = 180_000;

/** The office works day and night, and reminds of nothing but of work that should have begun. */
export const dayAndNight = Settings.parse({
  channel: { archiveAfterDays: 0 },
  hours: { week: '' },
  reminders: { decision: 0, changes: 0, extraCost: 0, end: 0, again: 0, start: 1 },
});

const orderIn = async ({ sandbox, store }: Mortal, channel: string) => {
  const order = await store.orderByNumber(sandbox.teamId, Number(channel.slice(3, 9)));
  if (!order) throw new Error(`${channel} is no order's`);
  return order;
};

/** The overview of today is owed to somebody, as it is in the morning. It comes with what is owed next. */
async function oweOverview({ sandbox, store }: Mortal, id: string): Promise<void> {
  const zone = (await store.person(sandbox.teamId, id))?.timeZone ?? 'UTC';
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(Date.now());
  const notBefore = Math.floor(Date.now() / 1000);
  await store.owe(sandbox.teamId, null, [{ type: 'send_digest', person: id, day, notBefore }], Date.now());
}

/** Farid has been told this about the order, in a message that comes by itself. */
function told(place: Mortal, channel: string, said: string): Promise<void> {
  const { worker } = castOf(place);
  const order = `SO-${channel.slice(3, 9)}`;
  const came = () => worker.directMessages().some(({ text }) => text.includes(said) && text.includes(order));
  return place.sandbox.workspace.waitFor(came, TOLD_MS).then(() => {});
}

const REMINDER = until(words.reminder.lead.start({ order: ANY, title: ANY, date: ANY }));

const atWork = {
  'is late': async (place, channel) => {
    const { supervisor } = castOf(place);
    await opens(place, supervisor, () => supervisor.press('reschedule', { channel }), 'reschedule');
    await fills(supervisor, { plannedStart: new Date(morning - HOUR) });
    // Asked whether it is meant to be in the past.
    await sends(place, supervisor);
    await sends(place, supervisor);
    await told(place, channel, REMINDER);
  },
  'start work': async (place, channel) => {
    const { worker } = castOf(place);
    await oweOverview(place, worker.id);
    const started = async () => (await orderIn(place, channel)).progress.startedAt !== null;
    await presses(place, worker, () => worker.press('start_work', { channel }), started);
    // It tells what there is when it comes: later the order is on hold.
    await told(place, channel, words.reminder.digest.title);
  },
  hold: async (place, channel) => {
    const { worker } = castOf(place);
    await opens(place, worker, () => worker.press('hold', { channel }), 'hold');
    await fills(worker, { reasonCode: 'parts', note: 'No seal.' });
    await sends(place, worker);
  },
  resume: async (place, channel) => {
    const { worker } = castOf(place);
    const goesOn = async () => (await orderIn(place, channel)).progress.hold === null;
    await presses(place, worker, () => worker.press('resume', { channel }), goesOn);
  },
  'cost more': async (place, channel) => {
    const { worker } = castOf(place);
    await opens(place, worker, () => worker.press('confirm', { channel }), 'confirm');
    await adds(place, worker, { description: 'Motor', quantity: '1', unitPrice: '500' });
    await sends(place, worker);
    await fills(worker, { ...worked('Replaced the pump and the motor.'), reason: 'The motor was worn.' });
    await sends(place, worker);
    await sends(place, worker);
  },
  dispute: async (place, channel) => {
    const { supervisor } = castOf(place);
    await opens(place, supervisor, () => supervisor.press('dispute', { channel }), 'dispute');
    await fills(supervisor, { reason: 'What does the motor need?' });
    await sends(place, supervisor);
  },
  'confirm all of it': async (place, channel) => {
    const { worker } = castOf(place);
    await opens(place, worker, () => worker.press('confirm', { channel }), 'confirm');
    await sends(place, worker);
    await fills(worker, { ...worked('Tested both.'), final: true });
    await sends(place, worker);
    await fills(worker, { acceptance: 'unavailable' });
    await sends(place, worker);
    await sends(place, worker);
  },
  accept: async (place, channel) => {
    const { supervisor } = castOf(place);
    const accepted = async () => (await orderIn(place, channel)).state === 'completed';
    await presses(place, supervisor, () => supervisor.press(homeActions.accept, { channel }), accepted);
  },
  export: async (place) => {
    const { adam } = place.sandbox.people;
    await opens(place, adam, () => adam.command('/so export'), 'export', exportIds.modal);
    await sends(place, adam);
  },
} satisfies Record<string, Act>;

/**
 * The life of an order with what its crew and its supervisor do on the way: late, held, dearer than was approved; and with what comes by
 * itself.
 */
export const lifeAtWork: Life = { submit: acts.submit, approve: acts.approve, ...atWork };

/** Whether an act is no part of the other life. */
export const isAtWork = ({ act }: { readonly act: string }): boolean => Object.hasOwn(atWork, act);
