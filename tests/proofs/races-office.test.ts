import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import { sent } from '../support/acting.ts';
import { applyNewest } from '../support/imports.ts';
import { officeScene, type Scene } from '../support/office-scene.ts';
import { onFileClient, onFileSite, setActive } from '../support/on-file.ts';
import { inspection, orderType, ownField } from '../support/order-types.ts';
import { seeded } from '../support/random.ts';
import { startStage } from '../support/stage.ts';
import { words } from '../support/words.ts';

const ROUNDS = Number(process.env.ROUNDS ?? 20);
const SEED = Number(process.env.SEED ?? 15);
const PATIENT = { timeout: 15_000, interval: 10 };

describe.each(['socket', 'http'] as const)(`two presses at once, over %s, ${ROUNDS} rounds (seed ${SEED})`, (mode) => {
  let scene: Scene;
  const random = seeded(SEED);
  const tally = new Map<string, number>();
  beforeAll(async () => {
    scene = officeScene(await startStage(mode));
  });
  afterEach(async () => {
    await scene.stage.idle();
    for (const person of Object.values(scene.stage.people)) await person.closeModal(true).catch(() => undefined);
    expect(scene.stage.sandbox.complaints).toEqual([]);
  });
  afterAll(async () => {
    const counted = [...tally].map(([what, times]) => `${what}: ${times}`).join('\n');
    process.stdout.write(`over ${mode}\n${counted}\n`);
    await scene.stage.stop();
  });

  const count = (what: string) => tally.set(what, (tally.get(what) ?? 0) + 1);
  const shown = (person: Person) => person.topModal()?.shown.replaceAll('*', '') ?? '';
  /** Both at once or a moment apart, in whichever order; what the second came to. */
  async function atOnce<T>(a: () => Promise<unknown>, b: () => Promise<T>): Promise<T> {
    const first = random() < 0.5;
    const turns = Math.floor(random() * 30);
    const before = first ? a() : b();
    for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
    const after = first ? b() : a();
    const [one, other] = await Promise.all([before, after]);
    return (first ? other : one) as T;
  }
  /** Sends what is on review: the order, or what stands in its way. */
  const review = async (person: Person) => ('closed' in (await person.submit()) ? scene.newest() : undefined);

  test('a file is applied while the editor of one of its records is saved: neither undoes the other', async () => {
    const { adam, olga } = scene.stage.people;
    for (let n = 0; n < ROUNDS; n++) {
      const [id, other] = [
        await onFileClient(scene.stage, `A-${n}`, { name: `Hotel ${n}` }),
        await onFileClient(scene.stage, `B-${n}`, { name: `Torre ${n}` }),
      ];
      await scene.reads(adam, `Client number,Name\nA-${n},Hotel Sol ${n}\nB-${n},Torre Sur ${n}\n`);
      await scene.edits(olga, id, { contact: 'Eva' });
      const saved = await atOnce(
        () => applyNewest(adam),
        () => olga.submit(),
      );
      await scene.told(adam, words.imports.applied({ kind: words.imports.kind.client, file: 'client.csv' }));
      expect(await scene.client(other)).toMatchObject({ revision: 2, data: { name: `Torre Sur ${n}` } });
      const said = adam.directMessages().at(-1)?.shown ?? '';
      if ('closed' in saved) {
        count('edited before it was imported');
        expect(await scene.client(id)).toMatchObject({ revision: 2, data: { name: `Hotel ${n}`, contact: 'Eva' } });
        expect(said).toContain(words.imports.moved({ n: 1 }));
        expect(said).toContain(words.imports.done({ n: 1 }));
      } else {
        count('imported before it was edited');
        expect(said).toContain(words.imports.done({ n: 2 }));
        expect(shown(olga)).toContain(words.records.meanwhile.client({ name: `@${adam.name}` }).replaceAll('*', ''));
        expect(await scene.client(id)).toMatchObject({ revision: 2, data: { name: `Hotel Sol ${n}`, contact: '' } });
        expect(await olga.submit()).toHaveProperty('closed');
        expect(await scene.client(id)).toMatchObject({ data: { name: `Hotel Sol ${n}`, contact: 'Eva' } });
      }
      await olga.closeModal(true).catch(() => undefined);
    }
  });

  test('a client is deactivated while an order for them is sent: the order is whole, or it is refused', async () => {
    const { olga, ana } = scene.stage.people;
    for (let n = 0; n < ROUNDS; n++) {
      const name = `Client ${n}`;
      const id = await onFileClient(scene.stage, `C-${n}`, { name, taxId: `T-${n}` });
      await onFileSite(scene.stage, id, '', { name: 'Hall' });
      const before = await scene.orders();
      await scene.fillsIn(ana, { client: `${name} · C-${n}`, site: 'Hall' });
      await scene.edits(olga, id, { active: 'no' });
      const order = await atOnce(
        () => olga.submit(),
        () => review(ana),
      );
      expect(await scene.client(id)).toMatchObject({ active: false, revision: 2 });
      if (order) {
        count('sent before the client was deactivated');
        expect(await scene.orders()).toBe(before + 1);
        expect(order.content).toMatchObject({ client: name, clientOnFile: { id, taxId: `T-${n}` } });
      } else {
        count('refused since the client was deactivated');
        expect(await scene.orders()).toBe(before);
        expect(shown(ana)).toContain(words.fields.error.inactiveClient({ name }));
      }
      for (const person of [ana, olga]) await person.closeModal(true).catch(() => undefined);
    }
  });

  test.each([
    ['changed', 'typeChanged'],
    ['deactivated', 'typeInactive'],
  ] as const)('a type is %s while an order of it is sent: it is of the type that was shown', async (what, question) => {
    const { ana } = scene.stage.people;
    const client = await onFileClient(scene.stage, '', { name: `For a type that is ${what}` });
    await setActive(scene.stage, 'client', client, false);
    const fields = [ownField('meter', { asked: 'submit' })];
    for (let n = 0; n < ROUNDS; n++) {
      const data = { ...inspection, name: `Type ${what} ${n}`, fields };
      const id = await orderType(scene.stage, data);
      const before = await scene.orders();
      await scene.fillsIn(ana, { type: id });
      const changed = what === 'changed' ? { ...data, fields: [ownField('new', { asked: 'submit' })] } : data;
      const order = await atOnce(
        () => orderType(scene.stage, changed, { id, active: what === 'changed' }),
        () => review(ana),
      );
      if (order) count(`sent before the type was ${what}`);
      else {
        count(`asked since the type was ${what}`);
        expect(await scene.orders()).toBe(before);
        const { label, none } = words.fields.orderType;
        const about = { name: data.name, label, none };
        await vi.waitFor(
          () => expect(shown(ana)).toContain(words.review.question[question](about).replaceAll('*', '')),
          PATIENT,
        );
        await sent(ana);
      }
      expect(await scene.orders()).toBe(before + 1);
      const { content } = await scene.newest();
      expect(content.type).toMatchObject({ id, name: data.name, fields });
      await orderType(scene.stage, data, { id, active: false });
    }
  });
});
