import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import { decodeAbout } from '../../src/office/imports/about.ts';
import type { RecordKind } from '../../src/office/master-data.ts';
import { IMPORTS_LAST } from '../../src/sweep.ts';
import { type Words, wordsFor } from '../../src/words/words.ts';
import { forgedImport } from '../support/desk-forged.ts';
import { forgedPress, interact } from '../support/forged.ts';
import { applyNewest, type Brought, bring } from '../support/imports.ts';
import { onFileClient, onFileItem, onFileSite, setActive } from '../support/on-file.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { words } from '../support/words.ts';

const PATIENT = { timeout: 15_000, interval: 20 };
const KINDS: readonly RecordKind[] = ['client', 'site', 'item'];

let stage: Stage;
beforeAll(async () => {
  stage = await startStage('socket');
});
beforeEach(() => speaks('en-GB'));
afterEach(async () => {
  await stage.idle();
  for (const person of Object.values(stage.people)) await person.closeModal(true).catch(() => undefined);
  expect(stage.sandbox.complaints).toEqual([]);
});
afterAll(() => stage.stop());

const team = () => stage.sandbox.teamId;
const adam = () => stage.people.adam;
const all = (kind: RecordKind, client?: string) =>
  stage.store.recordsByName(team(), { kind, ...(client ? { client } : {}) }, { limit: 100 });

/** Adam's Slack is in this language, and the app knows it. */
async function speaks(locale: string): Promise<Words> {
  adam().setLanguage(locale);
  await vi.waitFor(async () => {
    expect(await stage.store.person(team(), adam().id)).toMatchObject({ locale });
  }, PATIENT);
  return wordsFor(locale);
}

const bare = (text: string) => text.replaceAll('*', '');
const newest = (person: Person) => person.directMessages().at(-1);
const told = (person: Person) => newest(person)?.text ?? '';
/** What the newest message to somebody shows besides its first sentence. */
const shown = (person: Person) => newest(person)?.shown ?? '';

/** Brings a file in and waits until it has been read. Its import. */
async function read(brought: Brought, in_: Words = words): Promise<string> {
  const { id } = await bring(adam(), brought);
  const { kind, name: file = `${kind}.csv` } = brought;
  const said = bare(in_.imports.planned({ kind: in_.imports.kind[kind], file }));
  await vi.waitFor(async () => {
    expect((await stage.store.import(team(), id))?.state).toBe('planned');
    expect(told(adam())).toContain(said);
  }, PATIENT);
  return id;
}

/** Presses a button that sends a file, and waits for it: what it says. */
async function sentFile(press: () => Promise<void>): Promise<string> {
  const files = () =>
    adam()
      .directMessages()
      .flatMap((message) => message.files);
  const before = files().length;
  await press();
  await vi.waitFor(() => expect(files().length).toBe(before + 1), PATIENT);
  const { id } = files().at(-1) as { id: string };
  return stage.sandbox.workspace.files.get(id)?.bytes?.toString() ?? '';
}

/** What stands above the file that came last. */
const comment = () => adam().directMessages().at(-2)?.text ?? '';

/** Asks for a file in the modal that takes one. */
async function fromModal(button: string): Promise<string> {
  const person = adam();
  await person.openHome();
  await person.press('records_clients', { home: true });
  await person.modal('records_list');
  await person.press('imports_open');
  await person.modal('imports_file');
  const text = await sentFile(() => person.press(button));
  await person.closeModal(true);
  return text;
}

/** Texts that files, spreadsheets and other scripts make trouble with. */
const AWKWARD = [
  '=SUM(A1:A9)',
  '+49 30 1234',
  '-5 % on Mondays',
  '@home',
  "'=kept apart",
  '"Quoted", and; separated',
  'شركة المياه',
  '水道屋 東京',
  'Zażółć 🏨',
  '12,5',
];

async function somethingOnFile(): Promise<void> {
  const at = stage;
  // From before the company changed its currency.
  await onFileItem(at, 'USD-1', { description: 'Old price', unitPrice: '1234.567', currency: 'USD' });
  for (const [n, name] of AWKWARD.entries()) {
    const client = await onFileClient(at, n % 2 ? `0${n}` : '', {
      ...{ name, taxId: `=${n}`, contact: name, paymentNotes: `- 30 days\n- ${name}` },
      ...{ address: `Street ${n}\n${name}`, language: (['', 'de', 'pt'] as const)[n % 3] ?? '' },
    });
    await onFileSite(at, client, n % 3 ? '' : `S${n}`, {
      name: 'Boiler room',
      accessNotes: `Key: ${name}\nRing twice`,
    });
    await onFileSite(at, client, '', { name, contact: '+34 600' });
    if (n === 3) await setActive(at, 'client', client, false);
    await onFileItem(at, n % 2 ? `=${n}` : '', {
      ...{
        description: name,
        kind: n % 2 ? 'labour' : 'material',
        unit: (['pcs', 'h', 'm²'] as const)[n % 3] ?? 'pcs',
      },
      unitPrice: [null, '0', '1.5', '1234.567', '0.005', '65'][n % 6] ?? null,
    });
  }
}

