import type { PickedFile } from '../../sandbox/server/acts/entries.ts';
import type { Person } from '../../sandbox/server/acts.ts';
import type { ModalView } from '../../sandbox/server/shown/modal-view.ts';
import { decodePage } from '../../src/slack/views/ids.ts';
import type { Stage } from './stage.ts';

const HOUR = 3_600_000;

/** What a person types into the form of a new order, by page and by the names of its fields; every story may change what it is about. */
export const typicalOrder = {
  job: {
    title: 'Replace pump',
    client: 'Acme',
    location: '1 Main Street, boiler room',
    description: 'The circulation pump leaks.',
  },
  when: () => ({
    requestedStart: new Date(Date.now() + 24 * HOUR),
    requestedEnd: new Date(Date.now() + 26 * HOUR),
  }),
  items: [{ description: 'Pump', quantity: '1', unitPrice: '120' }],
};

/** What acting needs of a stage. */
type Scene = Pick<Stage, 'sandbox' | 'idle'>;

type Values = Parameters<Person['fill']>[0];

/** Adds one item to the list of the form that is open. */
export async function addItem(person: Person, item: Values): Promise<void> {
  await person.press('item_add');
  await person.modal('item');
  await person.fill(item);
  const saved = await person.submit();
  if (!('closed' in saved)) throw new Error(`the item was not saved: ${JSON.stringify(saved)}`);
  await person.modal(/^form:(submit|edit|resubmit|confirm)$/);
}

interface Change {
  job?: Values;
  when?: Values;
  items?: Values[];
}

/** Fills in a new order as far as its third page, where items and attachments are. */
export async function beginOrder(requester: Person, supervisor: Person, change: Change = {}): Promise<void> {
  await requester.command('/service-order');
  await requester.modal('submit');
  await requester.fill({ ...typicalOrder.job, ...change.job });
  await next(requester);
  await requester.fill({ ...typicalOrder.when(), supervisor, ...change.when });
  await next(requester);
}

/** Fills in and sends a new order; resolves with its channel's name once Slack has everything. */
export async function submitOrder(
  { idle, sandbox }: Scene,
  requester: Person,
  supervisor: Person,
  change: Change = {},
): Promise<string> {
  await beginOrder(requester, supervisor, change);
  for (const item of change.items ?? typicalOrder.items) await addItem(requester, item);
  await sent(requester);
  await idle();
  const name = sandbox.workspace.channels().at(-1)?.name;
  if (!name) throw new Error('the order got no channel');
  return name;
}

/** The page that asks what photos show, which can be left as it is. */
const PHOTOS = 'photos';

/** Goes on to the form's next page that asks for something. */
export async function next(person: Person): Promise<void> {
  let result = await person.submit();
  if ('view' in result && pageOf(result.view) === PHOTOS) result = await person.submit();
  if (!('view' in result)) throw new Error(`${person.name} could not go on: ${JSON.stringify(result)}`);
}

/** The page that shows a whole form again before it is sent. */
const REVIEW = 'review';

/** Which page of its form a modal shows. */
const pageOf = (modal: ModalView | undefined) => decodePage(modal?.privateMetadata ?? '')?.p;

/** Sends the form that is open, past its review where that comes next; throws what stands in the way. */
export async function sent(person: Person): Promise<void> {
  const onReview = pageOf(person.topModal()) === REVIEW;
  let result = await person.submit();
  if ('view' in result && pageOf(result.view) === PHOTOS) result = await person.submit();
  if (!onReview && 'view' in result && pageOf(result.view) === REVIEW) result = await person.submit();
  if (!('closed' in result))
    throw new Error(`${person.name} could not send: ${JSON.stringify(result)}\n${person.screen()}`);
}

/** Presses the button of a form on the newest message of the channel that has it, and waits for the form. */
export async function open(person: Person, button: string, channel: string): Promise<void> {
  await person.press(button, { channel });
  await person.modal();
}

/** A decision that needs nothing but a reason. */
export async function decide(
  stage: Scene,
  person: Person,
  button: string,
  channel: string,
  reason: string,
): Promise<void> {
  await open(person, button, channel);
  await person.fill({ reason });
  await sent(person);
  await stage.idle();
}

/** The supervisor approves, with this crew. */
export async function approve(stage: Scene, supervisor: Person, channel: string, crew: Person[]): Promise<void> {
  await open(supervisor, 'approve', channel);
  await supervisor.fill({ crew });
  await sent(supervisor);
  await stage.idle();
}

/** Reports work: `items` are added to the list (`changed`: it was changed already); `final` ends the order. */
export async function confirm(
  stage: Scene,
  worker: Person,
  channel: string,
  {
    items = [],
    photos = [],
    final = false,
    changed = items.length > 0,
  }: { items?: Values[]; photos?: PickedFile[]; final?: boolean; changed?: boolean } = {},
): Promise<void> {
  await open(worker, 'confirm', channel);
  for (const item of items) await addItem(worker, item);
  await next(worker);
  await worker.fill({
    workDone: 'Replaced the pump and tested it.',
    startedAt: new Date(Date.now() - 3 * HOUR),
    endedAt: new Date(Date.now() - HOUR),
    ...(changed ? { reason: 'The seal was worn as well.' } : {}),
    ...(photos.length > 0 ? { photos } : {}),
    ...(final ? { final: true } : {}),
  });
  await next(worker);
  if (final) {
    await worker.fill({ acceptance: 'unavailable' });
    await next(worker);
  }
  await sent(worker);
  await stage.idle();
}

/** Closes the order; `details` goes onto the second page, and what the client says besides onto the third. */
export async function close(
  stage: Scene,
  worker: Person,
  channel: string,
  outcome: string,
  details: Values,
): Promise<void> {
  await open(worker, 'close', channel);
  await worker.fill({ outcome });
  await next(worker);
  const { acceptedAs, reservations, ...second } = details;
  await worker.fill(second);
  if (second.acceptance === 'accepted' || second.acceptance === 'refused') {
    await next(worker);
    await worker.fill({
      ...(acceptedAs === undefined ? {} : { acceptedAs }),
      ...(reservations === undefined ? {} : { reservations }),
    });
  }
  await sent(worker);
  await stage.idle();
}

/** Types a command; resolves with its only answer, as a notification and as it is shown. */
export async function asked(person: Person, line: string): Promise<string> {
  const before = person.ephemerals().length;
  await person.command(line);
  const [answer, ...others] = person.ephemerals().slice(before);
  if (!answer || others.length > 0) throw new Error(`${person.name} got ${others.length + (answer ? 1 : 0)} answers`);
  return `${answer.text}\n${answer.shown}`;
}
