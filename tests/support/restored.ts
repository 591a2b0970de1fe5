import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../../db/open.ts';
import { acts, type Life, live, type Mortal } from './life.ts';
import { inWords, type Moment, watch } from './moments.ts';
import { difference, pictureOf } from './picture.ts';
import { report } from './report.ts';
import { type Stage, startStage } from './stage.ts';
import { complaintsOf, type Tally } from './sweep.ts';
import { PUBLIC_URL } from './web.ts';

/** A backup, and what had just happened when it was made: an ack, or a call that Slack had carried out and not answered. */
interface Copy {
  readonly moment: Moment;
  readonly file: string;
}

/** The tests of a life of which every backup is restored. `moments`: so many at least. */
export function everyBackupIsRestored({
  life = acts,
  settings = {},
  moments,
}: {
  readonly life?: Life;
  readonly settings?: Record<string, unknown>;
  readonly moments: number;
}): void {
  let stage: Stage;
  beforeEach(async () => {
    stage = await startStage('socket', { fileShareDelayMs: 0 }, { publicUrl: PUBLIC_URL });
    await stage.set(settings);
  });
  afterEach(() => stage.stop());

  const entriesIn = async (file: string): Promise<number> => {
    const store = await openStore(`file:${file}`);
    const order = await store.orderByNumber(stage.sandbox.teamId, 1);
    await store.close();
    return order?.lastEntry.seq ?? 0;
  };

  test('made at any moment of a life: nothing is lost, nothing comes a second time', async () => {
    const { sandbox } = stage;
    const seen = watch(sandbox);
    const tally: Tally = { lives: 1, struck: [], lost: 0, doubled: 0, failures: [] };
    const picture = async () => {
      const { posts, facts } = await pictureOf({ sandbox, store: stage.store }, 1);
      // A request that is drawn again links to its channel, which there was not yet when it was sent.
      return { posts: posts.map((line) => line.replace(/^(to .*)\nChannel #\S+/s, '$1')), facts };
    };

    let copies: Promise<Copy>[] = [];
    let taken = 0;
    const take = async (moment: Moment) => {
      const file = `${stage.file}.copy${taken++}`;
      const copying = stage.store.backup(file).then(() => ({ moment, file }));
      copies.push(copying);
      await copying;
    };
    const backingUp = { done: take, acked: take };

    /** After each act: every backup that holds it is restored, and nobody sees anything of that. */
    async function restoreAll(): Promise<void> {
      const made = await Promise.all(copies);
      copies = [];
      seen.life();
      const wanted = await picture();
      const entries = await entriesIn(stage.file);
      for (const { moment, file } of made) {
        if ((await entriesIn(file)) < entries) continue;
        await stage.restore(file);
        await stage.idle(30_000).catch((error: unknown) => {
          throw new Error(`${inWords(moment)}: ${error}`);
        });
        tally.struck.push(moment);
        const { lost, doubled } = difference(wanted, await picture());
        tally.lost += lost.length;
        tally.doubled += doubled.length;
        const said = [...lost.map((line) => `lost: ${line}`), ...doubled.map((line) => `doubled: ${line}`)];
        if (said.length > 0) tally.failures.push(`${inWords(moment)}\n  ${said.join('\n  ')}`);
      }
      seen.life(backingUp);
    }

    const place: Mortal = {
      sandbox,
      get store() {
        return stage.store;
      },
      alive: async () => {},
      death: () => new Promise(() => {}),
      async settled() {
        await stage.idle();
        await restoreAll();
      },
      pages: () => [stage.service.port],
    };
    seen.life(backingUp);
    await live(place, seen.act, life);

    report('restore sweep', tally);
    expect(tally.failures).toEqual([]);
    expect(tally.struck.length).toBeGreaterThan(moments);
    expect(complaintsOf(sandbox)).toEqual([]);
  }, 600_000);
}