test.each(['en-GB', 'de-DE', 'es-ES'])(
  'what is on file comes as files that change nothing when they are imported again, in %s',
  async (locale) => {
    if ((await all('client')).length === 0) await somethingOnFile();
    const theirs = await speaks(locale);
    for (const kind of KINDS) {
      const text = await fromModal(`imports_export:${kind}`);
      expect(comment()).toContain(theirs.imports.kind[kind]);
      const id = await read({ kind, text }, theirs);
      const lines = { client: 10, site: 20, item: 11 }[kind];
      const wrong = await stage.store.importLines(team(), id, { from: 0, limit: 99, outcomes: ['wrong', 'change'] });
      expect(wrong.map(({ problems, record }) => [problems, record])).toEqual([]);
      expect((await stage.store.import(team(), id))?.counts).toMatchObject({
        add: 0,
        change: 0,
        same: lines,
        wrong: 0,
      });
      expect(shown(adam())).toContain(theirs.imports.nothing);
      expect(shown(adam())).not.toContain(theirs.imports.windows);
    }
  },
);

test.each(['en-GB', 'de-DE', 'es-ES', 'fr-FR', 'pt-BR'])(
  'the template has the names of the columns, by which a file is read, in %s',
  async (locale) => {
    const theirs = await speaks(locale);
    for (const kind of KINDS) {
      const header = (await fromModal(`imports_template:${kind}`)).trimEnd();
      expect(comment()).toContain(theirs.imports.open);
      const separator = header.includes(';') ? ';' : ',';
      const cells = header.split(separator).map((_, n) => `${n}x`);
      const id = await read({ kind, text: `${header}\r\n${cells.join(separator)}\r\n` }, theirs);
      // What was typed is no language, kind, price or yes; its columns are known.
      expect(decodeAbout((await stage.store.import(team(), id))?.about ?? '')).toMatchObject({ unknown: [] });
      expect((await stage.store.import(team(), id))?.counts).toMatchObject({ wrong: 1 });
    }
  },
);

test.each([
  ['de-DE', 'Artikelnummer;Bezeichnung;Einzelpreis\nD1;Rohr;1.234,5\nD2;Dichtung;0,05\n'],
  ['es-ES', 'Código;Descripción;Precio unitario\nD1;Rohr;1.234,5\nD2;Dichtung;0,05\n'],
  ['de-DE', 'Artikelnummer,Bezeichnung,Einzelpreis\nD1,Rohr,"1.234,5"\nD2,Dichtung,"0,05"\n'],
])(
  'whose language is %s writes prices with a decimal comma, and reads in it what came of them',
  async (locale, text) => {
    const theirs = await speaks(locale);
    await read({ kind: 'item', text }, theirs);
    const before = await all('item');
    if (before.some(({ externalId }) => externalId === 'D1'))
      return expect(shown(adam())).toContain(theirs.imports.nothing);
    await applyNewest(adam());
    await vi.waitFor(
      () =>
        expect(told(adam())).toContain(
          bare(theirs.imports.applied({ kind: theirs.imports.kind.item, file: 'item.csv' })),
        ),
      PATIENT,
    );
    expect(shown(adam())).toContain(theirs.imports.done({ n: 2 }));
    const prices = (await all('item')).flatMap((one) => (/^D\d$/.test(one.externalId) ? [one.data] : []));
    expect(prices).toMatchObject([{ unitPrice: '0.05' }, { unitPrice: '1234.5' }]);
  },
);

