import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { startSandbox } from '../sandbox/server/server.ts';
import { addItem, beginOrder, sent } from '../tests/support/acting.ts';
import { type Figure, figure, median, type Size } from './figures.ts';
import { type BenchStage, lastAck, type MeasuredApp, quiet } from './stage.ts';

/** A database to which the rows of a submission can be written with bare statements. */
export interface Floor {
  /** What its line is called, and that of the ack. */
  readonly names: { readonly bare: string; readonly ack: string };
  /** Writes once more what the newest order's submission has written; milliseconds. */
  writeAgain(): number | Promise<number>;
  /** The same as it is usually written, each statement waiting for the answer to the one before. */
  oneByOne?(): Promise<number>;
}

/**
 * The ack of a submission against the least it can cost: the ack of the same envelope by a Bolt app that does nothing, and a
 * bare commit of the same rows. All three by turns, on an otherwise idle app.
 */
export async function ackAgainstFloors(
  stage: BenchStage,
  app: MeasuredApp,
  { names, writeAgain, oneByOne }: Floor,
  { small }: Size,
): Promise<Figure[]> {
  const other = await startSandbox();
  const empty = spawn(process.execPath, ['--import', 'tsx', 'bench/empty-app.ts'], {
    env: { PATH: process.env.PATH ?? '', ...other.env },
    stdio: 'ignore',
  });
  try {
    await Promise.all([stage.sandbox.connected(2), other.connected(1)]);
    const { ana, sam } = stage.sandbox.people;
    const times = { ack: [] as number[], empty: [] as number[], commit: [] as number[], oneByOne: [] as number[] };
    const rounds = small ? 2 : 60;
    for (let round = -5; round < rounds; round++) {
      await beginOrder(ana, sam);
      await addItem(ana, { description: 'Pump', quantity: '1', unitPrice: '120' });
      await quiet(app, small);
      const view = stage.sandbox.workspace.stacks.get(ana.id)?.at(-1);
      if (!view) throw new Error('there is no form to send');
      const same = structuredClone(view);
      await sent(ana);
      const ack = lastAck(stage.sandbox);
      other.workspace.stacks.set(other.people.ana.id, [{ ...same, userId: other.people.ana.id }]);
      await sent(other.people.ana);
      const bare = lastAck(other);
      // The same rows can be written once.
      const slow = oneByOne && round % 2 !== 0 ? await oneByOne() : undefined;
      const commit = slow === undefined ? await writeAgain() : undefined;
      if (round < 0) continue;
      times.ack.push(ack);
      times.empty.push(bare);
      if (commit !== undefined) times.commit.push(commit);
      if (slow !== undefined) times.oneByOne.push(slow);
    }
    const ack = median(times.ack);
    const against = (commit: number[]) => ({
      ratio: ack / (median(times.empty) + median(commit)),
      against: 'both floors',
      target: { of: 'ratio', aim: 1.5 } as const,
    });
    return [
      figure('ack of any submission by an empty Bolt listener, median', median(times.empty), 'ms'),
      figure(`${names.bare}, median`, median(times.commit), 'ms'),
      figure(`${names.ack}, median of ${rounds}`, ack, 'ms', against(times.commit)),
      ...(oneByOne
        ? [
            figure(`${names.bare}, one statement after the other, median`, median(times.oneByOne), 'ms'),
            figure(`${names.ack}, the same median`, ack, 'ms', against(times.oneByOne)),
          ]
        : []),
    ];
  } finally {
    const ended = once(empty, 'exit');
    empty.kill('SIGKILL');
    await ended;
    await other.stop();
  }
}
