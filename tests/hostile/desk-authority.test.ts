import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { objectOf } from '../../sandbox/server/json.ts';
import { nameOfRecord, RECORD_KINDS } from '../../src/office/master-data.ts';
import { SETTINGS_PAGES } from '../../src/office/table.ts';
import { changesBetween } from '../../src/office/value.ts';
import { deskIds, recordIds, typeIds } from '../../src/slack/views/desk/ids.ts';
import {
  deskForms,
  deskPresses,
  exportPresses,
  forgedExport,
  forgedImport,
  forgedPage,
  forgedRecord,
  forgedSupervisor,
  forgedType,
  importPresses,
  onFile,
  recordForms,
  recordPresses,
  typeForms,
  typePresses,
} from '../support/desk-forged.ts';
import { forgedPress, interact, readIn } from '../support/forged.ts';
import { BY, type Forgery, saysOneOf, startForgery } from '../support/forgery.ts';
import {
  exportsOwed,
  refusedAtDesk,
  refusedAtExport,
  refusedAtRecords,
  refusedAtTypes,
} from '../support/refused-at-desk.ts';
import { NO_REMINDERS } from '../support/seeded.ts';
import { idOf, somebody } from '../support/somebody.ts';
import type { Stage } from '../support/stage.ts';
import { ANY, part, words } from '../support/words.ts';

let forgery: Forgery;
let stage: Stage;
beforeAll(async () => {
  forgery = await startForgery();
  ({ stage } = forgery);
}, 60_000);
afterAll(() => forgery.stop());
const shownTo: Forgery['shownTo'] = (name, payload) => forgery.shownTo(name, payload);

const { otherWorkspace } = words.reply.stranger;

describe('the settings and what was not delivered', () => {
  // Each of them is refused for a reason of their own; tests/proofs has everybody.
  test.each(somebody.filter(([name]) => ['sam', 'gus', 'dora', 'ext', 'nobody'].includes(name)))(
    'are not for %s, %s, by every forged button and modal',
    (name) => refusedAtDesk(forgery, name),
  );
});

describe('from another workspace', () => {
  const foreign = { team: { id: 'TFOREIGN', domain: 'elsewhere' } };

  test('every button and modal of the settings, of what is on file, of order types and of files is turned away', async () => {
    const { olga } = stage.people;
    const { inspector } = stage.sandbox;
    const before = forgery.database.contents();
    const drawn = inspector.calls().length;
    const tables = [deskPresses, recordPresses, typePresses, importPresses];
    for (const press of tables.flatMap((table) => table(stage, olga.id)).map(([, one]) => one))
      await interact(stage, { ...press, ...foreign });
    const forms = [...deskForms(stage, olga.id, 0), ...recordForms(stage, olga.id), ...typeForms(stage, olga.id)];
    for (const [where, sent] of [...forms, ['a file', forgedImport(stage, olga.id, crypto.randomUUID())] as const])
      saysOneOf(readIn(await interact(stage, { ...sent, ...foreign })), [otherWorkspace], where);
    await stage.sandbox.idle();
    expect(inspector.calls()).toHaveLength(drawn);
    expect(forgery.database.contents()).toEqual(before);
  });
});

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
      await vi.waitFor(() => refusedAtDesk(forgery, name), { timeout: 20_000, interval: 200 });
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
    await refusedAtDesk(forgery, 'carla');
    await stage.set(NO_REMINDERS);
    await refusedAtDesk(forgery, 'ben');
  });

  test('the office, which is no admin: every button and modal of order types is refused', async () => {
    const { ben } = stage.people;
    await stage.set({ ...NO_REMINDERS, roles: { office: [ben.id] } });
    await refusedAtTypes(forgery, 'ben');
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
    await refusedAtRecords(forgery, 'ben');
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
    expect(exportsOwed(forgery)).toHaveLength(1);
    await stage.set(NO_REMINDERS);
    await refusedAtExport(forgery, 'ben');
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
    const before = await forgery.keptRecords();
    const { gone } = words.records;
    expect(readIn(await interact(stage, forgedRecord(stage, ben.id, kind, { r: 1, i: 'nowhere' })))).toContain(gone);
    const foreign = forgedRecord(stage, ben.id, kind, { r: 1 });
    const state = objectOf(JSON.parse(String(objectOf(foreign.view).private_metadata)));
    const other = { ...state, l: { ...objectOf(state.l), k: 'site', c: 'another' } };
    const view = { ...objectOf(foreign.view), private_metadata: JSON.stringify(other) };
    expect(readIn(await interact(stage, { ...foreign, view }))).toContain(gone);
    expect(await forgery.keptRecords()).toEqual(before);
  });
});
