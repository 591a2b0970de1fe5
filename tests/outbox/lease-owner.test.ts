import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, test } from 'vitest';
import { leaseOwner } from '../../src/outbox/lease-owner.ts';

const script = `import('./src/outbox/lease-owner.ts').then(({ leaseOwner }) => {
  console.log(leaseOwner().name);
  setInterval(() => {}, 1000);
});`;
const node = [process.execPath, '--import', 'tsx', '-e', script];
/** A container of its own: the same host name, process ids that begin with 1. */
const contained = ['unshare', '--fork', '--pid', '--mount-proc', '--kill-child'];
const canContain = spawnSync(contained[0] ?? '', [...contained.slice(1), 'true']).status === 0;

describe('who is dead', () => {
  let child: ChildProcess | undefined;
  afterEach(() => void child?.kill('SIGKILL'));

  async function claimer(...command: string[]): Promise<string> {
    const [program = '', ...args] = command;
    child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line]: Buffer[] = await once(child.stdout ?? child, 'data');
    return String(line).trim();
  }

  test('another process lives until it is killed', async () => {
    const me = leaseOwner();
    const other = await claimer(...node);
    expect(me.isDead(other)).toBe(false);
    child?.kill('SIGKILL');
    await once(child ?? process, 'exit');
    expect(me.isDead(other)).toBe(true);
    me.end();
  });

  test('an earlier process that had our process id is dead, an outbox beside us in this one lives until it ends', () => {
    const me = leaseOwner();
    const [place, pid] = me.name.split(':');
    expect(me.isDead(`${place}:${pid}:1:aaaa`)).toBe(true);
    expect(me.isDead(me.name)).toBe(false);
    const beside = leaseOwner();
    expect(me.isDead(beside.name)).toBe(false);
    beside.end();
    expect(me.isDead(beside.name)).toBe(true);
    me.end();
  });

  test('what was written by an older version, or on another machine, is left to run out', () => {
    const me = leaseOwner();
    expect(me.isDead('otherhost:1:1:aaaa')).toBe(false);
    expect(me.isDead('myhost:1:aaaa')).toBe(false);
    me.end();
  });

  test.skipIf(!canContain)('a live process in another container of the same host name is not robbed', async () => {
    const me = leaseOwner();
    const other = await claimer(...contained, ...node);
    // Its process id, 1, is somebody else's here.
    expect(other.split(':')[1]).toBe('1');
    expect(me.isDead(other)).toBe(false);
    me.end();
  });
});
