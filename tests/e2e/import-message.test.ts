import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { Import } from '../../db/ports.ts';
import { wordsFor } from '../../src/words/words.ts';
import { forgedPress, interact } from '../support/forged.ts';
import { applyNewest, type Brought, bring } from '../support/imports.ts';
import { onFileClient, onFileItem } from '../support/on-file.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { words } from '../support/words.ts';

const PATIENT = { timeout: 15_000, interval: 20 };
const say = words.imports;

let stage: Stage;
beforeAll(async () => {
  stage = await startStage('socket');
});
afterEach(async () => {
  stage.sandbox.faults.clear();
  await stage.idle();
  for (const person of Object.values(stage.people)) await person.closeModal(true).catch(() => undefined);
  expect(stage.sandbox.complaints).toEqual([]);
});
afterAll(() => stage.stop());

const team = () => stage.sandbox.teamId;
const adam = () => stage.people.adam;
const newest = () => adam().directMessages().at(-1);
const shown = () => newest()?.shown ?? '';
const told = () => newest()?.text ?? '';
const stateOf = async (id: string) => (await stage.store.import(team(), id))?.state;
const becomes = (id: string, state: Import['state']) =>
  vi.waitFor(async () => expect(await stateOf(id)).toBe(state), PATIENT);
const bare = (text: string) => text.replaceAll('*', '');

/** Brings a file in and waits until its author is told what it would do. */
async function read(brought: Brought): Promise<string> {
  const before = adam().directMessages().length;
  const { id } = await bring(adam(), brought);
  await becomes(id, 'planned');
  await vi.waitFor(() => expect(adam().directMessages().length).toBe(before + 1), PATIENT);
  const facts = { kind: say.kind[brought.kind], file: `${brought.kind}.csv` };
  await vi.waitFor(() => expect(told()).toContain(bare(say.planned(facts))), PATIENT);
  return id;
}

/** All lines as the file has them, by cells. */
async function resultOf(message: ReturnType<typeof newest>): Promise<string[]> {
  const files = () =>
    adam()
      .directMessages()
      .flatMap(({ files }) => files);
  const before = files().length;
  await adam().press('imports_result', { message });
  await vi.waitFor(() => expect(files().length).toBe(before + 1), PATIENT);
  const { id } = files().at(-1) as { id: string };
  return (stage.sandbox.workspace.files.get(id)?.bytes?.toString() ?? '').split('\r\n');
}

/** A file that takes a while: only then something is said before it was read. */
const long = (lines: string) =>
  `Client number,Name,Remarks\n${lines}\nX-9,Padded,${'- '.repeat(8000)}\nX-10,Too,${'- '.repeat(8000)}\n`;

test('what lines would change is said before it is applied, and in full in the file; afterwards what was done', async () => {
  await onFileItem(stage, 'P-1', { description: 'Pump', unitPrice: '120.5' });
  for (let n = 2; n <= 7; n++) await onFileItem(stage, `P-${n}`, { description: `Part ${n}` });
  await onFileItem(stage, 'P-8', { description: 'As it is' });
  const lines = ['P-1,"Pump, *new*",99.5', ...[2, 3, 4, 5, 6, 7].map((n) => `P-${n},Part ${n},${n}`), 'P-8,As it is,'];
  const id = await read({
    kind: 'item',
    text: ['Code,Description,Unit price', ...lines, 'P-9,Added,1', 'P-1,,'].join('\n'),
  });
  const description = 'Description: Pump → Pump, *new*';
  expect(shown().replaceAll('\uFEFF', '')).toContain(
    say.changing({ line: 2, name: 'Pump, *new*', changes: `${description}; Unit price: €120.50 → €99.50` }),
  );
  expect(shown()).toContain(say.changing({ line: 6, name: '*Part 5*', changes: 'Unit price: no price → €5.00' }));
  expect(shown()).not.toContain('Part 6');
  expect(shown()).toContain(say.moreChanges({ n: 2, button: say.result }));
  expect((await stage.store.importLines(team(), id, { from: 0, limit: 1 }))[0]?.changes).toHaveLength(2);

  const { outcome, mistake } = say;
  const message = newest();
  const added = 'Description: Added; Code: P-9; Kind: Material; Unit price: €1.00; Status: Active';
  const rows = await resultOf(message);
  expect(rows[1]).toBe(`2,${outcome.change},"Pump, *new*","${description}; Unit price: €120.50 → €99.50",`);
  expect(rows.slice(7)).toEqual([
    `8,${outcome.change},Part 7,Unit price: no price → €7.00,`,
    `9,${outcome.same},As it is,,`,
    `10,${outcome.add},Added,${added},`,
    `11,${outcome.wrong},Pump,,${mistake.twice({ line: 2 })}`,
    '',
  ]);
  await adam().press('imports_apply', { message });
  await becomes(id, 'applied');
  await stage.idle();
  const after = await resultOf(message);
  expect(after.slice(1).map((row) => row.split(',')[1])).toEqual([
    ...Array.from({ length: 7 }, () => outcome.changed),
    ...[outcome.same, outcome.added, outcome.wrong, undefined],
  ]);
});