test('all lines come as a file, with what came of each; once they are removed, that is said', async () => {
  const id = await read({ kind: 'client', text: 'Client number,Name\nR-1,"=Result"\nR-2,\n' });
  const press = () => adam().press('imports_result', { message: newest(adam()) });
  const before = await sentFile(press);
  const { outcome, changesHead, problemHead, lineHead, mistake } = words.imports;
  const name = words.records.label.name;
  const values = 'Name: =Result; Client number: R-1; Status: Active';
  expect(before).toBe(
    `\uFEFF${lineHead},${outcome.head},${name},${changesHead},${problemHead}\r\n2,${outcome.add},'=Result,${values},\r\n3,${outcome.wrong},,,${mistake.field({ column: name, problem: words.fields.error.required })}\r\n`,
  );
  const message = adam()
    .directMessages()
    .find(({ shown }) => shown.includes(words.imports.apply));
  await adam().press('imports_apply', { message });
  await vi.waitFor(async () => expect((await stage.store.import(team(), id))?.state).toBe('applied'), PATIENT);
  await stage.idle();
  expect(await sentFile(() => adam().press('imports_result', { message }))).toContain(
    `2,${outcome.added},'=Result,${values},`,
  );
  const ages = { effects: 0, drafts: 0, ended: 0, once: 0, imports: Date.now() + IMPORTS_LAST };
  await stage.store.sweep('import_lines', ages, 0, 999);
  await adam().press('imports_result', { message });
  await vi.waitFor(() => expect(adam().ephemerals().at(-1)?.text).toContain(words.imports.resultGone), PATIENT);
});

test('a file that is too large is refused where it was chosen, and nothing is begun', async () => {
  const before = adam().directMessages().length;
  const { id, result } = await bring(adam(), { kind: 'client', text: Buffer.alloc(10_000_001, 'a') });
  expect(result).toMatchObject({ errors: { 'import-file': expect.stringContaining('10') } });
  expect(await stage.store.import(team(), id)).toBeUndefined();
  expect(adam().directMessages()).toHaveLength(before);
});

test('a file of somebody else is refused, whoever names it', async () => {
  const { ana } = stage.people;
  await ana.say('general', 'mine', [{ name: 'secret.csv', bytes: Buffer.from('Name\nSecret client\n') }]);
  const file = [...stage.sandbox.workspace.files.values()].find(({ name }) => name === 'secret.csv')?.id ?? '';
  const id = crypto.randomUUID();
  await interact(stage, forgedImport(stage, adam().id, id, file));
  await vi.waitFor(() => expect(told(adam())).toContain(words.imports.problem.notTheirs), PATIENT);
  expect(await stage.store.import(team(), id)).toMatchObject({ state: 'refused' });
  expect(await stage.store.importLines(team(), id, { from: 0, limit: 9 })).toEqual([]);
});

test('pressed twice at once, or by two admins at once, it is applied once', async () => {
  const { olga } = stage.people;
  for (const [n, press] of [
    () => adam().doublePress('imports_apply', { message: newest(adam()) }),
    (id: string) =>
      Promise.all([adam(), olga].map((one) => interact(stage, forgedPress(stage, one.id, 'imports_apply', id)))),
  ].entries()) {
    const id = await read({ kind: 'client', text: `Client number,Name\nT-${n},Twice ${n}\n` });
    const messages = adam().directMessages().length;
    await press(id);
    await vi.waitFor(async () => expect((await stage.store.import(team(), id))?.state).toBe('applied'), PATIENT);
    await stage.idle();
    expect(await stage.store.recordByExternalId(team(), { kind: 'client' }, `T-${n}`)).toMatchObject({ revision: 1 });
    expect(adam().directMessages()).toHaveLength(messages);
    expect(shown(adam())).toContain(words.imports.done({ n: 1 }));
    // Who presses once more sees by that message that it is done.
    await interact(stage, forgedPress(stage, adam().id, 'imports_apply', id));
    await stage.idle();
    expect(adam().directMessages()).toHaveLength(messages);
  }
});

test.each(['files.info', 'download', 'chat.update'])(
  'when Slack is in trouble at %s, it goes on by itself',
  async (method) => {
    const { faults } = stage.sandbox;
    faults.on(method, { kind: 'status', status: 503 }, { times: 2 });
    const number = `F-${method}`;
    const id = await read({ kind: 'client', text: `Client number,Name\n${number},Client of ${method}\n` });
    faults.on('chat.update', { kind: 'status', status: 503 }, { times: 1 });
    await applyNewest(adam());
    await vi.waitFor(() => expect(shown(adam())).toContain(words.imports.done({ n: 1 })), PATIENT);
    expect(await stage.store.import(team(), id)).toMatchObject({ state: 'applied' });
    expect(await stage.store.recordByExternalId(team(), { kind: 'client' }, number)).toMatchObject({ revision: 1 });
    faults.clear();
  },
  40_000,
);
