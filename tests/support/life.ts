import { vi } from 'vitest';
import type { Store } from '../../db/ports.ts';
import type { Person } from '../../sandbox/server/acts.ts';
import type { Sandbox } from '../../sandbox/server/server.ts';
import { formCallbackId } from '../../src/forms/ids.ts';
import { typicalOrder } from './acting.ts';
import { ANY, until, words } from './words.ts';

/** Where a life is lived: the app may die, and Slack may fail to answer, at any moment of it. */
export interface Mortal {
  readonly sandbox: Sandbox;
  readonly store: Store;
  /** Resolves when the app runs; it is started again where it has died. */
  alive(): Promise<void>;
  /** Resolves when the app dies, if it does. */
  death(): Promise<void>;
  /** Resolves when the app runs and owes Slack nothing more. */
  settled(): Promise<void>;
  /** The ports at which its pages for people outside Slack are now; missing: nowhere. */
  pages?(): readonly number[];
}

type Values = Parameters<Person['fill']>[0];

const HOUR = 3_600_000;
/** How long a person looks at a screen on which nothing happens before they press again. Milliseconds. */
export const WAIT_TIMEOUT_MS = 10_000;
/** How long a person waits to see their item on the list. Without it they go on all the same. Milliseconds. */
const GLANCE = 2000;
/** How often a person tries the same thing; anybody would have called for help by then. */
export const TRIES = 6;

/** The same for every life, so that lives can be compared. */
export const morning = Math.floor(Date.now() / HOUR) * HOUR;

/** What is attached to the order, and what the worker photographs. */
export const brought = {
  plan: { name: 'plan.pdf', bytes: Buffer.from('%PDF-1.4 a plan of the boiler room'), mimetype: 'application/pdf' },
  photo: { name: 'pump.jpg', bytes: Buffer.from('a photo of the pump'), mimetype: 'image/jpeg' },
};

/** The people of a life. */
export const castOf = ({ sandbox }: Pick<Mortal, 'sandbox'>) => ({
  requester: sandbox.people.ana,
  supervisor: sandbox.people.sam,
  worker: sandbox.people.farid,
  /** On the crew at first, then off it. */
  helper: sandbox.people.fiona,
  /** Decides while the supervisor is away. */
  substitute: sandbox.people.sofia,
});

/** One act of a life; `channel` is the order's (not known before the first act is over). */
export type Act = (place: Mortal, channel: string) => Promise<void>;

/**
 * A whole life of an order, as people live it who do not give up: what did not open is asked for again, what was not
 * taken is sent again. Its channel closes at once after the end (the settings say so).
 */
export const acts = {
  submit: async (place) => {
    const { requester, supervisor } = castOf(place);
    await opens(place, requester, () => requester.command('/service-order'), 'submit');
    await fills(requester, typicalOrder.job);
    await sends(place, requester);
    await fills(requester, {
      requestedStart: new Date(morning + 24 * HOUR),
      requestedEnd: new Date(morning + 26 * HOUR),
      supervisor,
    });
    await sends(place, requester);
    await adds(place, requester, { description: 'Pump', quantity: '1', unitPrice: '120' });
    await fills(requester, { attachments: [brought.plan] });
    await sends(place, requester);
    await sends(place, requester);
  },
  approve: async (place, channel) => {
    const { supervisor, worker, helper } = castOf(place);
    await opens(place, supervisor, () => supervisor.press('approve', { channel }), 'approve');
    await fills(supervisor, { crew: [worker, helper] });
    await sends(place, supervisor);
  },
  assign: async (place, channel) => {
    const { supervisor, worker } = castOf(place);
    await opens(place, supervisor, () => supervisor.press('assign', { channel }), 'assign');
    await fills(supervisor, { crew: [worker] });
    await sends(place, supervisor);
  },
  confirm: async (place, channel) => {
    const { worker } = castOf(place);
    await opens(place, worker, () => worker.press('confirm', { channel }), 'confirm');
    await adds(place, worker, { description: 'Seal', quantity: '2', unitPrice: '3' });
    await sends(place, worker);
    await fills(worker, { ...worked('Replaced the pump.'), reason: 'The seal was worn as well.' });
    await sends(place, worker);
    await sends(place, worker);
  },
  'confirm again': async (place, channel) => {
    const { worker } = castOf(place);
    await opens(place, worker, () => worker.press('confirm', { channel }), 'confirm');
    await sends(place, worker);
    await fills(worker, { ...worked('Tested it.'), photos: [brought.photo] });
    await sends(place, worker);
    await sends(place, worker);
  },
  'close and archive': async (place, channel) => {
    const { worker } = castOf(place);
    await opens(place, worker, () => worker.press('close', { channel }), 'close');
    await sends(place, worker);
    await fills(worker, { endedAt: new Date(morning - HOUR), acceptance: 'unavailable' });
    await sends(place, worker);
  },
} satisfies Record<string, Act>;