test('a number is the same in upper and lower case, stays as it is on file, and names one record in a file', async () => {
  await onFileClient(stage, 'C-1', { name: 'Hotel Miramar' });
  await read({ kind: 'client', text: 'Client number,Name\nc-1,Hotel Miramar\nC-1,Twice\nn-1,New\nN-1,New as well\n' });
  expect(shown()).toContain(say.same({ n: 1 }));
  expect(shown()).toContain(say.add({ n: 1 }));
  expect(shown()).toContain(say.line({ line: 3, problem: say.mistake.twice({ line: 2 }) }));
  expect(shown()).toContain(say.line({ line: 5, problem: say.mistake.twice({ line: 4 }) }));
  await read({ kind: 'site', text: 'Client,Name\nc-1,Boiler room\n' });
  expect(shown()).toContain(say.add({ n: 1 }));
});

test('a record without a number gets that of a line of its name, if nothing else differs; its author is told', async () => {
  await onFileClient(stage, '', { name: 'Hotel Ohne' });
  await onFileClient(stage, '', { name: 'Hotel Anders', contact: 'Eva' });
  for (const number of ['Z-1', 'Z-2']) await onFileClient(stage, number, { name: 'Hotel Zwilling' });
  const lines = ['N-1,Hotel Ohne,Ana', 'N-2,Hotel Anders,Ana', ',Hotel Zwilling,Ana', 'Z-2,Hotel Zwilling,Ana'];
  await read({ kind: 'client', text: ['Client number,Name,Contact', ...lines].join('\n') });
  expect(shown()).toContain(`:warning: ${say.numbered({ n: 1 })}`);
  expect(shown()).toContain(say.change({ n: 2 }));
  const unlike = say.mistake.unnumbered({ name: 'Hotel Anders', number: 'N-2' });
  expect(shown()).toContain(say.line({ line: 3, problem: unlike }));
  expect(shown()).toContain(say.line({ line: 4, problem: say.mistake.several }));
  await applyNewest(adam());
  await vi.waitFor(() => expect(told()).toContain(bare(say.applied({ kind: say.kind.client, file: 'client.csv' }))));
  expect(await stage.store.recordByExternalId(team(), { kind: 'client' }, 'N-1')).toMatchObject({
    data: { name: 'Hotel Ohne', contact: 'Ana' },
  });
  expect(await stage.store.recordByExternalId(team(), { kind: 'client' }, 'N-2')).toBeUndefined();
});

test('once Apply is pressed, the message says so at once, without its buttons', async () => {
  const lines = Array.from({ length: 200 }, (_, n) => `G-${n},Going ${n}`);
  const id = await read({ kind: 'client', text: `Client number,Name\n${lines.join('\n')}\n` });
  const message = newest();
  const said: string[] = [];
  stage.sandbox.faults.before('chat.update', async () => {
    said.push((await stateOf(id)) ?? '');
  });
  await adam().press('imports_apply', { message });
  await vi.waitFor(() => expect(said).toContain('applying'), PATIENT);
  await becomes(id, 'applied');
  const applied = bare(say.applied({ kind: say.kind.client, file: 'client.csv' }));
  await vi.waitFor(() => expect(told()).toContain(applied), PATIENT);
  expect(said[0]).toBe('applying');
  expect(said).toHaveLength(2);
}, 30_000);

test('columns that are left out are counted, also those that are not named', async () => {
  const columns = Array.from({ length: 23 }, (_, n) => `Other ${n}`);
  await read({ kind: 'client', text: `Name,${columns.join(',')}\nSomebody\n` });
  expect(shown()).toContain('Other 19');
  expect(shown()).not.toContain('Other 20');
  expect(shown()).toContain(say.moreColumns({ n: 3 }));
});

test('the file of all lines is called after the one that was read, and says all of what is new', async () => {
  await onFileClient(stage, 'F-1', { name: 'Hotel Fénix' });
  const text = 'Client,Site number,Name,Access\nF-1,S-1,Boiler room,"Key at the desk\nRing twice"\n';
  await read({ kind: 'site', text });
  const rows = await resultOf(newest());
  const values = 'Client: Hotel Fénix; Name: Boiler room; Site number: S-1; Access: Key at the desk, Ring twice';
  expect(rows[1]).toBe(`2,${say.outcome.add},Boiler room,"${values}; Status: Active",`);
  const files = adam()
    .directMessages()
    .flatMap((one) => one.files);
  expect(files.at(-1)).toMatchObject({ name: say.resultName({ file: 'site' }) });
});

test('a column that most files have, and this one has not, is said; addresses in several columns are one', async () => {
  await read({ kind: 'item', text: 'Bezeichnung;EK\nDichtung;3,20\n' });
  const columns = ['Code', 'Unit price'].join(', ');
  expect(shown()).toContain(`:warning: ${say.missing({ n: 2, columns })}`);
  const id = await read({
    kind: 'client',
    text: 'Kd-Nr.;Name;Straße;PLZ;Ort\nM-1;Bäckerei Kern;Hauptstr. 1;10115;Berlin\n',
  });
  expect(shown()).not.toContain(':warning:');
  const [line] = await stage.store.importLines(team(), id, { from: 0, limit: 1 });
  expect(line?.record).toMatchObject({ externalId: 'M-1', data: { address: 'Hauptstr. 1\n10115 Berlin' } });
});

