import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Item } from '../../src/order/content.ts';
import type { OrderType } from '../../src/order/own-fields.ts';
import { items, nextCommit, saved, version } from '../db/samples.ts';
import { onFileItem } from '../support/on-file.ts';
import {
  asks,
  exportedTo,
  filesOf,
  linesIn,
  NOON,
  ordered,
  period,
  speaks,
  table,
  today,
  YEAR,
} from '../support/order-export.ts';
import { orderType, ownField } from '../support/order-types.ts';
import { sketches } from '../support/sketches.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { transports } from '../support/transports.ts';
import { words } from '../support/words.ts';

const PATIENT = { timeout: 15_000, interval: 20 };
const HOUR = 3600;

describe.each(transports)('orders as files, over %s', (mode) => {
  let stage: Stage;
  let repair: string;
  let pump: string;
  beforeAll(async () => {
    stage = await startStage(mode, {}, sketches);
    const { adam, ben } = stage.people;
    await speaks(stage, adam, 'en-GB');
    await stage.set({
      roles: { office: [ben.id] },
      document: { timeZone: 'Europe/Madrid' },
      money: { taxRate: 21_000 },
    });
    const closing = { photos: false, checklist: false, acceptance: false };
    const typed = async (name: string, fields: OrderType['fields']): Promise<OrderType> => {
      const basics = { name, title: '', description: '', priority: '' as const, items: [], currency: 'EUR' };
      const id = await orderType(stage, { ...basics, fields: fields.map((f) => ({ ...f, choices: [] })), closing });
      return { id, name, fields, closing };
    };
    const meter = ownField(`meter-${mode}`, { label: 'Meter' });
    const [one, other] = [
      await typed('Inspection', [meter]),
      await typed('Repair', [ownField('m', { label: 'Meter' })]),
    ];
    repair = other.id;
    pump = await onFileItem(stage, 'P-100', { description: 'Pump' });
    const answered = (type: OrderType, value: string) => {
      const [{ id: field = '', label = '' } = {}] = type.fields;
      return { type, own: [{ field, kind: 'text' as const, label, unit: '', value }] };
    };
    const hidden = { pricesFor: 'office' as const, items: [{ ...(items(1)[0] as Item), onFile: pump }] };
    await ordered(stage, '=HYPERLINK("x")', NOON, answered(one, 'M-1'));
    const approved = await ordered(stage, 'Hidden prices', NOON + HOUR, { ...answered(other, 'R-1'), ...hidden });
    const { store } = stage;
    const made = { ...version(1), content: approved.content };
    saved(await store.commit(nextCommit(approved, 'v1', { state: 'approved', version: made })));
    await ordered(stage, 'Rejected', NOON + 2 * HOUR, {}, { state: 'rejected', outcome: 'rejected' });
    await ordered(stage, 'Last year', NOON - 24 * HOUR);
    // In Madrid it was this year.
    await ordered(stage, 'At midnight', NOON - 12.5 * HOUR, { items: [] });
  });
  afterEach(async () => {
    await stage.idle();
    for (const person of Object.values(stage.people)) await person.closeModal(true).catch(() => undefined);
    expect(stage.sandbox.complaints).toEqual([]);
  });
  afterAll(() => stage.stop());

  test('an admin asks in Home, and gets this year’s orders, a line each, with own fields of two types and all prices', async () => {
    const { adam } = stage.people;
    const [file] = await exportedTo(stage, adam, async () => {
      await adam.openHome();
      await adam.press('exports_open', { home: true });
      await adam.modal('exports_orders');
      const result = await adam.submit();
      expect('view' in result && result.view.shown).toContain(words.orderExport.started);
    });
    const [from, to] = [`${YEAR}-01-01`, today()];
    expect(file?.name).toBe(`${words.orderExport.fileName({ from, to })}.csv`);
    const zone = 'Europe/Madrid';
    expect(file?.comment).toBe(words.orderExport.sent({ ...period(from, to), orders: 4, items: 5, zone }));
    const lines = linesIn(file?.text ?? '');
    expect(lines.map(({ Title }) => Title)).toEqual(['\'=HYPERLINK("x")', 'Hidden prices', 'Rejected', 'At midnight']);
    expect(lines.slice(0, 2)).toMatchObject([
      { Order: 'SO-000001', Submitted: `${YEAR}-01-01 13:00`, 'Meter (Inspection)': 'M-1', 'Meter (Repair)': '' },
      { Status: 'Scheduled', Net: '29.99', Tax: '6.3', 'Approved net': '29.99', Version: '1', 'Meter (Repair)': 'R-1' },
    ]);
    expect(lines.at(-1)).toMatchObject({ Submitted: `${YEAR}-01-01 00:30`, Net: '', 'Meter (Repair)': '' });
  });

  test('the office asks by command in Spanish, and gets a line for each item, as Spanish spreadsheets read it', async () => {
    const { ben } = stage.people;
    const spanish = await speaks(stage, ben, 'es-ES');
    const { export: typed } = spanish.command.name;
    const answers = { 'export-lines': 'item', 'export-type': repair };
    const [file] = await exportedTo(stage, ben, () => asks(ben, answers, typed));
    const of = { ...period(`${YEAR}-01-01`, today(), spanish), orders: 1, items: 1, zone: 'Europe/Madrid' };
    expect(file?.comment).toBe(spanish.orderExport.sent(of));
    const [line] = linesIn(file?.text ?? '', ';');
    expect(line).toMatchObject({
      ...{ [spanish.fields.title.label]: 'Hidden prices', [spanish.fields.unitPrice.label]: '19,99', Meter: 'R-1' },
      ...{ [spanish.orderExport.column.itemNet]: '29,99', [spanish.fields.quantity.label]: '1,5' },
    });
    expect(Object.values(line ?? {})).toContain('P-100');
  });

  test('a period and a state leave the others out; where nothing is left, a sentence says so', async () => {
    const { adam } = stage.people;
    const ended = await exportedTo(stage, adam, () => asks(adam, { 'export-which': 'ended' }));
    expect(linesIn(ended[0]?.text ?? '').map(({ Title }) => Title)).toEqual(['Rejected']);
    const [from, to] = [`${YEAR - 1}-12-31`, `${YEAR - 1}-12-31`];
    const day = { 'export-from': from, 'export-to': to };
    const before = await exportedTo(stage, adam, () => asks(adam, day));
    expect(linesIn(before[0]?.text ?? '').map(({ Title }) => Title)).toEqual(['Last year']);
    const none = await exportedTo(stage, adam, () => asks(adam, { ...day, 'export-which': 'ended' }));
    expect(table(none[0]?.text ?? '')).toHaveLength(1);
    expect(none[0]?.comment).toBe(words.orderExport.none(period(from, to)));
  });

  test('a period that ends before it begins is refused under its field', async () => {
    const { adam } = stage.people;
    const result = await asks(adam, { 'export-from': `${YEAR}-02-01`, 'export-to': `${YEAR}-01-31` });
    expect(result).toEqual({ errors: { 'export-to': words.orderExport.period } });
  });

  test('who does not see every order is refused, and Home offers them nothing', async () => {
    const { sam, gus, ana } = stage.people;
    for (const person of [sam, gus, ana]) {
      await person.command('/so export');
      const { shown } = await person.modal('notice');
      expect(shown).toContain(words.orderExport.notYours);
      await person.closeModal(true);
      await person.openHome();
      expect(JSON.stringify(person.home()?.blocks)).not.toContain('exports_open');
    }
  });

  test('who loses the sight of every order before it is sent gets none', async () => {
    const { ben } = stage.people;
    const { store, sandbox } = stage;
    const { roles, ...rest } = await store.settings(sandbox.teamId);
    const before = filesOf(stage, ben).length;
    const asked = {
      from: `${YEAR}-01-01`,
      to: `${YEAR}-01-02`,
      zone: 'UTC',
      which: 'all',
      orderType: '',
      lines: 'order',
    } as const;
    await stage.set({ ...rest, roles: { ...roles, office: [] } });
    await store.owe(sandbox.teamId, null, [{ ...asked, type: 'export_orders', person: ben.id }], Date.now());
    await vi.waitFor(
      async () => expect(await store.backlog(sandbox.teamId, Date.now())).toMatchObject({ pending: 0, running: 0 }),
      PATIENT,
    );
    await stage.idle();
    expect(filesOf(stage, ben)).toHaveLength(before);
    await stage.set({ ...rest, roles });
  });

  test.each(['conversations.open', 'files.getUploadURLExternal', 'files.completeUploadExternal', 'files.info'])(
    'the answer to %s is lost: the file comes once',
    async (method) => {
      const { adam } = stage.people;
      stage.sandbox.faults.on(method, { kind: 'lost' }, { times: 1 });
      await exportedTo(stage, adam, () => asks(adam));
      const files = filesOf(stage, adam).length;
      await stage.idle();
      expect(filesOf(stage, adam)).toHaveLength(files);
      stage.sandbox.faults.clear();
    },
  );
});
