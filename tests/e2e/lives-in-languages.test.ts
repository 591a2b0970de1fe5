import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import type { SandboxOptions } from '../../sandbox/server/server.ts';
import { type Words, wordsFor } from '../../src/words/words.ts';
import { wordsOf } from '../pdf/tools.ts';
import { addItem, approve, asked, confirm, next, open, sent, submitOrder, typicalOrder } from '../support/acting.ts';
import { ENGLISH } from '../support/leaked-english.ts';
import { type Stage, startStage } from '../support/stage.ts';

const TYPED = [...Object.values(typicalOrder.job), 'Replaced the pump and tested it.', 'The seal was worn as well.'];

let stage: Stage;
afterEach(() => stage.stop());

const start = async (
  mode: 'socket' | 'http',
  locales: SandboxOptions['locales'],
  settings: Record<string, unknown>,
) => {
  stage = await startStage(mode, { locales });
  await stage.set(settings);
  for (const [name, locale] of Object.entries(locales ?? {})) {
    const { id } = stage.people[name as 'ana'];
    const stored = () => stage.store.person(stage.sandbox.teamId, id);
    await vi.waitFor(async () => expect(await stored()).toMatchObject({ locale }), { timeout: 10_000 });
  }
};

const paperOf = (title: string) =>
  wordsOf([...stage.sandbox.workspace.files.values()].find((file) => file.title === title)?.bytes ?? Buffer.alloc(0));

const about = (channel: string) => ({ order: `SO-${channel.slice(3, 9)}`, title: typicalOrder.job.title });
const last = (person: Person) => person.directMessages().at(-1);

/** A whole life; every person is told everything in their own words, the channel reads its own, and so does the paper. */
async function lived(read: { ana: Words; sam: Words; farid: Words; channel: Words; paper: Words }): Promise<string[]> {
  const { ana, sam, farid } = stage.people;
  const seen: string[] = [];
  const look = (person: Person) => seen.push(person.screen());

  await ana.command('/service-order');
  expect((await ana.modal('submit')).title).toBe(read.ana.forms.title.submit);
  look(ana);
  await ana.closeModal();
  const channel = await submitOrder(stage, ana, sam);
  const order = about(channel);
  const amount = read.sam.tell.amount.net({
    net: new Intl.NumberFormat(read.sam.locale, { style: 'currency', currency: 'EUR' }).format(120),
  });
  expect(last(sam)?.text).toBe(read.sam.tell.lead.request_priced({ ...order, name: ana.name, amount }));
  expect(stage.sandbox.workspace.channel(channel).topic).toContain(read.channel.order.state.submitted);

  await open(sam, 'request_changes', channel);
  look(sam);
  await sam.fill({ reason: '¿?' });
  await sent(sam);
  await stage.idle();
  expect(last(ana)?.text).toContain(read.ana.tell.lead.changes_requested({ ...order, name: sam.name }));
  await open(ana, 'resubmit', channel);
  await next(ana);
  await next(ana);
  await addItem(ana, { description: 'Joint', quantity: '2' });
  await sent(ana);
  await stage.idle();
  expect(last(sam)?.shown).toContain(read.sam.entry.changed.title.replaceAll('*', ''));

  await approve(stage, sam, channel, [farid]);
  expect(last(farid)?.text).toContain(read.farid.tell.lead.crew_joined({ ...order, name: sam.name }));
  expect(last(ana)?.text).toContain(read.ana.tell.lead.approved({ ...order, name: sam.name }));
  await open(farid, 'confirm', channel);
  look(farid);
  await farid.closeModal();
  await confirm(stage, farid, channel, { final: true });
  const state = read.ana.order.outcome.with_changes;
  const outcomes = [state, read.ana.order.outcome.as_ordered];
  expect(outcomes.map((one) => read.ana.tell.lead.closed({ ...order, name: farid.name, state: one }))).toContain(
    last(ana)?.text?.split('\n')[0],
  );

  const { messages, bookmarks } = stage.sandbox.workspace.channel(channel);
  const posts = messages.filter(({ subtype }) => !subtype).map(({ text = '' }) => text);
  const did = read.channel.entry.did.approve({ name: sam.name });
  const said = read.channel.entry.text({ order: order.order, what: did });
  expect(posts.filter((post) => post.startsWith(said))).toHaveLength(1);
  expect(bookmarks.map(({ title }) => title)).toContain(read.channel.card.bookmark({ version: 2 }));
  expect(paperOf(`${order.order} v1.pdf`)).toContain(read.paper.document.title.order);
  expect(paperOf(`${order.order} v2.pdf`)).toContain(read.paper.document.history.approval);

  for (const [person, words] of [
    [ana, read.ana],
    [sam, read.sam],
    [farid, read.farid],
  ] as const) {
    const { show, help } = words.command.name;
    expect(await asked(person, `/so ${help}`)).toContain(words.command.help.heading);
    expect(await asked(person, `/so ${show} ${order.order}`)).toContain(order.order);
    expect(await asked(person, '/so show')).toContain(words.command.noNumber);
    await person.openHome();
    look(person);
  }
  expect(stage.sandbox.complaints).toEqual([]);
  return [...seen, ...messages.map(({ shown }) => shown ?? ''), ...posts];
}

/** What Slack itself writes, here in English; the name of the app, and what is typed as it stands. */
const SLACKS =
  /^.*(has joined the channel|set the channel topic|was added by|was removed from|pinned a message).*$|Service Orders|`[^`]*`|\/service-order.*$/gm;
const ours = (text: string) => TYPED.reduce((rest, typed) => rest.replaceAll(typed, ''), text.replace(SLACKS, ''));
const englishLines = (text: string) =>
  ours(text)
    .split('\n')
    .filter((line) => ENGLISH.test(line));

describe.each([
  ['es-LA', 'es-MX', 'socket'],
  ['de-DE', 'de-DE', 'http'],
] as const)('a whole life in %s', (locale, company, mode) => {
  test('nobody reads a word of English', async () => {
    const locales = { ana: locale, sam: locale, farid: locale };
    await start(mode, locales, { workspace: { locale: company }, document: { locale: company } });
    const words = wordsFor(locale, company);
    const read = await lived({ ana: words, sam: words, farid: words, channel: words, paper: words });
    expect(read.length).toBeGreaterThan(15);
    expect(read.flatMap(englishLines)).toEqual([]);
  });
});

test('requester, supervisor and field worker each read their own language, the channel and the document others', async () => {
  await start(
    'socket',
    { ana: 'es-LA', sam: 'de-DE', farid: 'pt-BR' },
    { workspace: { locale: 'fr-FR' }, document: { locale: 'en-GB' } },
  );
  const read = await lived({
    ana: wordsFor('es-LA'),
    sam: wordsFor('de-DE'),
    farid: wordsFor('pt-BR'),
    channel: wordsFor('fr-FR'),
    paper: wordsFor('en-GB'),
  });
  expect(read.length).toBeGreaterThan(15);
});
