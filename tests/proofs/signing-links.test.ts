import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import { homeActions } from '../../src/slack/views/ids.ts';
import { hashOf, newToken, VALID } from '../../src/web/signing/tokens.ts';
import { listOf } from '../../src/words/list.ts';
import { content, newOrder } from '../db/samples.ts';
import { approve, asked, close, confirm, decide, submitOrder } from '../support/acting.ts';
import { linkFor } from '../support/signing.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { ask, FORM, filled, from, PUBLIC_URL, shownIn } from '../support/web.ts';
import { ANY, like, words } from '../support/words.ts';

const say = words.web.sign;
const COMPANY = { name: 'Nord Service', phone: '+49 40 5550 19', email: 'office@nord.example' };

let stage: Stage;
let people = 0;
beforeAll(async () => {
  stage = await startStage('socket', {}, { publicUrl: PUBLIC_URL });
  await stage.set({ company: COMPANY });
});
afterEach(() => expect(stage.sandbox.complaints).toEqual([]));
afterAll(() => stage.stop());

const look = (path: string, asking: Parameters<typeof ask>[2] = {}) =>
  ask(stage.service.port, path, { ...asking, headers: { ...from(people++), ...asking.headers } });
const send = (path: string, body: string) => look(path, { method: 'POST', headers: FORM, body });
const orderOf = async (channel: string) =>
  (await stage.store.orderByNumber(stage.sandbox.teamId, Number(channel.slice(3, 9)))) ?? expect.unreachable();

/** An order that Farid has confirmed work on. */
async function reported(title: string): Promise<string> {
  const { ana, sam, farid } = stage.people;
  const channel = await submitOrder(stage, ana, sam, { job: { title } });
  await approve(stage, sam, channel, [farid]);
  await confirm(stage, farid, channel);
  return channel;
}

const contact = say.contactOf({ company: COMPANY.name, contact: `${COMPANY.phone} · ${COMPANY.email}` });

/** Nothing can be signed at a link any more, and it says whom to ask. */
async function isWithdrawn(path: string, body: string): Promise<void> {
  for (const answer of [await look(path), await send(path, body)]) {
    expect(answer.status).toBe(410);
    const told = shownIn(answer);
    for (const one of [say.withdrawn.title, say.withdrawn.textOf({ company: COMPANY.name }), contact])
      expect(told).toContain(one);
    expect(answer.text).not.toContain('<form');
  }
}

test('a link is withdrawn by another one, and by the button, no matter who made it', async () => {
  const { farid, sam } = stage.people;
  const channel = await reported('Withdrawn');
  const first = await linkFor(stage, farid, channel);
  const page = await look(first);
  const second = await linkFor(stage, sam, channel);
  await isWithdrawn(first, filled(page));
  expect((await look(second)).status).toBe(200);
  const before = farid.ephemerals().length;
  await farid.press(homeActions.withdrawSigning);
  const withdrawn = words.signing.withdrawn({ order: channel.slice(0, 9).toUpperCase() });
  // It stands in the place of the link, which leads nowhere any more.
  await stage.sandbox.workspace.waitFor(() => farid.ephemerals().at(-1)?.text === withdrawn);
  expect(farid.ephemerals()).toHaveLength(before);
  expect(JSON.stringify(farid.ephemerals().at(-1)?.blocks)).not.toContain(homeActions.openSigning);
  await isWithdrawn(second, filled(page));
  expect((await orderOf(channel)).latest?.n).toBe(2);
});

test.each<[string, (channel: string) => Promise<void>, (() => void)?]>([
  [
    'was taken off the order',
    async (channel) => {
      const { sam, fiona, carla } = stage.people;
      await sam.press('assign', { channel });
      await sam.modal();
      await sam.fill({ crew: [fiona], coordinator: carla });
      await sam.submit();
      await stage.idle();
    },
  ],
  [
    'has left the workspace',
    async () => stage.sandbox.workspace.admin.changePerson('farid', { deleted: true }),
    () => stage.sandbox.workspace.admin.changePerson('farid', { deleted: false }),
  ],
])('the link of somebody who %s leads nowhere', async (_, leave, back) => {
  const { farid } = stage.people;
  const channel = await reported('Left');
  const path = await linkFor(stage, farid, channel);
  const page = await look(path);
  expect(page.status).toBe(200);
  await leave(channel);
  await vi.waitFor(async () => expect((await look(path)).status).toBe(410));
  await isWithdrawn(path, filled(page));
  expect((await orderOf(channel)).latest?.n).toBe(2);
  back?.();
  if (back) await vi.waitFor(async () => expect((await look(path)).status).toBe(200));
});

