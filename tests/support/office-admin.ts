import { expect, vi } from 'vitest';
import { headingOf } from '../../src/office/imports/columns.ts';
import type { RecordKind } from '../../src/office/master-data.ts';
import { applyNewest, bring } from './imports.ts';
import { type Label, type OfficeCast, PATIENT, plain, shows, type Values } from './office-cast.ts';

/** What an admin does in a company's first weeks: files are brought in, an order type is defined, and changed afterwards. */
export function officeAdmin({ stage, company, words, own }: OfficeCast) {
  const { adam } = stage.people;
  const { ask, items, type: starts } = company;
  const team = stage.sandbox.teamId;
  const { name: command } = words.command;
  const onFile = async () => {
    const [type] = await stage.store.recordsByName(team, { kind: 'type' }, { limit: 9 });
    return type ?? expect.unreachable('there is no type');
  };

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
      const fields: [Label, Values][] = [
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

    /** Another name, a field less, and other choices. */
    async changesType(type: string): Promise<void> {
      await adam.command(`/so ${command.settings}`);
      await adam.modal('settings_list');
      await adam.press('types_open');
      await vi.waitFor(() => expect(adam.topModal()?.title).toBe(words.types.title), PATIENT);
      await adam.press(`types_page:${type}`);
      await adam.modal('types_page');
      await adam.press(`remove:${own.last.slice(4)}`);
      await adam.modal('types_field_remove');
      await adam.submit();
      await shows(adam, words.types.removed({ name: ask.last }));
      await adam.press(`edit:${own.voltage.slice(4)}`);
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
    },
  };
}
