import { expect, test, vi } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import { headingOf } from '../../src/office/imports/columns.ts';
import type { RecordKind } from '../../src/office/master-data.ts';
import type { Order } from '../../src/order/order.ts';
import { orderNumber } from '../../src/order/text/order-number.ts';
import type { Language } from '../../src/words/languages.ts';
import { type Words, wordsFor } from '../../src/words/words.ts';
import { wordsOf } from '../pdf/tools.ts';
import { approve, asked, next, open, sent, typicalOrder } from './acting.ts';
import { type Company, companies } from './companies.ts';
import { applyNewest, bring } from './imports.ts';
import { leakedEnglish, saidIn } from './leaked-english.ts';
import { addFromCatalogue, answerIn, kindOf } from './on-file.ts';
import { type Stage, startStage } from './stage.ts';

const HOUR = 3_600_000;
const PATIENT = { timeout: 15_000, interval: 10 };
type Values = Parameters<Person['fill']>[0];

/** Spaces of all kinds are one, and what makes words bold is left out. */
const plain = (text = ''): string => text.replaceAll('*', '').replace(/\s+/g, ' ');

/**
 * A company's first weeks in one language: what it has on file comes by CSV, an order type is defined, an order of it is lived
 * whole, and the type is changed afterwards.
 */
export const officeLife = (mode: 'socket' | 'http', language: Language): void =>
  test(`a company's clients, catalogue and order types, in ${language} over ${mode}`, async () => {
    const company = companies[language];
    const { locale } = company;
    const cast = ['adam', 'ana', 'sam', 'farid', 'carla'] as const;
    const locales = Object.fromEntries(cast.map((name) => [name, locale] as const));
    const stage = await startStage(mode, { locales });
    try {
      await stage.set({ workspace: { locale }, document: { locale } });
      for (const name of cast)
        await vi.waitFor(async () => {
          expect(await stage.store.person(stage.sandbox.teamId, stage.people[name].id)).toMatchObject({ locale });
        }, PATIENT);
      const life = lives(stage, company, wordsFor(locale));
      await life.bringsFiles();
      const type = await life.definesType();
      const channel = await life.submits(type);
      await life.isDone(channel, type);
      const papers = await life.isRead(channel);
      await life.changesType(type);
      expect(stage.sandbox.complaints).toEqual([]);
      const said = saidIn(stage.sandbox.inspector.entries);
      expect(said.length).toBeGreaterThan(200);
      if (language !== 'en') expect(leakedEnglish([...said, ...papers], language)).toEqual([]);
    } finally {
      await stage.stop();
    }
  }, 60_000);

