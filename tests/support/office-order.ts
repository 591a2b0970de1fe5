import { expect, vi } from 'vitest';
import type { Order } from '../../src/order/order.ts';
import { orderNumber } from '../../src/order/text/order-number.ts';
import { wordsOf } from '../pdf/tools.ts';
import { approve, asked, next, open, sent, typicalOrder } from './acting.ts';
import { type Label, type OfficeCast, PATIENT, plain, type Values } from './office-cast.ts';
import { addFromCatalogue, answerIn, kindOf } from './on-file.ts';

const HOUR = 3_600_000;

/** The life of a company's first order of its type; what people read of the answers is asserted in the company's words. */
export function officeOrder({ stage, company, words, own }: OfficeCast) {
  const { ana, sam, farid } = stage.people;
  const { ask, answer, items, type: starts } = company;
  const team = stage.sandbox.teamId;
  const { name: command } = words.command;
  const { check, yesNo } = words.order;
  const last = new Intl.DateTimeFormat(words.locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date('2025-11-28'),
  );

  const newest = async (): Promise<Order> => {
    const [summary] = await stage.store.list(team, { limit: 1 });
    return (summary && (await stage.store.order(team, summary.id))) ?? expect.unreachable('there is no order');
  };
  /** The values of own fields by their labels, as inputs are called. */
  const typed = (values: Partial<Record<Label, string>>): Values =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [own[name as 'meter'], value]));
  const line = (name: Label, value: string) => plain(words.entry.answer({ label: ask[name], value }));

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
      const { lacking } = words.fields.error;
      await open(farid, 'close', channel);
      await farid.submit();
      expect(farid.errors()).toEqual({ outcome: lacking.checklist({ count: 1, lines: ask.seals }) });
      await farid.closeModal(true);

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
      // Slack itself asks for the line that is missing.
      await expect(farid.submit()).rejects.toThrow(ask.wiring);
      await farid.fill(typed({ wiring: check.not_applicable }));
      await next(farid);
      await farid.fill({ acceptance: 'unavailable' });
      await farid.submit();
      expect(farid.errors()).toEqual({
        acceptance: lacking.acceptance({ accepted: words.fields.acceptance.option.accepted }),
      });
      await farid.fill({ acceptance: 'accepted', acceptedBy: 'M. Jensen' });
      await next(farid);
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

    /** The order is as it was, whatever is done to its type; new orders are of the type as it is then. */
    async isUntouchedBy(change: () => Promise<void>, type: string): Promise<void> {
      const before = await newest();
      const look = () => asked(ana, `/so ${command.show} ${orderNumber(before.number)}`);
      const shown = await look();
      await change();
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
