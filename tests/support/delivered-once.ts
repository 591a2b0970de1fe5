import { expect } from 'vitest';
import type { Fault } from '../../sandbox/server/instruments/faults.ts';
import { approve, submitOrder } from './acting.ts';
import type { Stage } from './stage.ts';
import { words } from './words.ts';

/** An order is submitted and approved while one call of this method fails like this: all of it is delivered, once. */
export async function deliveredOnce(stage: Stage, method: string, fault: Fault): Promise<void> {
  const { sandbox, people } = stage;
  const { ana, sam, farid } = people;
  sandbox.faults.on(method, fault, { times: 1 });
  const name = await submitOrder(stage, ana, sam);
  await approve(stage, sam, name, [farid]);
  const { files, members, messages, pins, bookmarks } = sandbox.workspace.channel(name);
  const { did } = words.entry;
  const said = (what: string) => messages.filter(({ text }) => text?.includes(what)).length;
  expect({
    submitted: said(did.submit({ name: ana.name })),
    approved: said(did.approve({ name: sam.name })),
    files: files.length,
  }).toEqual({
    submitted: 1,
    approved: 1,
    files: 1,
  });
  expect({ members: members.length, pins: pins.length, bookmarks: bookmarks.length }).toEqual({
    members: 4,
    pins: 1,
    bookmarks: 1,
  });
  expect(sandbox.workspace.channels().filter(({ name }) => name.startsWith('so-'))).toHaveLength(1);
  expect([sam, farid, ana].map((person) => person.directMessages().length)).toEqual([1, 1, 1]);
  expect(sandbox.complaints).toEqual([]);
}
