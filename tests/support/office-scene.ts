import { expect, vi } from 'vitest';
import type { KeptRecord } from '../../db/ports.ts';
import type { Person } from '../../sandbox/server/acts.ts';
import type { Order } from '../../src/order/order.ts';
import { next, sent, typicalOrder } from './acting.ts';
import { bring } from './imports.ts';
import { answerIn, kindOf } from './on-file.ts';
import type { Stage } from './stage.ts';
import { words } from './words.ts';

const PATIENT = { timeout: 15_000, interval: 10 };

/** A stage on which people meet in what is on file: up to the last press of each. */
export interface Scene {
  readonly stage: Stage;
  /** Brings in a file of clients and waits until it has been read. */
  reads(person: Person, text: string): Promise<void>;
  /** What the newest message about a file says, or is to say. */
  told(person: Person, text: string): Promise<void>;
  /** Opens the editor of a client and fills it in. */
  edits(person: Person, client: string, values: Parameters<Person['fill']>[0]): Promise<void>;
  /** Opens the form of a new order, empty. */
  opens(person: Person): Promise<void>;
  /** The same, with a client chosen. */
  begins(person: Person, chosen: { readonly client: string }): Promise<void>;
  /** Fills in an order as far as its review; of a type, or for a client on file. */
  fillsIn(
    person: Person,
    about: { readonly type?: string; readonly client?: string; readonly site?: string },
  ): Promise<void>;
  /** Sends an order of this type; its channel. */
  submits(person: Person, type: string): Promise<string>;
  client(id: string): Promise<KeptRecord<'client'>>;
  names(): Promise<string[]>;
  newest(): Promise<Order>;
  orders(): Promise<number>;
  /** What the file of this name says that somebody was sent last. */
  file(person: Person, name: string): Promise<string>;
}

/** Sets it. */
export function officeScene(stage: Stage): Scene {
  const { store, sandbox } = stage;
  const team = sandbox.teamId;
  const told = (person: Person, text: string) =>
    vi.waitFor(() => {
      const { text: said = '', shown = '' } = person.directMessages().at(-1) ?? {};
      expect(`${said}\n${shown}`.replaceAll('*', '')).toContain(text.replaceAll('*', ''));
    }, PATIENT);
  const scene: Scene = {
    stage,
    told,
    async reads(person, text) {
      await bring(person, { kind: 'client', text });
      await told(person, words.imports.planned({ kind: words.imports.kind.client, file: 'client.csv' }));
      await person.closeModal(true).catch(() => undefined);
    },
    async edits(person, client, values) {
      await person.openHome();
      await person.press('records_clients', { home: true });
      await person.modal('records_list');
      // The list has pages.
      await person.fill({ 'search-client': (await scene.client(client)).data.name });
      await person.submit();
      await person.press(`records_edit:${client}`);
      await person.modal('records_editor');
      await person.fill(values);
    },
    async opens(person) {
      await person.command('/so new');
      const form = await person.modal('submit');
      if (!form.actions.includes('form_discard')) return;
      await person.press('form_discard');
      await vi.waitFor(() => expect(person.topModal()?.actions).not.toContain('form_discard'), PATIENT);
    },
    async begins(person, { client }) {
      await scene.opens(person);
      await person.fill({ ...typicalOrder.job, location: '', client: { search: '', pick: client } });
      await vi.waitFor(() => expect(kindOf(person, 'location')).toBe('external_select'), PATIENT);
    },
    async fillsIn(person, { type, client, site }) {
      if (client) await scene.begins(person, { client });
      else {
        await scene.opens(person);
        if (type) {
          await person.fill({ orderType: { value: type } });
          await vi.waitFor(() => expect(answerIn(person, 'description')?.value).toBeTruthy(), PATIENT);
        }
        const { client: typed, ...job } = typicalOrder.job;
        await person.fill({ ...job, client: { search: typed, pick: words.fields.search.use({ typed }) } });
      }
      if (site) await person.fill({ location: { search: '', pick: site } });
      await next(person);
      while (kindOf(person, 'supervisor') === undefined) await next(person);
      await person.fill({ ...typicalOrder.when(), supervisor: stage.people.sam });
      await next(person);
      await next(person);
    },
    async submits(person, type) {
      await scene.fillsIn(person, { type });
      await sent(person);
      await stage.idle();
      return sandbox.workspace.channels().at(-1)?.name ?? expect.unreachable();
    },
    client: async (id) => (await store.record(team, 'client', id)) ?? expect.unreachable(),
    names: async () =>
      (await store.recordsByName(team, { kind: 'client' }, { limit: 100 })).map(({ data }) => data.name),
    async newest() {
      const [summary] = await store.list(team, { limit: 1 });
      return (summary && (await store.order(team, summary.id))) ?? expect.unreachable('there is no order');
    },
    orders: async () => (await store.list(team, { limit: 100 })).length,
    async file(person, name) {
      const files = () => person.directMessages().flatMap((message) => message.files);
      await vi.waitFor(() => expect(files().at(-1)?.name).toBe(name), PATIENT);
      return sandbox.workspace.files.get(files().at(-1)?.id ?? '')?.bytes?.toString() ?? '';
    },
  };
  return scene;
}
