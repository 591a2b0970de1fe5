import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type JsonObject, objectOf } from '../../sandbox/server/json.ts';
import type { AtOnceId } from '../../src/forms/at-once.ts';
import type { OrderFormId } from '../../src/forms/forms.ts';
import { EARLIER_JOBS, formActions } from '../../src/forms/ids.ts';
import { nameOfRecord, RECORD_KINDS } from '../../src/office/master-data.ts';
import { SETTINGS_PAGES } from '../../src/office/table.ts';
import { changesBetween } from '../../src/office/value.ts';
import { STATES, type State } from '../../src/order/order.ts';
import { orderNumber } from '../../src/order/text/order-number.ts';
import { deskIds, recordIds, typeIds } from '../../src/slack/views/desk/ids.ts';
import { atOnceActionId, encodePress, pageActions, searchIds } from '../../src/slack/views/ids.ts';
import { type Looking, lookInto } from '../support/database.ts';
import {
  buttonsOf,
  deskForms,
  deskPresses,
  exportPresses,
  FORGED_CHANNEL,
  forgedExport,
  forgedImport,
  forgedPage,
  forgedRecord,
  forgedSupervisor,
  forgedType,
  importPresses,
  onFile,
  readImport,
  recordForms,
  recordPresses,
  typeForms,
  typePresses,
} from '../support/desk-forged.ts';
import { command, forgedPress, forgedSubmission, interact, readIn } from '../support/forged.ts';
import { forgedAbsence, forgedSeveral, personalPresses } from '../support/personal-forged.ts';
import { NO_REMINDERS } from '../support/seeded.ts';
import { sketches } from '../support/sketches.ts';
import {
  atATap,
  forms,
  idOf,
  mayAct,
  type OnePerState,
  onePerState,
  refusedUnopened,
  somebody,
} from '../support/somebody.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { ANY, part, words } from '../support/words.ts';

let stage: Stage;
let database: Looking;
let orders: OnePerState;
let parked: string;
beforeAll(async () => {
  stage = await startStage('socket', {}, sketches);
  database = lookInto(stage.file);
  const { faults, teamId, workspace } = stage.sandbox;
  workspace.admin.createChannel(FORGED_CHANNEL, { isPrivate: true });
  workspace.admin.inviteApp(FORGED_CHANNEL);
  faults.on('conversations.archive', { kind: 'error', error: 'restricted_action' }, { times: 1 });
  await stage.set(NO_REMINDERS);
  orders = await onePerState(stage);
  parked = (await stage.store.parked(teamId, 1))[0]?.id ?? '';
  for (const kind of RECORD_KINDS) await stage.store.saveRecord(teamId, onFile[kind], 0, { at: 1, by: BY });
  await stage.store.saveRecord(teamId, forgedType, 0, { at: 1, by: BY });
  await keepImport(teamId);
  await stage.idle();
}, 60_000);
afterAll(async () => {
  expect(stage.sandbox.complaints).toEqual([]);
  database.close();
  await stage.stop();
});

// Each form by each person, the states in turn; tests/proofs takes all of them.
describe('a form sent without being opened', () => {
  test.each(somebody)('by %s, %s', async (name, _, roles) => {
    const from = somebody.findIndex(([other]) => other === name);
    for (const [index, form] of forms.entries()) {
      const state = STATES[(from + index) % STATES.length] ?? 'submitted';
      if (!mayAct(form, state, roles))
        await refusedUnopened(stage, database, { name, form, state, order: orders[state].id });
    }
  });

  test('the same sent by somebody who may is accepted, so that the refusals above mean something', async () => {
    const cases: [OrderFormId, State, string][] = [
      ['assign', 'approved', 'carla'],
      ['request_changes', 'submitted', 'olga'],
      ['withdraw', 'changes_requested', 'ana'],
      ['reopen', 'completed', 'adam'],
      ['reopen', 'not_performed', 'sam'],
    ];
    for (const [form, state, name] of cases) {
      const { id, lastEntry } = orders[state];
      const outcome = await interact(stage, forgedSubmission(stage, idOf(stage, name), { form, order: id }));
      expect(readIn(outcome), form).toBe('');
      const after = await stage.store.order(stage.sandbox.teamId, id);
      expect(after?.lastEntry, form).toMatchObject({ seq: lastEntry.seq + 1, by: { id: idOf(stage, name) } });
    }
  });
});