/** The acts of a life by their names, in their order. */
export type Life = Readonly<Record<string, Act>>;

/** Lives a whole life; `begins` is told of every act. The name of the order's channel. */
export async function live(
  place: Mortal,
  begins: (act: string) => void = () => {},
  life: Life = acts,
): Promise<string> {
  const { workspace } = place.sandbox;
  const before = new Set(workspace.channels().map(({ id }) => id));
  for (const person of Object.values(castOf(place))) if (person.topModal()) await person.closeModal(true);
  let channel = '';
  for (const [name, act] of Object.entries(life)) {
    begins(name);
    await act(place, channel);
    await place.settled();
    channel ||= workspace.channels().find(({ id }) => !before.has(id))?.name ?? '';
  }
  return channel;
}

export const worked = (workDone: string): Values => ({
  workDone,
  startedAt: new Date(morning - 3 * HOUR),
  endedAt: new Date(morning - HOUR),
});

/** Asks for a form, or for another modal (`callback`), until it is there. */
export async function opens(
  place: Mortal,
  person: Person,
  ask: () => Promise<unknown>,
  form: string,
  callback = formCallbackId(form),
): Promise<void> {
  const isOpen = () => person.topModal()?.callbackId === callback;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    await place.alive();
    await closesNotice(person);
    const heard = person.ephemerals().length;
    await ask();
    const something = () => isOpen() || person.ephemerals().length > heard;
    await Promise.race([place.sandbox.workspace.waitFor(something, WAIT_TIMEOUT_MS), place.death()]).catch(() => {});
    if (isOpen()) return;
  }
  throw new Error(`${person.name} never got the form “${form}”.\n${person.screen()}`);
}

/** Presses what acts at once until it is done. */
export async function presses(
  place: Mortal,
  person: Person,
  press: () => Promise<unknown>,
  done: () => Promise<boolean>,
): Promise<void> {
  const answered = async () => {
    if (!person.topModal() && !(await done())) throw new Error(`${person.name} waits`);
  };
  for (let attempt = 0; attempt < TRIES; attempt++) {
    await place.alive();
    if (person.topModal()) await person.closeModal(true);
    if (await done()) return;
    await press();
    const answer = vi.waitFor(answered, { timeout: WAIT_TIMEOUT_MS, interval: 20 });
    await Promise.race([answer, place.death()]).catch(() => {});
  }
  throw new Error(`${person.name} pressed in vain.\n${person.screen()}`);
}

/** Sends the page that is open until the app takes it. */
export async function sends(place: Mortal, person: Person): Promise<void> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    await place.alive();
    await closesNotice(person);
    const result = await person.submit().catch(async (error: unknown) => {
      // It came over the form just now.
      if (!(await closesNotice(person))) throw error;
      return undefined;
    });
    if (!result) continue;
    // A notice may also come over the next page, from a press before: it is closed when somebody goes on there.
    if ('view' in result && saysNotSaved(result.view.shown)) continue;
    if ('closed' in result || 'view' in result) return;
    if ('errors' in result && Object.values(result.errors).some(saysNotSaved)) continue;
    if ('errors' in result) throw new Error(`${person.name} was refused: ${JSON.stringify(result.errors)}`);
  }
  throw new Error(`${person.name} could not send.\n${person.screen()}`);
}

/** Puts an item on the list of the form that is open. */
export async function adds(place: Mortal, person: Person, item: Values): Promise<void> {
  await opens(place, person, () => person.press('item_add'), 'item');
  await fills(person, item);
  await sends(place, person);
  const listed = () => person.topModal()?.shown.includes(String(item.description));
  await Promise.race([place.sandbox.workspace.waitFor(listed, GLANCE), place.death()]).catch(() => {});
}

/** What people are told while the database cannot be reached. */
const NOT_SAVED = until(words.reply.storage({ reference: ANY }));
const saysNotSaved = (text: unknown) => String(text).includes(NOT_SAVED);

/** A person who is told that nothing was saved closes that, to try again. */
async function closesNotice(person: Person): Promise<boolean> {
  const told = saysNotSaved(person.topModal()?.shown);
  if (told) await person.closeModal();
  return told;
}

/** Fills in fields of the form that is open, also when a notice comes over it meanwhile. */
export async function fills(person: Person, values: Values): Promise<void> {
  await closesNotice(person);
  try {
    await person.fill(values);
  } catch (error) {
    if (!(await closesNotice(person))) throw error;
    await person.fill(values);
  }
}
