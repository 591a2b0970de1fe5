import { expect } from 'vitest';
import {
  buttonsOf,
  deskForms,
  deskPresses,
  exportPresses,
  forgedExport,
  forgedImport,
  forgedType,
  importPresses,
  readImport,
  recordForms,
  recordPresses,
  typeForms,
  typePresses,
} from './desk-forged.ts';
import { command, forgedPress, interact, readIn } from './forged.ts';
import { type Forgery, saysOneOf } from './forgery.ts';
import { idOf } from './somebody.ts';
import { words } from './words.ts';

const { unknownPerson } = words.forms.notice;
const { otherWorkspace } = words.reply.stranger;

/** Nobody but an admin changes or sees anything with these, and nothing is delivered once more. */
export async function refusedAtDesk(forgery: Forgery, name: string): Promise<void> {
  const { stage, shownTo } = forgery;
  const { store, sandbox } = stage;
  const id = idOf(stage, name);
  const before = await store.settingsAsOf(sandbox.teamId);
  const sentences = [words.settings.adminsOnly, unknownPerson, otherWorkspace, words.command.outsider];
  for (const [where, press] of deskPresses(stage, id)) saysOneOf(await shownTo(name, press), sentences, where);
  for (const [where, sent] of deskForms(stage, id, before.revision))
    saysOneOf(readIn(await interact(stage, sent)), sentences, where);
  expect(await store.settingsAsOf(sandbox.teamId)).toEqual(before);
  await refusedAtTypes(forgery, name);
  await refusedAtRecords(forgery, name);
  for (const button of buttonsOf('admins'))
    for (const value of [forgery.parked, 'everything', forgery.orders.approved.id])
      saysOneOf(await shownTo(name, forgedPress(stage, id, button, value)), [words.home.failed.adminsOnly], button);
  expect((await store.parked(sandbox.teamId, 10)).map((one) => one.id)).toContain(forgery.parked);
}

/** Nobody but an admin sees or changes order types with these. */
export async function refusedAtTypes(forgery: Forgery, name: string): Promise<void> {
  const { stage, shownTo } = forgery;
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
export async function refusedAtRecords(forgery: Forgery, name: string): Promise<void> {
  const { stage, shownTo } = forgery;
  const id = idOf(stage, name);
  const before = await forgery.keptRecords();
  const sentences = [words.records.officeOnly, unknownPerson, otherWorkspace, words.command.outsider];
  const refused = (said: string, where: string) => {
    saysOneOf(said, sentences, where);
    expect(said, where).not.toMatch(/Secret|Hidden/);
  };
  for (const [where, press] of recordPresses(stage, id)) refused(await shownTo(name, press), where);
  for (const [where, sent] of recordForms(stage, id)) refused(readIn(await interact(stage, sent)), where);
  expect(await forgery.keptRecords()).toEqual(before);
  await refusedAtImports(forgery, name);
}

/** Nobody but the office and admins brings in or takes out a file of records with these. */
async function refusedAtImports(forgery: Forgery, name: string): Promise<void> {
  const { stage, shownTo } = forgery;
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
  await refusedAtExport(forgery, name);
}

/** What was ever owed to anybody who asked for orders as files. */
export const exportsOwed = (forgery: Forgery) =>
  forgery.database.contents().effects?.filter((row) => row.includes('"export_orders"')) ?? [];

/** Nobody but the office and admins gets orders as files with these: nothing is owed to them. */
export async function refusedAtExport(forgery: Forgery, name: string): Promise<void> {
  const { stage, shownTo } = forgery;
  const id = idOf(stage, name);
  const before = exportsOwed(forgery);
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
  expect(exportsOwed(forgery)).toEqual(before);
}