test('a short file is read before anything is said: no message has to be changed for that', async () => {
  const updates = () => stage.sandbox.inspector.calls('chat.update').length;
  const before = updates();
  for (const n of [1, 2, 3, 4, 5]) await read({ kind: 'client', text: `Client number,Name\nS-${n},Short ${n}\n` });
  expect(updates()).toBe(before);
});

test.each(['Client number,Name\nD-1,Once\n', long('D-2,Once')])(
  'a message whose answer is lost is found again',
  async (text) => {
    stage.sandbox.faults.on('chat.postMessage', { kind: 'lost' }, { times: 1 });
    const before = adam().directMessages().length;
    await read({ kind: 'client', text });
    await applyNewest(adam());
    const applied = bare(say.applied({ kind: say.kind.client, file: 'client.csv' }));
    await vi.waitFor(() => expect(told()).toContain(applied), PATIENT);
    expect(adam().directMessages()).toHaveLength(before + 1);
  },
  40_000,
);

test('one import waits for no other one whose message has to wait for Slack', async () => {
  const first = await read({ kind: 'client', text: 'Client number,Name\nW-1,Waiting 1\n' });
  const waiting = newest();
  stage.sandbox.faults.on('chat.update', { kind: 'ratelimited', retryAfter: 6 }, { times: 1 });
  await applyNewest(adam());
  await becomes(first, 'applied');
  const second = await read({ kind: 'client', text: 'Client number,Name\nW-2,Waiting 2\n' });
  await applyNewest(adam());
  await becomes(second, 'applied');
  expect(await stage.store.recordByExternalId(team(), { kind: 'client' }, 'W-2')).toBeDefined();
  // The first one's message waits still.
  const now = adam()
    .directMessages()
    .find(({ ts }) => ts === waiting?.ts);
  expect(now?.text).toContain(bare(say.planned({ kind: say.kind.client, file: 'client.csv' })));
}, 40_000);

test('it is cancelled while it is being read', async () => {
  let go = () => {};
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  stage.sandbox.faults.before('files.info', () => held);
  const before = adam().directMessages().length;
  const { id } = await bring(adam(), { kind: 'client', text: long('X-1,Never\nX-2,Never') });
  await vi.waitFor(() => expect(adam().directMessages().length).toBe(before + 1), PATIENT);
  expect(told()).toContain(bare(say.reading({ kind: say.kind.client, file: 'client.csv' })));
  await adam().press('imports_cancel', { message: newest() });
  const cancelled = bare(say.cancelled({ kind: say.kind.client, file: 'client.csv' }));
  await vi.waitFor(() => expect(told()).toContain(cancelled), PATIENT);
  go();
  await stage.idle();
  expect(await stateOf(id)).toBe('cancelled');
  expect(told()).toContain(cancelled);
  expect(await stage.store.importLines(team(), id, { from: 0, limit: 9 })).toEqual([]);
});

test('its message stays in the language of who brought the file when somebody else cancels it', async () => {
  const { olga } = stage.people;
  olga.setLanguage('de-DE');
  await vi.waitFor(
    async () => expect(await stage.store.person(team(), olga.id)).toMatchObject({ locale: 'de-DE' }),
    PATIENT,
  );
  const id = await read({ kind: 'client', text: 'Client number,Name\nL-1,In English\n' });
  await interact(stage, forgedPress(stage, olga.id, 'imports_cancel', id));
  await becomes(id, 'cancelled');
  await vi.waitFor(
    () => expect(told()).toContain(bare(say.cancelled({ kind: say.kind.client, file: 'client.csv' }))),
    PATIENT,
  );
  expect(wordsFor('de-DE').imports.cancelled).not.toBe(say.cancelled);
});

test('templates and exports leave the form open, with what was picked in it', async () => {
  await adam().openHome();
  await adam().press('records_clients', { home: true });
  await adam().modal('records_list');
  await adam().press('imports_open');
  await adam().modal('imports_file');
  await adam().fill({
    'import-kind': 'site',
    'import-file': [{ name: 'mine.csv', bytes: Buffer.from('Client,Name\nC-1,Hall\n'), mimetype: 'text/csv' }],
  });
  for (const button of ['imports_template:client', 'imports_export:item']) {
    const before = adam().directMessages().length;
    await adam().press(button);
    await vi.waitFor(() => expect(adam().directMessages().length).toBeGreaterThan(before), PATIENT);
    const kind = say.kind[button.endsWith('client') ? 'client' : 'item'];
    await vi.waitFor(() => expect(adam().topModal()?.shown).toContain(say.exporting({ kind })), PATIENT);
    expect(adam().topModal()?.callbackId).toBe('imports_file');
  }
  await stage.idle();
  expect(await adam().submit()).toHaveProperty('view');
  await vi.waitFor(
    () => expect(told()).toContain(bare(say.planned({ kind: say.kind.site, file: 'mine.csv' }))),
    PATIENT,
  );
});