describe('a button that acts at once, pressed without being seen', () => {
  beforeAll(() => stage.idle());
  const ids = Object.keys(atATap) as AtOnceId[];
  const allowed = (id: AtOnceId, state: State, roles: readonly string[]) =>
    state === 'approved' && atATap[id].some((role) => roles.includes(role));

  test.each(somebody)('by %s, %s', async (name, _, roles) => {
    const before = database.contents(...BOOKKEEPING);
    for (const state of STATES)
      for (const id of ids) {
        // Some were reopened above.
        const order = (await stage.store.order(stage.sandbox.teamId, orders[state].id)) ?? orders[state];
        // Nothing is on hold here: who may resume is refused for another reason.
        if (id === 'start_work' && allowed(id, order.state, roles)) continue;
        const value = encodePress(order.id, order.lastEntry.seq);
        const press = forgedPress(stage, idOf(stage, name), atOnceActionId(id), value);
        const where = `${id} on an order that is ${order.state}, by ${name}`;
        expect(await shownTo(name, press), where).toMatch(/[A-Z“][^"]{20,}\./);
        expect(database.contents(...BOOKKEEPING), where).toEqual(before);
      }
  });

  test('the same by somebody who may is accepted, once', async () => {
    const { id, team } = orders.approved;
    const { length } = await stage.store.entries(team, id);
    const press = (name: string) => interact(stage, forgedPress(stage, idOf(stage, name), 'act:start_work', id));
    await press('farid');
    await press('carla');
    await vi.waitFor(async () => {
      const after = await stage.store.order(stage.sandbox.teamId, id);
      expect(after?.lastEntry).toMatchObject({ seq: length + 1, action: { type: 'start_work' } });
    });
    await stage.idle();
    expect(await stage.store.entries(team, id)).toHaveLength(length + 1);
  });

  test.each(['', ':', 'none', `${'x'.repeat(3000)}:1`, ':1', 'O1:1:1', 'O1:-1'])('%j is no order', async (value) => {
    const before = database.contents(...BOOKKEEPING);
    for (const id of ids) await shownTo('farid', forgedPress(stage, idOf(stage, 'farid'), atOnceActionId(id), value));
    expect(database.contents(...BOOKKEEPING)).toEqual(before);
  });
});

/** Who put on file what is there. */
const BY = { id: 'U0OFFICE', name: 'Office' };

/** What is on file, the changes of each. */
const keptRecords = () =>
  Promise.all(
    RECORD_KINDS.flatMap((kind) => {
      const { store, sandbox } = stage;
      const client = kind === 'site' ? { client: onFile.client.id } : {};
      const { id } = onFile[kind];
      return [
        store.recordsByName(sandbox.teamId, { kind, ...client }, { limit: 50 }),
        store.recordChanges(sandbox.teamId, kind, id, 50),
      ];
    }),
  );

/** A file that was read and waits for somebody to say whether it is carried out. */
async function keepImport(team: string): Promise<void> {
  const { store } = stage;
  const { id } = readImport;
  await store.beginImport({ ...readImport, team }, { type: 'read_import', import: 'none' }, 1);
  const record = { ...onFile.client, id: 'client-9', externalId: 'K-9' };
  const line = { n: 0, line: 2, outcome: 'add', record, revision: 0, problems: [], name: 'New', changes: [] } as const;
  await store.saveImportLines(team, id, [line]);
  const counts = { ...readImport.counts, add: 1 };
  await store.saveImport(team, id, 'reading', { state: 'planned', counts });
}

/** What is said to whom a form does not belong. */
const { gone, itemGone, restarted, noOrder, unknownPerson } = words.forms.notice;
const REFUSED = [gone, itemGone, restarted, noOrder];
const { otherWorkspace } = words.reply.stranger;

/** Fails where none of these sentences was said. */
const saysOneOf = (said: string, sentences: readonly string[], where = '') =>
  expect(
    sentences.some((one) => said.includes(one)),
    `${where}: ${said}`,
  ).toBe(true);

/** What is kept of people as Slack describes them, of answers that they were given, and of Homes that were opened. */
const BOOKKEEPING = ['people', 'done_once', 'homes'];

/** What stands in the orders here. */
const OF_ORDERS = /Replace pump|Acme|Hall 3/;

describe('what is private stays so', () => {
  beforeAll(() => stage.idle());
  const outsiders = somebody.filter(([, , roles]) => roles.length === 0);

  test.each(outsiders)('to %s, %s: an order’s card, by a forged button and by its number', async (name) => {
    const before = database.contents(...BOOKKEEPING);
    const { id, number } = orders.approved;
    for (const button of buttonsOf('order'))
      saysOneOf(
        await shownTo(name, forgedPress(stage, idOf(stage, name), button, id)),
        [noOrder, unknownPerson],
        button,
      );
    const { inspector } = stage.sandbox;
    const seen = inspector.entries.length;
    for (const button of [...Object.values(pageActions), ...Object.values(searchIds)])
      for (const value of [
        JSON.stringify({ s: '', b: 1000 }),
        JSON.stringify({ s: '', o: 1 }),
        JSON.stringify({ w: 'pump' }),
        id,
      ])
        await interact(stage, forgedPress(stage, idOf(stage, name), button, value));
    await stage.sandbox.idle();
    for (const record of inspector.entries.slice(seen))
      if (record.kind === 'call') expect(JSON.stringify(record.args), record.method).not.toMatch(OF_ORDERS);
    for (const text of [`show SO-${number}`, `history SO-${number}`, `copy SO-${number}`, 'list']) {
      const answer = readIn(await command(stage, idOf(stage, name), text));
      expect(answer, text).not.toMatch(OF_ORDERS);
      // Whom Slack does not tell us of is answered later, when it has been asked.
      if (answer) {
        const { noOrder, outsider, name } = words.command;
        saysOneOf(
          answer,
          [noOrder({ command: '/so', order: orderNumber(number), list: name.list }), outsider, words.lists.none],
          text,
        );
      }
    }
    expect(database.contents(...BOOKKEEPING)).toEqual(before);
  });

  test.each(outsiders)(
    'to %s, %s: what several approvals ask about, and nothing is approved with them',
    async (name) => {
      const id = idOf(stage, name);
      const before = database.contents(...BOOKKEEPING, 'preferences');
      const { inspector } = stage.sandbox;
      const seen = inspector.entries.length;
      for (const [, press] of personalPresses(stage, id)) await interact(stage, press);
      await stage.people[name]?.closeModal(true).catch(() => {});
      expect(readIn(await interact(stage, forgedSeveral(stage, id, Object.values(orders)))), name).not.toMatch(
        OF_ORDERS,
      );
      await stage.sandbox.idle();
      for (const record of inspector.entries.slice(seen)) {
        // Somebody else’s Home may be drawn again meanwhile.
        if (record.kind !== 'call' || (record.method === 'views.publish' && record.args.user_id !== id)) continue;
        expect(JSON.stringify(record.args), record.method).not.toMatch(OF_ORDERS);
      }
      expect(database.contents(...BOOKKEEPING, 'preferences')).toEqual(before);
    },
  );

  test.each(somebody)('%s, %s, wants something for nobody else', async (name, _, roles) => {
    const id = idOf(stage, name);
    const others = () => database.contents(...BOOKKEEPING).preferences?.filter((row) => !row.includes(`"${id}"`)) ?? [];
    const before = others();
    for (const [, press] of personalPresses(stage, id)) await interact(stage, press);
    await stage.people[name]?.closeModal(true).catch(() => {});
    await interact(stage, forgedAbsence(stage, id, { last: '2999-01-01', substitute: idOf(stage, 'olga') }));
    expect(others()).toEqual(before);
    const { substitute } = await stage.store.preferences(stage.sandbox.teamId, id);
    const mayHandOver = roles.length > 0 && name !== 'gus' && name !== 'olga';
    if (!mayHandOver && name !== 'ben') expect(substitute).toBeNull();
  });

  test('a draft opens to its author only, whatever a modal carries', async () => {
    const { farid, gus, ben } = stage.people;
    await stage.sandbox.deliver({
      type: 'interactive',
      label: 'press',
      acceptsResponse: true,
      payload: {
        ...forgedPress(stage, farid.id, 'order:confirm', orders.approved.id),
      },
    });
    const { private_metadata } = (await farid.modal('confirm')) && topOf(farid.id);
    const before = database.contents(...BOOKKEEPING);
    for (const thief of [gus, ben, stage.people.adam]) {
      const page = forgedSubmission(stage, thief.id, { form: 'confirm', order: '', view: { private_metadata } });
      const mayNot = part(words.refusal.only.confirm({ people: ANY }));
      saysOneOf(readIn(await interact(stage, page)), [...REFUSED, mayNot], thief.name);
      const item = JSON.stringify({ ...JSON.parse(private_metadata), f: 'confirm', v: 'V1', i: 'stolen' });
      const editor = { callback_id: 'form:item', private_metadata: item };
      const saved = await interact(
        stage,
        forgedSubmission(stage, thief.id, { form: 'confirm', order: '', view: editor }),
      );
      saysOneOf(readIn(saved), REFUSED, thief.name);
      for (const button of [...Object.values(formActions), 'field-1']) {
        const view = { id: 'VSTOLEN', type: 'modal', callback_id: 'form:confirm', private_metadata };
        await interact(stage, {
          ...forgedPress(stage, thief.id, button, 'stolen'),
          view: { ...view, state: { values: {} } },
        });
      }
      await stage.sandbox.idle();
    }
    expect(database.contents(...BOOKKEEPING)).toEqual(before);
  });

  test.each(somebody.filter(([name]) => name !== 'adam' && name !== 'olga'))(
    'to %s, %s: the settings and what was not delivered, by every forged button and modal',
    (name) => refusedAtDesk(name),
  );

  test('an order of another workspace does not exist here, under its id or its number', async () => {
    const { id } = orders.approved;
    const { sam, olga } = stage.people;
    const foreign = { team: { id: 'TFOREIGN', domain: 'elsewhere' } };
    const before = database.contents();
    const sent = await interact(stage, {
      ...forgedSubmission(stage, sam.id, { form: 'assign', order: id }),
      ...foreign,
    });
    expect(readIn(sent)).toContain(otherWorkspace);
    expect(readIn(await command(stage, olga.id, 'list', { team_id: 'TFOREIGN' }))).toContain(otherWorkspace);
    await interact(stage, { ...forgedPress(stage, sam.id, 'order:assign', id), ...foreign });
    expect(database.contents()).toEqual(before);
  });
});

describe('from another workspace', () => {
  const foreign = { team: { id: 'TFOREIGN', domain: 'elsewhere' } };

  test('every button and modal of the settings, of what is on file, of order types and of files is turned away', async () => {
    const { olga } = stage.people;
    const { inspector } = stage.sandbox;
    const before = database.contents();
    const drawn = inspector.calls().length;
    const tables = [deskPresses, recordPresses, typePresses, importPresses];
    for (const press of tables.flatMap((table) => table(stage, olga.id)).map(([, one]) => one))
      await interact(stage, { ...press, ...foreign });
    const forms = [...deskForms(stage, olga.id, 0), ...recordForms(stage, olga.id), ...typeForms(stage, olga.id)];
    for (const [where, sent] of [...forms, ['a file', forgedImport(stage, olga.id, crypto.randomUUID())] as const])
      saysOneOf(readIn(await interact(stage, { ...sent, ...foreign })), [otherWorkspace], where);
    await stage.sandbox.idle();
    expect(inspector.calls()).toHaveLength(drawn);
    expect(database.contents()).toEqual(before);
  });
});

describe('what was done at a client’s before', () => {
  test.each(somebody.filter(([, , roles]) => roles.length === 0))(
    'is read by who may see those orders, not by %s, %s',
    async (name) => {
      const { noOrder } = words.forms.notice;
      for (const value of [orders.approved.id, `record:${onFile.client.id}`, `record:${orders.approved.id}`]) {
        const said = await shownTo(name, forgedPress(stage, idOf(stage, name), EARLIER_JOBS, value));
        saysOneOf(said, [noOrder, words.lists.earlierJobs.none], value);
        expect(said).not.toMatch(OF_ORDERS);
        expect(said).not.toMatch(/Secret|Hidden/);
      }
    },
  );
});

/** Nobody but an admin changes or sees anything with these, and nothing is delivered once more. */
async function refusedAtDesk(name: string): Promise<void> {
  const { store, sandbox } = stage;
  const id = idOf(stage, name);
  const before = await store.settingsAsOf(sandbox.teamId);
  const sentences = [words.settings.adminsOnly, unknownPerson, otherWorkspace, words.command.outsider];
  for (const [where, press] of deskPresses(stage, id)) saysOneOf(await shownTo(name, press), sentences, where);
  for (const [where, sent] of deskForms(stage, id, before.revision))
    saysOneOf(readIn(await interact(stage, sent)), sentences, where);
  expect(await store.settingsAsOf(sandbox.teamId)).toEqual(before);
  await refusedAtTypes(name);
  await refusedAtRecords(name);
  for (const button of buttonsOf('admins'))
    for (const value of [parked, 'everything', orders.approved.id])
      saysOneOf(await shownTo(name, forgedPress(stage, id, button, value)), [words.home.failed.adminsOnly], button);
  expect((await store.parked(sandbox.teamId, 10)).map((one) => one.id)).toContain(parked);
}

/** Nobody but an admin sees or changes order types with these. */
async function refusedAtTypes(name: string): Promise<void> {
  const { store, sandbox } = stage;
  const id = idOf(stage, name);
  const kept = async () => [
    await store.recordsByName(sandbox.teamId, { kind: 'type' }, { limit: 50 }),
    await store.recordChanges(sandbox.teamId, 'type', forgedType.id, 50),
  ];
  const before = await kept();
  const sentences = [words.settings.adminsOnly, unknownPerson, otherWorkspace, words.command.outsider];
  const refused = (said: string, where: string) => {
    saysOneOf(said, sentences, where);
    expect(said, where).not.toMatch(/Secret|Meter number/);
  };
  for (const [where, press] of typePresses(stage, id)) refused(await shownTo(name, press), where);
  for (const [where, sent] of typeForms(stage, id)) refused(readIn(await interact(stage, sent)), where);
  expect(await kept()).toEqual(before);
}

/** Nobody but the office and admins sees or changes clients, sites and the catalogue with these. */
async function refusedAtRecords(name: string): Promise<void> {
  const id = idOf(stage, name);
  const before = await keptRecords();
  const sentences = [words.records.officeOnly, unknownPerson, otherWorkspace, words.command.outsider];
  const refused = (said: string, where: string) => {
    saysOneOf(said, sentences, where);
    expect(said, where).not.toMatch(/Secret|Hidden/);
  };
  for (const [where, press] of recordPresses(stage, id)) refused(await shownTo(name, press), where);
  for (const [where, sent] of recordForms(stage, id)) refused(readIn(await interact(stage, sent)), where);
  expect(await keptRecords()).toEqual(before);
  await refusedAtImports(name);
}

/** Nobody but the office and admins brings in or takes out a file of records with these. */
async function refusedAtImports(name: string): Promise<void> {
  const id = idOf(stage, name);
  const { store, sandbox } = stage;
  const before = await store.import(sandbox.teamId, readImport.id);
  const files = sandbox.workspace.files.size;
  const sentences = [words.imports.notYours, unknownPerson, otherWorkspace, words.command.outsider];
  const refused = (said: string, where: string) => {
    saysOneOf(said, sentences, where);
    expect(said, where).not.toMatch(/Secret|Hidden/);
  };
  for (const [where, press] of importPresses(stage, id)) refused(await shownTo(name, press), where);
  const begun = crypto.randomUUID();
  refused(readIn(await interact(stage, forgedImport(stage, id, begun))), 'a file');
  expect(await store.import(sandbox.teamId, begun)).toBeUndefined();
  expect(await store.import(sandbox.teamId, readImport.id)).toEqual(before);
  expect(before?.state).toBe('planned');
  expect(sandbox.workspace.files.size).toBe(files);
  await refusedAtExport(name);
}

/** What was ever owed to anybody who asked for orders as files. */
const exportsOwed = () => database.contents().effects?.filter((row) => row.includes('"export_orders"')) ?? [];

/** Nobody but the office and admins gets orders as files with these: nothing is owed to them. */
async function refusedAtExport(name: string): Promise<void> {
  const id = idOf(stage, name);
  const before = exportsOwed();
  const sentences = [words.orderExport.notYours, unknownPerson, otherWorkspace, words.command.outsider];
  for (const [where, press] of exportPresses(stage, id)) saysOneOf(await shownTo(name, press), sentences, where);
  const sent = await interact(stage, forgedExport(stage, id, crypto.randomUUID()));
  saysOneOf(readIn(sent), sentences, 'an export');
  const { inspector } = stage.sandbox;
  const seen = inspector.calls('views.open').length;
  const answer = readIn(await command(stage, id, words.command.name.export));
  // A modal says it, unless they may type no command at all.
  if (answer) saysOneOf(answer, sentences, 'the command');
  await stage.sandbox.idle();
  for (const { args } of inspector.calls('views.open').slice(seen))
    saysOneOf(JSON.stringify(args), sentences, 'the command');
  await stage.people[name]?.closeModal(true).catch(() => {});
  expect(exportsOwed()).toEqual(before);
}

describe('who was an admin a moment ago', () => {
  const personOf = (name: string) => stage.store.person(stage.sandbox.teamId, idOf(stage, name));
  afterEach(() => stage.set(NO_REMINDERS));

  test('in Slack, which has not told us yet: demoted or deactivated, every button and modal is refused', async () => {
    const { admin } = stage.sandbox.workspace;
    for (const [name, change, back] of [
      ['adam', { isAdmin: false }, { isAdmin: true }],
      ['olga', { deleted: true }, { deleted: false }],
    ] as const) {
      expect((await personOf(name))?.admin).toBe(true);
      stage.sandbox.workspace.silently(() => admin.changePerson(name, change));
      // What Slack has just been asked counts for a moment.
      await vi.waitFor(() => refusedAtDesk(name), { timeout: 20_000, interval: 200 });
      admin.changePerson(name, back);
      await vi.waitFor(async () => expect(await personOf(name)).toMatchObject({ admin: true, kind: 'member' }));
    }
  }, 60_000);

  test('by the settings, as a person or in a group: every button and modal is refused', async () => {
    const { admin } = stage.sandbox.workspace;
    const { ben, carla } = stage.people;
    const group = admin.setUserGroup('Desk', []);
    await stage.set({ ...NO_REMINDERS, roles: { admins: [ben.id, group] } });
    admin.setUserGroup('Desk', ['carla']);
    const members = async () => (await stage.store.userGroups(stage.sandbox.teamId, [group]))[0]?.members;
    await vi.waitFor(async () => expect(await members()).toEqual([carla.id]));
    for (const name of ['ben', 'carla'])
      expect(await shownTo(name, forgedPress(stage, idOf(stage, name), deskIds.health))).toContain(
        words.settings.health.title,
      );
    admin.setUserGroup('Desk', []);
    await vi.waitFor(async () => expect(await members()).toEqual([]));
    await refusedAtDesk('carla');
    await stage.set(NO_REMINDERS);
    await refusedAtDesk('ben');
  });

  test('the office, which is no admin: every button and modal of order types is refused', async () => {
    const { ben } = stage.people;
    await stage.set({ ...NO_REMINDERS, roles: { office: [ben.id] } });
    await refusedAtTypes('ben');
    await stage.set(NO_REMINDERS);
  });

  test('an admin sees and changes them, so that the refusals mean something', async () => {
    const id = idOf(stage, 'olga');
    for (const [where, press] of typePresses(stage, id).filter(([one]) => one === typeIds.page))
      expect(await shownTo('olga', press), where).toContain(forgedType.data.name);
    for (const [where, sent] of typeForms(stage, id).filter(([one]) => one.startsWith(`${typeIds.field} `)))
      await interact(stage, sent).catch(() => expect.unreachable(where));
    const kept = await stage.store.record(stage.sandbox.teamId, 'type', forgedType.id);
    expect(kept?.data.fields.find((field) => field.id === 'meter')?.label).toBe('Forged');
  });

  test('who was in the office a moment ago: every button and modal of what is on file is refused', async () => {
    const { ben } = stage.people;
    await stage.set({ ...NO_REMINDERS, roles: { office: [ben.id] } });
    expect(await shownTo('ben', forgedPress(stage, ben.id, recordIds.clients))).toContain(nameOfRecord(onFile.client));
    await stage.set(NO_REMINDERS);
    await refusedAtRecords('ben');
  });

  test('the office exports orders, and who was in it a moment ago does not', async () => {
    const { ben } = stage.people;
    await stage.set({ ...NO_REMINDERS, roles: { office: [ben.id] } });
    for (const [where, press] of exportPresses(stage, ben.id))
      expect(await shownTo('ben', press), where).toContain(words.orderExport.lines.label);
    const sent = forgedExport(stage, ben.id, crypto.randomUUID());
    expect(readIn(await interact(stage, sent))).toContain(words.orderExport.started);
    await stage.idle();
    const again = {
      ...sent,
      view: { ...objectOf(sent.view), id: 'VEXPORT' },
      trigger_id: stage.sandbox.trigger(ben.id),
    };
    await interact(stage, again);
    await stage.idle();
    expect(exportsOwed()).toHaveLength(1);
    await stage.set(NO_REMINDERS);
    await refusedAtExport('ben');
  });
});

describe('what an admin has sent', () => {
  test.each(SETTINGS_PAGES)('counts once, and not again after it was undone: %s', async (page) => {
    const { store, sandbox, people } = stage;
    const { adam, olga } = people;
    const asOf = () => store.settingsAsOf(sandbox.teamId);
    const before = await asOf();
    const sent =
      page === 'limits'
        ? forgedSupervisor(stage, adam.id, { r: before.revision })
        : forgedPage(stage, adam.id, page, before.revision);
    expect(readIn(await interact(stage, sent))).toBe('');
    const once = await asOf();
    expect(once.revision).toBe(before.revision + 1);
    await interact(stage, sent);
    expect(await asOf()).toEqual(once);
    const changes = changesBetween(once.settings, before.settings);
    const undone = { at: 1, by: { id: olga.id, name: olga.name }, changes };
    expect(await store.changeSettings(sandbox.teamId, once.revision, before.settings, undone)).toBe(true);
    const view = { ...objectOf(sent.view), id: 'VAGAIN' };
    const again = await interact(stage, { ...sent, view, trigger_id: sandbox.trigger(adam.id) });
    expect(readIn(again)).toContain(part(words.settings.meanwhile({ name: ANY })));
    expect(await asOf()).toEqual({ settings: before.settings, revision: once.revision + 1 });
  });
});

describe('what the office has sent', () => {
  afterEach(() => stage.set(NO_REMINDERS));

  test.each(RECORD_KINDS)('counts once, and not again after it was undone: a change of a %s', async (kind) => {
    const { store, sandbox, people } = stage;
    const { ben } = people;
    await stage.set({ ...NO_REMINDERS, roles: { office: [ben.id] } });
    const { id } = onFile[kind];
    const kept = () => store.record(sandbox.teamId, kind, id);
    const before = await kept();
    const sent = forgedRecord(stage, ben.id, kind, { r: before?.revision ?? 0 });
    expect(readIn(await interact(stage, sent))).toBe('');
    const once = await kept();
    expect(once).toMatchObject({ revision: 2, active: false, externalId: 'F-1' });
    await interact(stage, sent);
    expect(await kept()).toEqual(once);
    expect(await store.saveRecord(sandbox.teamId, onFile[kind], 2, { at: 2, by: BY })).toMatchObject({ revision: 3 });
    const view = { ...objectOf(sent.view), id: `VAGAIN-${kind}` };
    const again = await interact(stage, { ...sent, view, trigger_id: sandbox.trigger(ben.id) });
    expect(readIn(again)).toContain(part(words.records.meanwhile[kind]({ name: ANY })));
    expect(await kept()).toMatchObject({ ...onFile[kind], revision: 3 });
  });

  test.each(RECORD_KINDS)('nothing reaches what is on file under another id, or another client’s: %s', async (kind) => {
    const { ben } = stage.people;
    await stage.set({ ...NO_REMINDERS, roles: { office: [ben.id] } });
    const before = await keptRecords();
    const { gone } = words.records;
    expect(readIn(await interact(stage, forgedRecord(stage, ben.id, kind, { r: 1, i: 'nowhere' })))).toContain(gone);
    const foreign = forgedRecord(stage, ben.id, kind, { r: 1 });
    const state = objectOf(JSON.parse(String(objectOf(foreign.view).private_metadata)));
    const other = { ...state, l: { ...objectOf(state.l), k: 'site', c: 'another' } };
    const view = { ...objectOf(foreign.view), private_metadata: JSON.stringify(other) };
    expect(readIn(await interact(stage, { ...foreign, view }))).toContain(gone);
    expect(await keptRecords()).toEqual(before);
  });
});

const POLL = { timeout: 5000, interval: 2 };

/** The view that a person is shown for what they did. */
async function shownTo(name: string, payload: JsonObject): Promise<string> {
  await interact(stage, payload);
  const call = await vi.waitFor(() => {
    const opened = stage.sandbox.inspector
      .calls('views.open')
      .find(({ args }) => args.trigger_id === payload.trigger_id);
    if (!opened) throw new Error('nothing was shown yet');
    return opened;
  }, POLL);
  await stage.people[name]?.closeModal(true).catch(() => {});
  return JSON.stringify(call.args);
}

/** What a modal on somebody's screen carries. */
function topOf(person: string): { private_metadata: string } {
  const view = stage.sandbox.workspace.stacks.get(person)?.at(-1);
  if (!view) throw new Error('nothing is open');
  return { private_metadata: view.privateMetadata };
}