test('a reopened order: the link says that work continues, and takes a signature of the next version', async () => {
  const { farid, sam } = stage.people;
  const channel = await reported('Reopened');
  await close(stage, farid, channel, 'with_changes', { acceptance: 'unavailable', note: 'All done' });
  const path = await linkFor(stage, farid, channel);
  const closed = await look(path);
  await decide(stage, sam, 'reopen', channel, 'It leaks again');
  for (const answer of [await look(path), await send(path, filled(closed))]) {
    expect(answer.status).toBe(409);
    expect(shownIn(answer)).toContain(say.reopened.text({ version: 3 }));
  }
  await confirm(stage, farid, channel);
  const again = await look(path);
  expect(shownIn(again)).toContain(say.changed({ version: 4 }));
  expect((await send(path, filled(again))).status).toBe(303);
  expect((await orderOf(channel)).latest).toMatchObject({ n: 5, kind: 'signature', signed: { version: 4 } });
});

test('who opens a used link sees who signed what and when, whom to ask, and no form; those who answer for the order are told', async () => {
  const { farid, sam, ana } = stage.people;
  const channel = await reported('Used');
  const path = await linkFor(stage, farid, channel);
  expect((await send(path, filled(await look(path), { reservations: 'It squeaks' }))).status).toBe(303);
  await stage.idle();
  const second = await look(path);
  const told = shownIn(second);
  expect(told).toContain(say.accepted.title({ version: 3 }));
  expect(told).toMatch(like(say.signedBy({ name: 'Peter Jensen', when: ANY })));
  expect(told).toContain(contact);
  expect(second.text).not.toContain('<form');
  // No files are kept here.
  expect(told).toContain(say.copy.sentBy({ company: COMPANY.name }));
  const order = channel.slice(0, 9).toUpperCase();
  const lead = words.tell.lead.signed_reservations({ order, name: 'Peter Jensen', title: 'Used' });
  const heard = (person: Person) => person.directMessages().filter(({ text = '' }) => text.startsWith(lead)).length;
  expect([sam, ana, farid].map(heard)).toEqual([1, 1, 0]);
  expect(sam.directMessages().at(-1)?.text).toContain('It squeaks');
  await confirm(stage, farid, channel);
  expect(shownIn(await look(path))).toContain(say.accepted.newer({ version: 4 }));
});

test('of an order of another workspace, a token opens nothing, signs nothing and shows nothing', async () => {
  const { sam, ana } = stage.people;
  const foreign = newOrder('foreign', {
    ...{ team: 'TFOREIGN', requester: { id: ana.id, name: 'Ana' }, supervisor: { id: sam.id, name: 'Sam' } },
    ...{ content: content('Foreign pump'), state: 'approved' },
  });
  const { lastEntry: entry } = foreign;
  await stage.store.commit({ order: foreign, entry, version: null, effects: [], spentDraft: null, now: Date.now() });
  const token = newToken();
  const at = Math.floor(Date.now() / 1000);
  await stage.store.saveSigningLink({
    ...{ hash: hashOf(token), team: 'TFOREIGN', order: 'foreign', version: 1, person: sam.id, at, expires: at + VALID },
  });
  const unknown = await look(`/sign/${newToken()}`);
  for (const path of [`/sign/${token}`, `/sign/${token}/copy`, `/sign/${token}/photos/${'a'.repeat(64)}`]) {
    const answer = await look(path);
    expect([answer.status, answer.text]).toEqual([404, unknown.text]);
  }
  expect((await send(`/sign/${token}`, filled({ text: '' }))).status).toBe(404);
  expect((await stage.store.entries('TFOREIGN', 'foreign')).map(({ action }) => action.type)).toEqual(['submit']);
  // Nor is a link of ours one of theirs by naming their order.
  const own = await linkFor(stage, stage.people.farid, await reported('Ours'));
  expect(shownIn(await look(own))).not.toContain('Foreign');
});

test('documents: of versions that there are not, it is said which there are; nobody else hears that there are any', async () => {
  const { sam, gus, ben } = stage.people;
  const channel = await reported('Asked for');
  const order = channel.slice(0, 9).toUpperCase();
  const versions = listOf(['1', '2'], words);
  const missing = (version: number) => words.command.document.noVersion({ order, version, count: 2, versions });
  for (const [typed, version] of [
    ['v0', 0],
    ['v00', 0],
    ['v3', 3],
    ['V999999', 999_999],
  ] as const)
    expect(await asked(sam, `/so document ${order} ${typed}`)).toContain(missing(version));
  const nothing = words.command.noOrder({ command: '/so', order, list: words.command.name.list });
  for (const person of [gus, ben])
    for (const typed of ['', ' v1', ' v0'])
      expect(await asked(person, `/so document ${order}${typed}`)).toContain(nothing);
  for (const typed of [
    'SO-999999 v1',
    'SO-0',
    '-1',
    'v1',
    'SO-1 v-1',
    'SO-1 v1 v2',
    "SO-1' or 1=1",
    '../../etc/passwd',
  ])
    expect(await asked(ben, `/so document ${typed}`)).not.toContain('.pdf');
  await stage.idle();
  expect([gus, ben].flatMap((person) => person.directMessages().flatMap(({ files }) => files))).toEqual([]);
});
