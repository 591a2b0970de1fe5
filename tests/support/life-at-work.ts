import sharp from 'sharp';
import type { Person } from '../../sandbox/server/acts.ts';
import { Settings } from '../../src/settings.ts';
import { exportIds } from '../../src/slack/views/desk/ids.ts';
import { awayIds, homeActions, shortcuts } from '../../src/slack/views/ids.ts';
import { awayBlocks } from '../../src/slack/views/inbox/away.ts';
import { clientSigns } from './client-signs.ts';
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
import type { Moment } from './moments.ts';
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

/** The overview of today is owed to somebody, as it is in the morning. */
async function oweOverview({ sandbox, store }: Mortal, id: string): Promise<void> {
  const zone = (await store.person(sandbox.teamId, id))?.timeZone ?? 'UTC';
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(Date.now());
  const notBefore = Math.floor(Date.now() / 1000);
  await store.owe(sandbox.teamId, null, [{ type: 'send_digest', person: id, day, notBefore }], Date.now());
}

/** Puts two hours of theirs on the list of the confirmation that is open. */
async function addsHours(place: Mortal, person: Person): Promise<void> {
  await opens(place, person, () => person.press('hours_add'), 'hours');
  await fills(person, { day: dayOf(morning - 24 * HOUR), hours: '2', from: '08:00', to: '10:00' });
  await sends(place, person);
}

/** Farid has been told this about the order, in a message that comes by itself. */
function told(place: Mortal, channel: string, said: string): Promise<void> {
  const { worker } = castOf(place);
  const order = `SO-${channel.slice(3, 9)}`;
  const came = () => worker.directMessages().some(({ text }) => text.includes(said) && text.includes(order));
  return place.sandbox.workspace.waitFor(came, TOLD_MS).then(() => {});
}

/** Opens Home until it offers this, and presses it. */
async function pressesInHome(place: Mortal, person: Person, action: string): Promise<void> {
  await place.alive();
  const home = await person.openHome();
  if (home?.actions.includes(action)) await person.press(action, { home: true });
}

const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
/** The last day on which the supervisor is away. */
const AWAY_UNTIL = dayOf(morning + 72 * HOUR);

/** While the supervisor is away their substitute is asked for what waits. */
const absence = {
  'is away': async (place) => {
    const { supervisor, substitute } = castOf(place);
    await opens(place, supervisor, () => pressesInHome(place, supervisor, awayIds.open), 'away', awayIds.modal);
    await fills(supervisor, { [awayBlocks.last]: AWAY_UNTIL, [awayBlocks.substitute]: substitute });
    await sends(place, supervisor);
  },
  'is back': async (place) => {
    const { supervisor } = castOf(place);
    const { sandbox, store } = place;
    const isBack = async () => (await store.preferences(sandbox.teamId, supervisor.id)).awayUntil === null;
    await presses(place, supervisor, () => pressesInHome(place, supervisor, awayIds.back), isBack);
  },
} satisfies Record<string, Act>;

/** What the worker photographs and posts. */
const posted = async () => ({
  name: 'seal.jpg',
  mimetype: 'image/jpeg',
  bytes: await sharp({ create: { width: 40, height: 30, channels: 3, background: '#2060a0' } })
    .jpeg()
    .toBuffer(),
});

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
  /** An act of its own: a kill while it is about to be sent makes it one of which nothing is known (`isOverview`). */
  overview: async (place, channel) => {
    await oweOverview(place, castOf(place).worker.id);
    await told(place, channel, words.reminder.digest.title);
  },
  'start work': async (place, channel) => {
    const { worker } = castOf(place);
    const started = async () => (await orderIn(place, channel)).progress.startedAt !== null;
    await presses(place, worker, () => worker.press('start_work', { channel }), started);
  },
  photograph: async (place, channel) => {
    const { worker } = castOf(place);
    const message = await worker.say(channel, 'The worn seal', [await posted()]);
    await opens(place, worker, () => worker.messageShortcut(shortcuts.addToOrder, message), 'add_photos');
    const [, file = ''] = /shows-(F\w+)/.exec(JSON.stringify(worker.topModal())) ?? [];
    await fills(worker, { [`shows-${file}`]: 'part', [`caption-${file}`]: 'Worn' });
    await sends(place, worker);
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
  'client signs': clientSigns,
  'cost more': async (place, channel) => {
    const { worker } = castOf(place);
    await opens(place, worker, () => worker.press('confirm', { channel }), 'confirm');
    await adds(place, worker, { description: 'Motor', quantity: '1', unitPrice: '500' });
    await addsHours(place, worker);
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
 * The life of an order with what its crew, its supervisor and its client do on the way: late, held, signed, dearer than was approved, with
 * hours and posted photos, decided in somebody's absence; and with what comes by itself.
 */
export const lifeAtWork: Life = {
  submit: acts.submit,
  'is away': absence['is away'],
  approve: acts.approve,
  ...atWork,
  'is back': absence['is back'],
};

/** Whether a moment is of an act that is no part of the other life. Of Home, where it is opened: it is drawn again after whatever is done. */
export const isAtWork = ({ act, name }: Moment): boolean =>
  Object.hasOwn(absence, act) || (Object.hasOwn(atWork, act) && !name.startsWith('views.publish'));

/**
 * The overview of a day is sent once a day: one of which nothing is known is found again by its day, and the life before had one on the
 * same day. It can be struck only when it has come.
 */
export const isOverview = ({ act }: Moment): boolean => act === 'overview';
