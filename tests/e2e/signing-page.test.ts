import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { homeActions } from '../../src/slack/views/ids.ts';
import { wordsFor } from '../../src/words/words.ts';
import { wordsOf } from '../pdf/tools.ts';
import { approve, close, confirm, next, open, sent, submitOrder } from '../support/acting.ts';
import { lookInto } from '../support/database.ts';
import { linkFor } from '../support/signing.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { transports } from '../support/transports.ts';
import { ask, DRAWING, FORM, filled, from, PUBLIC_URL, shownIn } from '../support/web.ts';
import { ANY, like, words } from '../support/words.ts';

const say = words.web.sign;
const withoutTools = process.env.WITHOUT_TOOLS === '1';

describe.each(transports)('the client signs, over %s', (mode) => {
  let stage: Stage;
  let people = 0;
  const clock = { moved: 0 };
  beforeAll(async () => {
    stage = await startStage(mode, {}, { publicUrl: PUBLIC_URL, now: () => Date.now() + clock.moved });
    await stage.set({ company: { name: 'Nord Service' } });
  });
  afterEach(() => {
    clock.moved = 0;
    expect(stage.sandbox.complaints).toEqual([]);
  });
  afterAll(() => stage.stop());

  const look = (path: string, asked: Parameters<typeof ask>[2] = {}) =>
    ask(stage.service.port, path, { ...asked, headers: { ...from(people++), ...asked.headers } });
  const send = (path: string, body: string) => look(path, { method: 'POST', headers: FORM, body });
  const newest = async () => {
    const [first] = await stage.store.list(stage.sandbox.teamId, { limit: 1 });
    const order = await stage.store.order(stage.sandbox.teamId, first?.id ?? '');
    if (!order) throw expect.unreachable('no order');
    return order;
  };
  /** An order that Farid has confirmed work on. */
  async function reported(title: string): Promise<string> {
    const { ana, sam, farid } = stage.people;
    const channel = await submitOrder(stage, ana, sam, { job: { title } });
    await approve(stage, sam, channel, [farid]);
    await confirm(stage, farid, channel, { items: [{ description: 'Seal', quantity: '2', unitPrice: '5' }] });
    return channel;
  }

  test('at a link that a field worker asks for: what was done, then a version with the hand in its document', async () => {
    const { farid } = stage.people;
    const channel = await reported('Signed pump');
    const path = await linkFor(stage, farid, channel);
    expect(farid.ephemerals().at(-1)?.text).not.toContain(words.signing.orderOnly);
    const page = await look(path);
    expect(page.status).toBe(200);
    const told = shownIn(page);
    for (const shown of ['Nord Service', 'Signed pump', 'Seal', 'Replaced the pump and tested it.', '130.00'])
      expect(told).toContain(shown);
    expect(told).toContain(say.consentWork({ client: 'Acme' }));
    expect(page.headers['set-cookie']).toBeUndefined();
    // Nothing has happened yet, however often it is looked at.
    await look(path);
    expect((await newest()).latest?.n).toBe(2);

    const answer = await send(path, filled(page, { reservations: 'The door squeaks.' }));
    expect([answer.status, answer.headers.location]).toEqual([303, path]);
    await stage.idle();
    const { latest, lastEntry } = await newest();
    expect(latest).toMatchObject({
      ...{ n: 3, kind: 'signature', by: { kind: 'client', name: 'Peter Jensen' } },
      signed: { version: 2, name: 'Peter Jensen', position: 'Facility manager', drawing: DRAWING },
    });
    expect(JSON.stringify(lastEntry)).not.toContain(DRAWING);
    const done = shownIn(await look(path));
    expect(done).toContain(say.accepted.title({ version: 3 }));
    expect(done).toMatch(like(say.signedBy({ name: 'Peter Jensen', when: ANY })));

    // Who closes it shows the client the work that was reported, though the latest version is the signature.
    await open(farid, 'close', channel);
    await next(farid);
    expect(farid.topModal()?.shown).toContain('Replaced the pump and tested it.');
    await farid.closeModal(true);
    const posts = farid.messages(channel);
    const who = words.order.representative({ name: 'Peter Jensen', position: 'Facility manager' });
    expect(posts.map(({ text }) => text).join('\n')).toContain(words.entry.did.sign({ name: who, version: 3 }));
    const number = channel.slice(0, 9).toUpperCase();
    const file = [...stage.sandbox.workspace.files.values()].find(({ title }) => title === `${number} v3.pdf`);
    expect(file).toBeDefined();
    if (withoutTools) return;
    const printed = wordsOf(file?.bytes ?? Buffer.alloc(0));
    const { signedWithReservations, signedVersion, drawn, reservations } = words.document.signature;
    for (const one of [
      signedWithReservations,
      signedVersion({ version: '2' }),
      drawn,
      reservations,
      'The door squeaks.',
    ])
      expect(printed).toContain(one);
  });

  test('with the typed name, without script and with the keyboard', async () => {
    const channel = await reported('Typed');
    const path = await linkFor(stage, stage.people.farid, channel);
    const page = await look(path);
    const { how, drawing, ...typed } = Object.fromEntries(new URLSearchParams(filled(page)));
    expect((await send(path, new URLSearchParams(typed).toString())).status).toBe(303);
    const { latest } = await newest();
    expect(latest?.signed).toMatchObject({ version: 2, name: 'Peter Jensen' });
    expect(latest?.signed?.drawing).toBeUndefined();
  });

  test('what is missing is said under its field, and what was entered stays', async () => {
    const channel = await reported('Missing');
    const path = await linkFor(stage, stage.people.farid, channel);
    const page = await look(path);
    const wrong = await send(
      path,
      filled(page, { name: ' ', consent: '', drawing: '<svg/>', reservations: 'It <b>squeaks' }),
    );
    expect(wrong.status).toBe(422);
    const told = shownIn(wrong);
    for (const error of [say.error.name, say.error.consent, say.error.unreadable({ option: say.typed })])
      expect(told).toContain(error);
    expect(wrong.text).toContain('It &lt;b&gt;squeaks');
    expect(shownIn(await send(path, filled(page, { drawing: '' })))).toContain(
      say.error.drawing({ option: say.typed }),
    );
    expect((await newest()).latest?.n).toBe(2);
  });

  test('a form that is open in Slack is not stale, and a later document says that the signature is older', async () => {
    const { farid } = stage.people;
    const channel = await reported('Not stale');
    await open(farid, 'confirm', channel);
    await next(farid);
    await farid.fill({
      ...{ workDone: 'Tightened it.', startedAt: new Date(Date.now() - 7_200_000) },
      ...{ endedAt: new Date(Date.now() - 3_600_000), final: true },
    });
    const path = await linkFor(stage, stage.people.sam, channel);
    expect((await send(path, filled(await look(path)))).status).toBe(303);
    await stage.idle();
    await next(farid);
    await farid.fill({ acceptance: 'unavailable' });
    await next(farid);
    await sent(farid);
    await stage.idle();
    const order = await newest();
    expect(order).toMatchObject({ state: 'completed', latest: { n: 4, signed: { version: 2 } } });
    if (withoutTools) return;
    const number = channel.slice(0, 9).toUpperCase();
    const file = [...stage.sandbox.workspace.files.values()].find(({ title }) => title === `${number} v4.pdf`);
    expect(wordsOf(file?.bytes ?? Buffer.alloc(0))).toContain(words.document.signature.signedOlder({ version: '2' }));
    // What was accepted there stays accepted.
    expect(shownIn(await look(path))).toContain(say.accepted.newer({ version: 4 }));
  });

  test('after the closing as well; what is closed is not signed twice', async () => {
    const { farid } = stage.people;
    const channel = await reported('Closed');
    await close(stage, farid, channel, 'with_changes', { acceptance: 'unavailable' });
    const path = await linkFor(stage, farid, channel);
    const page = await look(path);
    const names = ['Peter Jensen', 'Marta Gil'];
    const answers = await Promise.all(names.map((name) => send(path, filled(page, { name }))));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    await stage.idle();
    const order = await newest();
    const first = order.latest?.by.name ?? '';
    expect(shownIn(await look(path))).toMatch(like(say.signedBy({ name: first, when: ANY })));
    // Who was not reads that nothing of theirs was taken, at once and whenever they send it again.
    const other = names.find((name) => name !== first) ?? '';
    const second = answers.find(({ status }) => status === 409);
    const again = await send(path, filled(page, { name: other, reservations: 'I do not agree at all' }));
    for (const told of [second, again])
      expect(shownIn(told ?? { text: '' })).toMatch(like(say.already.notRecorded({ name: first, when: ANY })));
    expect((await send(path, filled(page, { name: first }))).status).toBe(303);
    expect(order).toMatchObject({ state: 'completed', outcome: 'with_changes', latest: { n: 4, kind: 'signature' } });
    expect(order.latest?.closure?.acceptance).toEqual({ kind: 'unavailable' });
  });

  test('sent again after the connection was lost, it is signed once, and its sender sees that', async () => {
    const channel = await reported('Lost');
    const path = await linkFor(stage, stage.people.farid, channel);
    const body = filled(await look(path));
    const answers = await Promise.all([send(path, body), send(path, body), send(path, body)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect((await send(path, body)).status).toBe(303);
    await stage.idle();
    const order = await newest();
    expect(order.latest?.n).toBe(3);
    const entries = await stage.store.entries(order.team, order.id);
    expect(entries.filter(({ action }) => action.type === 'sign')).toHaveLength(1);
  });

  test('an order that changed meanwhile is shown as it is now, and is signed as that or not at all', async () => {
    const { farid } = stage.people;
    const channel = await reported('Changed');
    const path = await linkFor(stage, farid, channel);
    const old = await look(path);
    await confirm(stage, farid, channel, { items: [{ description: 'Valve', quantity: '1', unitPrice: '7' }] });
    const refused = await send(path, filled(old));
    expect(refused.status).toBe(409);
    expect(shownIn(refused)).toContain(say.overtaken({ version: 3 }));
    expect(shownIn(refused)).toContain('Valve');
    expect(refused.text).toContain('value="Peter Jensen"');
    expect(refused.text).not.toContain(DRAWING);
    const again = await look(path);
    expect(shownIn(again)).toContain(say.changed({ version: 3 }));
    expect((await send(path, filled(again))).status).toBe(303);
    expect((await newest()).latest?.signed?.version).toBe(3);
  });

  test('after seven days it has expired; what was signed before stays', async () => {
    const channel = await reported('Expired');
    const path = await linkFor(stage, stage.people.farid, channel);
    const page = await look(path);
    clock.moved = 7 * 86_400_000 + 1000;
    const late = await look(path);
    expect([late.status, shownIn(late).includes(say.expired.textOf({ company: 'Nord Service' }))]).toEqual([410, true]);
    expect((await send(path, filled(page))).status).toBe(410);
    clock.moved = 0;
    expect((await send(path, filled(page))).status).toBe(303);
    clock.moved = 400 * 86_400_000;
    expect(shownIn(await look(path))).toContain(say.accepted.title({ version: 3 }));
  });

  test('a token that was made up, cut, or is another workspace’s is answered alike, and is kept nowhere', async () => {
    const channel = await reported('Forged');
    const path = await linkFor(stage, stage.people.farid, channel);
    const token = path.slice('/sign/'.length);
    const order = await newest();
    const foreign = 'f'.repeat(43);
    const database = lookInto(stage.file);
    expect(JSON.stringify(database.contents())).not.toContain(token);
    expect(JSON.stringify(database.contents())).toContain(createHash('sha256').update(token).digest('hex'));
    database.close();
    const others = ['x'.repeat(43), token.slice(0, -1), `${token}x`, foreign, '%2e%2e', token.toUpperCase()];
    const link = await stage.store.signingLink(createHash('sha256').update(token).digest('hex'));
    if (!link) throw expect.unreachable('no link');
    expect(link).toMatchObject({ team: order.team, order: order.id, version: 2 });
    const answers = await Promise.all(others.map((one) => look(`/sign/${one}`)));
    for (const { status, text } of answers) expect([status, text]).toEqual([404, answers[0]?.text]);
    expect(shownIn(answers[0] ?? { text: '' })).toContain(say.unknown.title);
    expect((await send(`/sign/${'x'.repeat(43)}`, filled({ text: '' }))).status).toBe(404);
  });

  test('in the document’s language, formally; a page that knows of no order in that of its reader', async () => {
    const channel = await reported('Deutsch');
    await stage.set({ company: { name: 'Nord Service' }, document: { locale: 'de-DE' } });
    await confirm(stage, stage.people.farid, channel);
    const path = await linkFor(stage, stage.people.farid, channel);
    const page = await look(path);
    expect(page.text).toContain('<html lang="de">');
    expect(shownIn(page)).toContain(wordsFor('de').web.sign.name);
    const unknown = await look(`/sign/${'x'.repeat(43)}`, { headers: { 'accept-language': 'fr-CA,en;q=0.3' } });
    expect(unknown.text).toContain(wordsFor('fr').web.sign.unknown.title);
    await stage.set({ company: { name: 'Nord Service' } });
  });

  test('where only the office sees prices, so does the page not show any', async () => {
    await stage.set({ company: { name: 'Nord Service' }, prices: { visibleTo: 'office' } });
    const { ana, sam, farid } = stage.people;
    const channel = await submitOrder(stage, ana, sam, { job: { title: 'No prices' } });
    await approve(stage, sam, channel, [farid]);
    const path = await linkFor(stage, farid, channel);
    // No work is confirmed yet, and who asks for the link is told what will be signed.
    expect(farid.ephemerals().at(-1)?.text).toContain(words.signing.orderOnly);
    const page = await look(path);
    expect(shownIn(page)).toContain('Pump');
    expect(shownIn(page)).not.toMatch(/120|145/);
    expect(shownIn(page)).toContain(say.consentOrder({ client: 'Acme' }));
    await stage.set({ company: { name: 'Nord Service' } });
  });

  test('the button is there while there is something to sign, and only then', async () => {
    const { farid } = stage.people;
    const channel = await reported('Button');
    const card = () => JSON.stringify(farid.messages(channel));
    expect(card()).toContain(homeActions.sign);
    const path = await linkFor(stage, farid, channel);
    expect((await send(path, filled(await look(path)))).status).toBe(303);
    await stage.idle();
    await vi.waitFor(() => expect(card()).not.toContain(homeActions.sign));
  });
});
