import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { JsonObject } from '../../sandbox/server/json.ts';
import type { Outcome } from '../../sandbox/server/ports.ts';
import { wordsFor } from '../../src/words/words.ts';
import { type Contents, type Looking, lookInto } from '../support/database.ts';
import { command, forgedPress, forgedSubmission, interact, readIn } from '../support/forged.ts';
import { orderIn } from '../support/seeded.ts';
import { sketches } from '../support/sketches.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { words } from '../support/words.ts';

const { reply, forms, command: said } = wordsFor();
const FOREIGN = reply.stranger.otherWorkspace;
const STRANGE = reply.stranger.notUnderstood;
const elsewhere = { team: { id: 'TFOREIGN', domain: 'elsewhere' } };

describe.each(['socket', 'http'] as const)('the gate, over %s', (mode) => {
  let stage: Stage;
  let database: Looking;
  let before: Contents;
  let order: string;
  let heard: string[];
  let eavesdropper: string;
  const listener = createServer((request, response) => {
    heard.push(String(request.url));
    response.end();
  });
  beforeAll(async () => {
    stage = await startStage(mode, {}, sketches);
    database = lookInto(stage.file);
    order = (await orderIn(stage, 'submitted')).id;
    // The admin whose Retry woke the outbox is shown Home once more a little later, and looked up again for that.
    const { calls } = stage.sandbox.inspector;
    await vi.waitFor(() => expect(calls('views.publish')).toHaveLength(2), 15_000);
    await stage.idle();
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.2', resolve));
    eavesdropper = `http://127.0.0.2:${(listener.address() as AddressInfo).port}/hook`;
  });
  beforeEach(() => {
    heard = [];
    before = database.contents();
  });
  afterAll(async () => {
    listener.close();
    database.close();
    await stage.stop();
  });

  const changed = () => expect(database.contents()).not.toEqual(before);
  const unchanged = () => expect(database.contents()).toEqual(before);
  const event = (payload: JsonObject): Promise<Outcome> =>
    stage.sandbox.deliver({ type: 'events_api', label: 'forged event', payload, acceptsResponse: false });
  const userChange = (team_id: string, changes: JsonObject = {}): JsonObject => ({
    ...{ type: 'event_callback', team_id, authorizations: [{ team_id, user_id: 'U1', is_bot: true }] },
    event: { type: 'user_change', user: { id: stage.people.gus.id, team_id, name: 'gus', is_admin: true } },
    ...changes,
  });

  test('what is for another workspace is refused in words, logged, and leaves nothing behind', async () => {
    const { sam } = stage.people;
    expect(readIn(await command(stage, sam.id, 'list', { team_id: 'TFOREIGN' }))).toContain(FOREIGN);
    const form = { form: 'approve', order } as const;
    expect(readIn(await interact(stage, { ...forgedSubmission(stage, sam.id, form), ...elsewhere }))).toContain(
      FOREIGN,
    );
    const presses: JsonObject[] = [{ ...forgedPress(stage, sam.id, 'order:approve', order), ...elsewhere }];
    const { team: _, ...teamless } = forgedPress(stage, sam.id, 'home_new');
    presses.push({ ...teamless, team: null, is_enterprise_install: true, user: { id: sam.id, team_id: 'TFOREIGN' } });
    presses.push({ ...teamless, team: null, is_enterprise_install: true, user: { id: sam.id } });
    for (const press of presses) expect((await interact(stage, press)).status).toBe('acked');
    expect((await event(userChange('TFOREIGN'))).status).toBe('acked');
    await stage.idle();
    expect(stage.sandbox.workspace.stacks.get(sam.id) ?? []).toEqual([]);
    unchanged();
  });

  test('an organisation’s payload without a team is served when its person is of our workspace', async () => {
    const { sam } = stage.people;
    const press = { ...forgedPress(stage, sam.id, 'order:approve', order), team: null, enterprise: { id: 'E1' } };
    await interact(stage, press);
    await sam.modal('approve');
    await sam.closeModal(true);
    const { id } = sam;
    const view = { app_installed_team_id: stage.sandbox.teamId };
    const sent = forgedSubmission(stage, id, { form: 'reopen', order, view });
    expect(readIn(await interact(stage, { ...sent, ...elsewhere }))).toContain(words.forms.notice.title.refused);
    unchanged();
  });

  test('somebody of another organisation in a shared channel gains no part by their own team', async () => {
    const { ext } = stage.people;
    const submit = forgedSubmission(stage, ext.id, { form: 'submit', order: '' });
    const theirs = { ...elsewhere, user: { id: ext.id, team_id: 'TFOREIGN' } };
    expect(readIn(await interact(stage, { ...submit, ...theirs }))).toContain(FOREIGN);
    expect((await interact(stage, { ...forgedPress(stage, ext.id, 'home_new'), ...theirs })).status).toBe('acked');
    expect(readIn(await command(stage, ext.id, 'new', { team_id: 'TFOREIGN' }))).toContain(FOREIGN);
    unchanged();
  });

  test('events of a shared channel count for our installation, under whatever team they come', async () => {
    const authorizations = [{ team_id: stage.sandbox.teamId, user_id: 'U1', is_bot: true }];
    const gus = {
      id: stage.people.gus.id,
      team_id: stage.sandbox.teamId,
      name: 'gus',
      real_name: 'Gus \u202eHere\n',
      is_restricted: true,
    };
    await event({ ...userChange('TFOREIGN'), authorizations, event: { type: 'user_change', user: gus } });
    await vi.waitFor(changed);
    const people = database.contents().people?.map((row) => JSON.parse(row)) ?? [];
    expect(new Set(people.map(({ team }) => team))).toEqual(new Set([stage.sandbox.teamId]));
    expect(people.find(({ id }) => id === gus.id)).toMatchObject({ name: 'Gus Here' });
  });

  const whole = () => forgedPress(stage, stage.people.sam.id, 'home_new');
  // biome-ignore format: a table reads best as a table
  const broken: readonly [string, () => unknown][] = [
    ['nothing at all',             () => null],
    ['a list',                     () => []],
    ['an empty object',            () => ({})],
    ['a kind we do not know',      () => ({ ...whole(), type: 'workflow_step_edit', actions: undefined, callback_id: 'x' })],
    ['an old dialog',              () => ({ ...whole(), type: 'dialog_submission', actions: undefined, callback_id: 'x' })],
    ['an old message button',      () => ({ ...whole(), type: 'interactive_message', actions: [{ name: 'a', type: 'button' }] })],
    ['no person',                  () => ({ ...whole(), user: null })],
    ['a person who is a number',   () => ({ ...whole(), user: { id: 7 } })],
    ['no actions',                 () => ({ ...whole(), actions: [] })],
    ['actions that are none',      () => ({ ...whole(), actions: null })],
    ['an action without an id',    () => ({ ...whole(), actions: [{}] })],
    ['a view that is text',        () => ({ ...whole(), view: 'V1' })],
    ['a team without an id',       () => ({ ...whole(), team: {} })],
    ['a team that has a prototype', () => ({ ...whole(), team: { id: '__proto__' } })],
    ['keys of every object',       () => ({ ...whole(), ...JSON.parse('{"__proto__":{"team":1},"constructor":{"prototype":{}}}'), user: null })],
    ['an event that is nothing',   () => ({ ...whole(), event: null })],
    ['an event that is text',      () => ({ ...whole(), event: 'x' })],
    ['an event of no type',        () => ({ ...whole(), event: {} })],
    ['an event called error',      () => ({ team_id: stage.sandbox.teamId, event: { type: 'error' } })],
    ['an event called disconnected', () => ({ team_id: stage.sandbox.teamId, event: { type: 'disconnected' } })],
    ['an item that is text',       () => ({ team_id: stage.sandbox.teamId, event: { type: 'pin_added', item: 'x' } })],
    ['answers to nowhere',         () => ({ ...forgedSubmission(stage, stage.people.sam.id, { form: 'approve', order }), response_urls: null })],
    ['a state of lists',           () => ({ ...forgedSubmission(stage, stage.people.sam.id, { form: 'approve', order, view: { state: { values: { crew: [] } } } }) })],
    ['a hundred thousand people',  () => forgedSubmission(stage, stage.people.sam.id, { form: 'approve', order, view: { state: { values: { crew: { field: { selected_users: Array(100_000).fill('U1') } } } } } })],
    ['a text of a million signs',  () => forgedSubmission(stage, stage.people.sam.id, { form: 'reject', order, view: { state: { values: { reason: { field: { value: 'x'.repeat(1_000_000) } } } } } })],
    ['a file with a path for id',  () => forgedSubmission(stage, stage.people.farid.id, { form: 'close', order, view: { state: { values: { photos: { field: { files: [{ id: '../../F1' }] } } } } } })],
    ['a time beyond all clocks',   () => forgedSubmission(stage, stage.people.sam.id, { form: 'approve', order, view: { state: { values: { plannedStart: { field: { selected_date_time: 1e300 } } } } } })],
    ['no callback id',             () => forgedSubmission(stage, stage.people.sam.id, { form: 'approve', order, view: { callback_id: null } })],
  ];
  // Over HTTP, a body that is no object is answered with 400 before it is anybody's (signed-requests.test.ts).
  const reaching = broken.filter(([what]) => mode === 'socket' || what !== 'nothing at all');
  test.each(reaching)('%s is acked, and in words where Slack reads them', async (_, payload) => {
    const type = 'interactive' as const;
    const outcome = await stage.sandbox.deliver({
      type,
      label: 'forged',
      payload: payload() as JsonObject,
      acceptsResponse: true,
    });
    expect(outcome.status).toBe('acked');
    expect(readIn(outcome)).not.toMatch(/undefined|Error|invalid/);
    unchanged();
  });

  test.each([
    ['no person', { user_id: null }],
    ['no team', { team_id: null }],
    ['no trigger', { trigger_id: null }],
  ])('a command with %s is answered in words', async (_, changes) => {
    expect(readIn(await command(stage, stage.people.sam.id, 'list', changes))).toContain(STRANGE);
    unchanged();
  });

  // biome-ignore format: a table reads best as a table
  const metadata: readonly [string, string][] = [
    ['not JSON', 'k'], ['cut off', '{"k":"x","o":"'], ['a list', '[]'], ['null', 'null'], ['empty', ''], ['huge', 'x'.repeat(100_000)],
    ['of another shape', '{"order":"1"}'], ['with a prototype', '{"__proto__":{"k":"x","o":"","p":"job","s":0,"m":""}}'],
    ['with a link for a source', '{"k":"x","o":"","p":"job","s":0,"m":"C1|x> <!channel>:1.0"}'],
  ];
  test.each(metadata)('private metadata %s: the form is out of date, and says so', async (_, private_metadata) => {
    const { sam } = stage.people;
    for (const callback_id of ['form:approve', 'form:submit', 'form:item', 'form:constructor', 'form:__proto__', 'x']) {
      const sent = forgedSubmission(stage, sam.id, { form: 'approve', order, view: { private_metadata, callback_id } });
      expect(readIn(await interact(stage, sent)), callback_id).toContain(forms.notice.oldApp);
    }
    unchanged();
  });

  test('a form about a new order that is not for one, and the other way round', async () => {
    const { ana } = stage.people;
    for (const form of ['withdraw', 'resubmit', 'approve'] as const)
      expect(readIn(await interact(stage, forgedSubmission(stage, ana.id, { form, order: '' })))).toContain(
        forms.notice.oldApp,
      );
    expect(readIn(await interact(stage, forgedSubmission(stage, ana.id, { form: 'submit', order })))).toContain(
      forms.notice.oldApp,
    );
    unchanged();
  });

  test('an answer goes to Slack and nowhere else', async () => {
    await command(stage, 'UNOBODY', 'list', { response_url: eavesdropper });
    await interact(stage, {
      ...forgedPress(stage, stage.people.sam.id, 'home_new'),
      ...elsewhere,
      response_url: eavesdropper,
    });
    await interact(stage, {
      ...forgedPress(stage, stage.people.sam.id, 'nothing'),
      trigger_id: 'spent',
      response_url: eavesdropper,
    });
    await vi.waitFor(() =>
      expect(stage.sandbox.inspector.calls('views.open').map(({ args }) => args.trigger_id)).toContain('spent'),
    );
    await stage.idle();
    expect(heard).toEqual([]);
  });

  test('somebody who sends another’s trigger gets their own answer', async () => {
    const { ana, gina } = stage.people;
    const trigger_id = stage.sandbox.trigger(ana.id);
    expect(readIn(await command(stage, ana.id, 'show SO-1', { trigger_id }))).toContain('Replace pump');
    expect(readIn(await command(stage, gina.id, 'show SO-1', { trigger_id }))).toContain(
      said.noOrder({ command: '/so', order: 'SO-000001', list: said.name.list }),
    );
  });

  test('a long, odd command is repeated shortly, and whole', async () => {
    for (const text of [
      `list ${'<&>😀'.repeat(2000)}`,
      '😀'.repeat(1500),
      `show ${'\u202e\ud83d'.repeat(900)}`,
      '\u0000\u200b',
    ]) {
      const outcome = await command(stage, stage.people.ana.id, text);
      // All that can be typed, and a part of what was.
      expect(readIn(outcome).length).toBeLessThan(3000);
      expect(JSON.stringify(outcome)).not.toMatch(/\\ud[89a-f]|\u202e/i);
    }
    await stage.people.ana.closeModal(true).catch(() => {});
  });

  test('the app works on', async () => {
    expect(readIn(await command(stage, stage.people.ana.id, 'help'))).toContain(said.help.heading);
    const spent = ({ kind }: { kind: string }) => kind === 'bad_trigger';
    expect(stage.sandbox.complaints.filter((complaint) => !spent(complaint))).toEqual([]);
  });
});
