import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/ports.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server/server.ts';
import { Settings } from '../../src/settings.ts';
import { next, submitOrder, typicalOrder } from './acting.ts';
import { type AppProcess, startAppProcess } from './app-process.ts';
import { live } from './life.ts';
import { nothingOwed } from './nothing-owed.ts';
import { difference, pictureOf } from './picture.ts';
import { seeded } from './random.ts';
import { did, words } from './words.ts';

const SEED = Number(process.env.SEED ?? 4711);
/** How many whole lives come twice. */
const LIVES = Number(process.env.LIVES ?? 2);

/** A database for two instances. */
export interface Shared {
  readonly url: string;
  remove(): Promise<void>;
}

/** Everything that Slack sends comes to both of two instances, at the same time: nothing is doubled, nothing lost. */
export function deliveredTwice(where: string, database: () => Promise<Shared>): void {
  describe(`every payload comes to both of two instances, on ${where} (seed ${SEED})`, () => {
    let sandbox: Sandbox;
    let shared: Shared;
    let store: Store;
    let apps: AppProcess[];
    beforeEach(async () => {
      sandbox = await startSandbox({ manifest: 'manifests/http.yml', eventRetryMs: [0, 200, 200] });
      shared = await database();
      store = await openStore(shared.url, undefined, () => {});
      await store.saveSettings(sandbox.teamId, Settings.parse({ channel: { archiveAfterDays: 0 } }));
      apps = [];
      for (let n = 0; n < 2; n++) {
        const app = startAppProcess({ ...sandbox.env, DATABASE_URL: shared.url });
        apps.push(app);
        await app.ready();
      }
      const portOf = (app: AppProcess) => app.log().find(({ event }) => event === 'service.ready')?.port;
      sandbox.setRequestUrl(...apps.map((app) => `http://127.0.0.1:${portOf(app)}/slack/events`));
      await sandbox.connected(2);
      await vi.waitFor(async () => {
        const { ana, sam, farid, fiona } = sandbox.people;
        for (const { id } of [ana, sam, farid, fiona]) expect(await store.person(sandbox.teamId, id)).toBeDefined();
      }, 30_000);
    });
    afterEach(async () => {
      await Promise.all(apps.map((app) => app.kill()));
      await store.close();
      await sandbox.stop();
      await shared.remove();
    });

    /** From now on the two deliveries of a payload go to the two instances; which is first is left to chance. */
    function everythingTwice(): void {
      const random = seeded(SEED);
      let first: number | undefined;
      sandbox.faults.route((among) => {
        const chosen = first === undefined ? Math.floor(random() * among) : (first + 1) % among;
        first = first === undefined ? chosen : undefined;
        return chosen;
      });
      sandbox.faults.twice();
    }
    const settled = () => nothingOwed({ sandbox, store });
    const place = () => ({
      sandbox,
      store,
      alive: async () => {},
      death: () => new Promise<void>(() => {}),
      settled,
    });
    const scene = () => ({ sandbox, idle: settled });
    /** What Slack objects to besides triggers that the other instance has used already. */
    const complaints = () => sandbox.complaints.filter(({ kind }) => kind !== 'bad_trigger');
    const bothAnswered = () => {
      const by = new Map<string | undefined, number>();
      for (const ack of sandbox.inspector.acks()) by.set(ack.by, (by.get(ack.by) ?? 0) + 1);
      return [...by.values()];
    };

    test('whole lives: people see, and the history holds, what they would have otherwise', async () => {
      await live(place());
      const undisturbed = await pictureOf({ sandbox, store }, 1);
      everythingTwice();
      for (let number = 2; number <= LIVES + 1; number++) {
        await live(place());
        expect(difference(undisturbed, await pictureOf({ sandbox, store }, number))).toEqual({ lost: [], doubled: [] });
      }
      expect((await store.list(sandbox.teamId, { limit: 20 })).length).toBe(LIVES + 1);
      expect(Math.min(...bothAnswered())).toBeGreaterThan(20);
      expect(bothAnswered()).toHaveLength(2);
      expect(complaints()).toEqual([]);
    }, 600_000);

    test('what people are told beside that, they are told once', async () => {
      const { ana, sam, farid } = sandbox.people;
      const channel = await submitOrder(scene(), ana, sam);
      everythingTwice();
      const documents = await sam.say(channel, 'Is this ours?', [
        { name: 'plan.pdf', bytes: Buffer.from('%PDF-1.4 a plan'), mimetype: 'application/pdf' },
      ]);
      const told = (who: typeof ana) => who.ephemerals().length;
      const before = told(ana);
      await ana.messageShortcut('verify_document', documents);
      await sandbox.workspace.waitFor(() => told(ana) > before);
      await settled();
      expect(told(ana) - before).toBe(1);

      // A draft is kept: said where the form was opened.
      await farid.command('/service-order');
      await farid.modal('submit');
      await farid.fill(typicalOrder.job);
      await next(farid);
      const heard = told(farid);
      await farid.closeModal(true);
      await sandbox.workspace.waitFor(() => told(farid) > heard);
      await settled();
      expect(told(farid) - heard).toBe(1);
      const kept = words.forms.draft.kept({ form: words.forms.title.submit }).replaceAll('*', '');
      expect(farid.ephemerals().at(-1)?.text).toBe(kept);
      expect(complaints()).toEqual([]);
    }, 120_000);

    test('what happens in Slack, people are told once: a channel that is shared, somebody who has gone', async () => {
      const { ana, sam } = sandbox.people;
      const channel = await submitOrder(scene(), ana, sam);
      everythingTwice();
      const had = sam.directMessages().length;
      sandbox.workspace.admin.shareChannel(channel);
      await sandbox.workspace.waitFor(() => sam.directMessages().length > had);
      await settled();
      expect(sam.directMessages().length - had).toBe(1);
      await sandbox.faults.redeliver();
      await settled();
      expect(sam.directMessages().length - had).toBe(1);

      const before = ana.directMessages().length;
      sandbox.workspace.admin.changePerson('sam', { deleted: true });
      await sandbox.workspace.waitFor(() => ana.directMessages().length > before);
      await settled();
      expect(ana.directMessages().length - before).toBe(1);
      const name = sandbox.workspace.channels().at(-1)?.name ?? '';
      expect(sandbox.workspace.channel(name).messages.filter(({ text }) => text.includes(did('submit')))).toHaveLength(
        1,
      );
      expect(complaints()).toEqual([]);
    }, 120_000);
  });
}