/** The steps of such a life; what stands in the answers is asserted with the words of its language. */
function lives(stage: Stage, company: Company, words: Words) {
  const { adam, ana, sam, farid } = stage.people;
  const { ask, answer, items, type: starts } = company;
  const team = stage.sandbox.teamId;
  const { name: command } = words.command;
  const { check, yesNo } = words.order;
  const own: Record<keyof Company['ask'], string> = { ...ask };
  const last = new Intl.DateTimeFormat(words.locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date('2025-11-28'),
  );

  const shows = (person: Person, text: string) =>
    vi.waitFor(() => expect(plain(person.topModal()?.shown)).toContain(plain(text)), PATIENT);
  const newest = async (): Promise<Order> => {
    const [summary] = await stage.store.list(team, { limit: 1 });
    return (summary && (await stage.store.order(team, summary.id))) ?? expect.unreachable('there is no order');
  };
  const onFile = async () => {
    const [type] = await stage.store.recordsByName(team, { kind: 'type' }, { limit: 9 });
    return type ?? expect.unreachable('there is no type');
  };
  /** The values of own fields by their labels, as inputs are called. */
  const typed = (values: Partial<Record<keyof Company['ask'], string>>): Values =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [own[name as 'meter'], value]));
  const line = (name: keyof Company['ask'], value: string) => plain(words.entry.answer({ label: ask[name], value }));

  /** A file with the columns' names in this language, brought in, looked at and applied. */
  async function brings(kind: RecordKind, columns: readonly string[], lines: readonly (readonly string[])[]) {
    const { imports } = words;
    const cell = (text: string) => (text.includes(company.separator) ? `"${text}"` : text);
    const header = columns.map((column) => headingOf(kind, column as 'name', words));
    const text = [header, ...lines].map((cells) => cells.map(cell).join(company.separator)).join('\r\n');
    const told = () => plain(adam.directMessages().at(-1)?.text);
    const about = { kind: imports.kind[kind], file: `${imports.kind[kind]}.csv` };
    await bring(adam, { kind, text, name: about.file });
    await vi.waitFor(() => expect(told()).toContain(plain(imports.planned(about))), PATIENT);
    expect(plain(adam.directMessages().at(-1)?.shown)).toContain(plain(imports.add({ n: lines.length })));
    await applyNewest(adam);
    await vi.waitFor(() => expect(told()).toContain(plain(imports.applied(about))), PATIENT);
    expect(plain(adam.directMessages().at(-1)?.shown)).toContain(plain(imports.done({ n: lines.length })));
    await adam.closeModal(true).catch(() => undefined);
  }

  /** Opens the editor of a part of the type, fills it in and saves it. */
  async function adds(part: 'field' | 'item', values: Values, said: string): Promise<void> {
    await adam.press(`types_${part}_add`);
    await adam.modal(`types_${part}`);
    await adam.fill(values);
    expect(await adam.submit()).toHaveProperty('closed');
    await shows(adam, words.records.saved({ name: said }));
  }

  /** An order of the type for the client at their site, as far as the type's own fields. */
  async function begins(type: string): Promise<void> {
    const { client, site } = company;
    await ana.command(`/so ${command.new}`);
    await ana.modal('submit');
    await ana.fill({ orderType: { value: type } });
    await vi.waitFor(() => expect(answerIn(ana, 'title')?.value).toBe(starts.title), PATIENT);
    await ana.fill({ client: { search: client.slice(0, 4).toLowerCase(), pick: `${client} · K-1` } });
    await vi.waitFor(() => expect(kindOf(ana, 'location')).toBe('external_select'), PATIENT);
    await ana.fill({ location: { search: site.name.slice(0, 3), pick: site.name } });
    await next(ana);
  }

  return {
    async bringsFiles(): Promise<void> {
      const { client, site, language } = company;
      await brings('client', ['externalId', 'name', 'language'], [['K-1', client, language]]);
      await brings('site', ['client', 'name', 'accessNotes'], [['K-1', site.name, site.access]]);
      const lines = items.map(({ name, price }, n) => [`A-${n}`, words.order.kind.material, name, price]);
      await brings('item', ['externalId', 'kind', 'description', 'unitPrice'], lines);
      const kept = await stage.store.recordsByName(team, { kind: 'item' }, { limit: 9 });
      const prices = Object.fromEntries(kept.map(({ data }) => [data.description, data.unitPrice]));
      expect(items.map(({ name }) => prices[name])).toEqual(['12345.5', '0.05', '65']);
    },

    /** Its id. */
    async definesType(): Promise<string> {
      await adam.command(`/so ${command.settings}`);
      await adam.modal('settings_list');
      await adam.press('types_open');
      await shows(adam, words.types.none({ button: words.types.add }));
      await adam.press('types_add');
      await adam.modal('types_editor');
      const { name, title, description, item } = starts;
      await adam.fill({ name, title, description, priority: 'high', closing: ['checklist', 'acceptance'] });
      await adam.submit();
      await adam.modal('types_page');
      const fields: [keyof Company['ask'], Values][] = [
        ['meter', { kind: 'text', asked: 'submit', required: ['yes'] }],
        ['voltage', { kind: 'choice', asked: 'submit', choices: '230 V\n400 V' }],
        ['last', { kind: 'date', asked: 'submit' }],
        ['pressure', { kind: 'number', asked: 'confirm', required: ['yes'], unit: 'hPa' }],
        ['remarks', { kind: 'long_text', asked: 'confirm' }],
        ['seals', { kind: 'check', asked: 'confirm' }],
        ['pump', { kind: 'check', asked: 'close' }],
        ['wiring', { kind: 'check', asked: 'close' }],
        ['safe', { kind: 'yes_no', asked: 'close', required: ['yes'] }],
      ];
      for (const [field, values] of fields) await adds('field', { label: ask[field], ...values }, ask[field]);
      const unitPrice = words.locale === 'en-GB' ? '95.50' : '95,50';
      await adds('item', { kind: 'expense', description: item, quantity: '1', unitPrice }, item);
      await adam.closeModal(true);
      const { id, data } = await onFile();
      expect(data).toMatchObject({ title, items: [{ description: item, unitPrice: '95.5' }] });
      for (const field of data.fields) {
        const name = Object.keys(ask).find((one) => ask[one as 'meter'] === field.label);
        own[name as 'meter'] = `own-${field.id}`;
      }
      return id;
    },

    /** The channel of the order. */
    async submits(type: string): Promise<string> {
      await begins(type);
      await ana.fill(typed({ meter: ' ', voltage: '400 V', last: '2025-11-28' }));
      await ana.submit();
      expect(ana.errors()).toEqual({ [own.meter]: words.fields.error.required });
      await ana.fill(typed({ meter: 'B-4711' }));
      await next(ana);
      await ana.fill({ ...typicalOrder.when(), supervisor: sam });
      await next(ana);
      for (const { name, typed: search } of items) await addFromCatalogue(ana, search, name, '2');
      await next(ana);
      const review = plain(ana.topModal()?.shown);
      for (const said of [line('meter', 'B-4711'), line('voltage', '400 V'), line('last', last), starts.item])
        expect(review).toContain(said);
      await sent(ana);
      await stage.idle();
      const { content } = await newest();
      expect(content).toMatchObject({ title: starts.title, priority: 'high', client: company.client });
      expect(content.items.map(({ unitPrice }) => unitPrice)).toEqual(['95.5', '12345.5', '0.05', '65']);
      return stage.sandbox.workspace.channels().at(-1)?.name ?? expect.unreachable();
    },

    async isDone(channel: string, type: string): Promise<void> {
      await approve(stage, sam, channel, [farid]);
      expect(farid.directMessages().at(-1)?.shown).toContain(company.site.access);
      await open(farid, 'confirm', channel);
      await next(farid);
      const [startedAt, endedAt] = [3, 1].map((ago) => new Date(Date.now() - ago * HOUR)) as [Date, Date];
      await farid.fill({ workDone: answer.done, startedAt, endedAt });
      await next(farid);
      await farid.fill(typed({ pressure: '1,2,3', remarks: answer.remarks, seals: check.fail }));
      await farid.submit();
      expect(Object.keys(farid.errors())).toEqual([own.pressure]);
      await farid.fill(typed({ pressure: answer.pressure }));
      await next(farid);
      const review = plain(farid.topModal()?.shown);
      for (const said of [line('pressure', answer.shown), line('remarks', answer.remarks), line('seals', check.fail)])
        expect(review).toContain(plain(said));
      await sent(farid);
      await stage.idle();

      await open(farid, 'close', channel);
      await next(farid);
      await farid.fill(typed({ pump: check.pass, safe: yesNo.yes }));
      await farid.submit();
      const { lacking } = words.fields.error;
      expect(farid.errors()).toEqual({ [own.wiring]: lacking.line });
      await farid.fill(typed({ wiring: check.not_applicable }));
      await next(farid);
      await farid.fill({ acceptance: 'unavailable' });
      await farid.submit();
      expect(farid.errors()).toEqual({ acceptance: lacking.acceptance });
      await farid.fill({ acceptance: 'accepted', acceptedBy: 'M. Jensen' });
      await sent(farid);
      await stage.idle();
      const order = await newest();
      expect(order).toMatchObject({ state: 'completed', content: { type: { id: type } } });
    },

    /** Card, entries, documents and search have the answers. What stands in the documents. */
    async isRead(channel: string): Promise<string[]> {
      const { number } = await newest();
      const posts = ana.messages(channel).map(({ shown }) => plain(shown));
      const card = posts.find((post) => post.includes(plain(words.order.outcome.as_ordered)));
      expect(card).toContain(starts.name);
      const said = [
        ...[line('meter', 'B-4711'), line('voltage', '400 V'), line('last', last)],
        ...[line('pressure', answer.shown), line('remarks', answer.remarks), line('seals', check.fail)],
        ...[line('pump', check.pass), line('wiring', check.not_applicable), line('safe', yesNo.yes)],
      ].map(plain);
      const entries = posts.join('\n');
      const shown = plain(await asked(ana, `/so ${command.show} ${orderNumber(number)}`));
      for (const one of said) {
        expect(entries, 'the entries').toContain(one);
        expect(shown, 'the card').toContain(one);
      }
      for (const searched of ['B-4711', answer.remarks.split(' ')[0] ?? '', starts.name])
        expect(await asked(ana, `/so ${command.find} ${searched}`)).toContain(orderNumber(number));
      const papers = [1, 2, 3].map((version) => {
        const title = `${orderNumber(number)} v${version}.pdf`;
        const file = [...stage.sandbox.workspace.files.values()].find((one) => one.title === title);
        return plain(wordsOf(file?.bytes ?? Buffer.alloc(0)));
      });
      const { field, own: printed } = words.document;
      for (const [version, texts] of [
        [1, [field.type, starts.name, printed.details, ask.meter, 'B-4711', ask.last, last]],
        [2, [ask.pressure, answer.shown, answer.remarks, ask.seals, check.fail]],
        [3, [printed.checklist, printed.result, ask.pump, check.pass, check.not_applicable, ask.safe, yesNo.yes]],
      ] as const)
        for (const text of texts) expect(papers[version - 1], `version ${version}`).toContain(plain(text));
      return papers;
    },

    /** Another name, a field less and another choice: the order is as it was, and new orders are of the type as it is now. */
    async changesType(type: string): Promise<void> {
      const before = await newest();
      const look = () => asked(ana, `/so ${command.show} ${orderNumber(before.number)}`);
      const shown = await look();
      await adam.command(`/so ${command.settings}`);
      await adam.modal('settings_list');
      await adam.press('types_open');
      await vi.waitFor(() => expect(adam.topModal()?.title).toBe(words.types.title), PATIENT);
      await adam.press(`types_page:${type}`);
      await adam.modal('types_page');
      await adam.press(`types_field_remove:${own.last.slice(4)}`);
      await shows(adam, words.types.removed({ name: ask.last }));
      await adam.press(`types_field_edit:${own.voltage.slice(4)}`);
      await adam.modal('types_field');
      await adam.fill({ choices: '12 V\n24 V' });
      await adam.submit();
      await shows(adam, words.records.saved({ name: ask.voltage }));
      await adam.press('types_edit');
      await adam.modal('types_editor');
      await adam.fill({ name: company.renamed });
      await adam.submit();
      await shows(adam, words.records.saved({ name: company.renamed }));
      await adam.closeModal(true);
      expect(await look()).toBe(shown);
      expect(await newest()).toEqual(before);
      await begins(type);
      expect(ana.topModal()?.fields.map(({ blockId }) => blockId)).toEqual([own.meter, own.voltage]);
      await ana.fill(typed({ voltage: '24 V' }));
      await ana.closeModal(true);
      await stage.idle();
    },
  };
}
