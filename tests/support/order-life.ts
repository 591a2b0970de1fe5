import { expect, vi } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import type { ChannelSummary } from '../../sandbox/server/shown/channel-summary.ts';
import { approve, submitOrder } from './acting.ts';
import type { Stage } from './stage.ts';

/** An order on the stage, as stories about what people do to it look at it. */
export interface Life {
  readonly id: string;
  /** `SO-000001` */
  readonly number: string;
  /** The name of its first channel. */
  readonly name: string;
  /** Its channels, oldest first, deleted ones left out. */
  channels(): ChannelSummary[];
  /** The texts of the channel's messages; its newest channel's by default. */
  texts(name?: string): string[];
  /** Shows the order to a person by command, so that they can press its buttons without its channel: `in` the app's messages. */
  shownTo(person: Person): Promise<'app'>;
}

/** What such a story needs of a stage. */
type Scene = Pick<Stage, 'sandbox' | 'people' | 'store' | 'idle'>;

/** Ana submits an order to Sam, with Carla as coordinator unless somebody else is named. */
export async function submitted(stage: Scene, coordinator: Person | undefined = stage.people.carla): Promise<Life> {
  const { ana, sam } = stage.people;
  const name = await submitOrder(stage, ana, sam, coordinator ? { when: { coordinator } } : {});
  const number = name.slice(0, 9);
  const order = await stage.store.orderByNumber(stage.sandbox.teamId, Number(number.slice(3)));
  if (!order) throw new Error(`there is no order ${number}`);
  const channels = () => stage.sandbox.workspace.channels().filter((channel) => channel.name.startsWith(number));
  return {
    id: order.id,
    number: number.toUpperCase(),
    name,
    channels,
    texts: (wanted) => {
      const channel = wanted === undefined ? channels().at(-1) : stage.sandbox.workspace.channel(wanted);
      return channel?.messages.map(({ text }) => text) ?? [];
    },
    async shownTo(person) {
      await person.command(`/so show ${number}`);
      return 'app';
    },
  };
}

/** The same, approved with Farid as its crew: in the field, version 1 issued. */
export async function inTheField(stage: Scene, crew: Person[] = [stage.people.farid]): Promise<Life> {
  const life = await submitted(stage);
  await approve(stage, stage.people.sam, life.name, crew);
  return life;
}

/** Nothing is under way and nothing is tried again and again; so much waits for a human. */
export async function quiet(stage: Stage, parked = 0): Promise<void> {
  await stage.idle();
  expect(await stage.store.backlog(stage.sandbox.teamId)).toMatchObject({ running: 0, parked });
}

/** The texts of the direct messages that a person got since, oldest first. */
export function direct(person: Person, from = 0): string[] {
  return person
    .directMessages()
    .slice(from)
    .map(({ text }) => text);
}

/** So much comes to wait for a human. */
export const parks = (stage: Stage, count: number): Promise<void> =>
  vi.waitFor(async () => expect((await stage.store.backlog(stage.sandbox.teamId)).parked).toBe(count), 8000);

/** What waited for a human goes on by itself, and is done. */
export async function goesOn(stage: Stage): Promise<void> {
  await parks(stage, 0);
  await quiet(stage);
}
