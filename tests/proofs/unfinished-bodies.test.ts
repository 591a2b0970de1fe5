import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signature } from '../../sandbox/server/delivery/http.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server/server.ts';
import { type AppProcess, startAppProcess } from '../support/app-process.ts';
import { type BuiltApp, buildApp } from '../support/built-app.ts';

/** Bodies that are sent at once, and how much of each before its sender stops to wait. Bytes. */
const ATTACKERS = 300;
const EACH = 1_900_000;
/** How long the attack lasts: an attacker whose connection is closed comes back at once. Milliseconds. */
const LASTING = 8000;
/** An honest request is answered this soon meanwhile; Slack waits three seconds, and the attackers share our processors. Milliseconds. */
const IN_TIME = 3000;
/** How much more memory the attack may cost: what is held of bodies at most, the connections, and what is not collected yet. Bytes. */
const ALLOWED = 160_000_000;

const chunk = Buffer.alloc(64_000, 'x');
const seconds = () => Math.floor(Date.now() / 1000);

describe('F7 three hundred bodies that never end', () => {
  let built: BuiltApp;
  let sandbox: Sandbox;
  let app: AppProcess;
  let folder: string;
  let port: number;
  beforeAll(async () => {
    built = buildApp();
    folder = mkdtempSync(join(tmpdir(), 'service-orders-'));
    sandbox = await startSandbox({ manifest: 'manifests/http.yml' });
    app = startAppProcess({ ...sandbox.env, DATABASE_URL: `file:${join(folder, 'orders.db')}` }, built.program);
    await app.ready();
    port = Number(app.log().find(({ msg }) => msg === 'ready')?.port);
    await honest();
  });
  afterAll(async () => {
    await app.stop();
    await sandbox.stop();
    built.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Bytes that the process holds. */
  const memory = () => Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${app.pid}/status`, 'utf8'))?.[1]) * 1024;

  /** A command as Slack sends it; how long its answer took, milliseconds. */
  async function honest(): Promise<number> {
    const begun = performance.now();
    const at = seconds();
    const body = new URLSearchParams({
      ...{ command: '/so', text: 'help', user_id: sandbox.people.ana?.id ?? '', team_id: sandbox.teamId },
      ...{ trigger_id: crypto.randomUUID(), channel_id: 'C1' },
    }).toString();
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': String(at),
      'x-slack-signature': signature(sandbox.signingSecret, at, body),
    };
    const response = await fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', headers, body });
    expect(response.status).toBe(200);
    await response.text();
    return performance.now() - begun;
  }

  const headers = {
    'without a signature': () => '',
    'with a signature that is none': () =>
      `X-Slack-Signature: v0=${'a'.repeat(64)}\r\nX-Slack-Request-Timestamp: ${seconds()}\r\n`,
    'without a head that ends': undefined,
  };

  test.each(Object.keys(headers) as (keyof typeof headers)[])('%s', async (kind) => {
    const signed = headers[kind];
    const open = new Set<Socket>();
    let opened = 0;
    let written = 0;
    let over = false;
    const attack = () => {
      if (over) return;
      const socket = connect(port, '127.0.0.1');
      open.add(socket);
      opened++;
      let mine = 0;
      const more = () => {
        while (mine < EACH && !socket.destroyed && socket.writable) {
          mine += chunk.byteLength;
          written += chunk.byteLength;
          if (!socket.write(chunk)) return;
        }
      };
      socket.on('connect', () => {
        socket.write('POST /slack/events HTTP/1.1\r\nHost: x\r\n');
        if (!signed) return;
        socket.write(`${signed()}Content-Type: text/plain\r\nContent-Length: ${EACH + 1_000}\r\n\r\n`);
        more();
      });
      socket.on('drain', more);
      socket.on('data', () => {});
      socket.on('error', () => {});
      socket.on('close', () => {
        open.delete(socket);
        setTimeout(attack, 50);
      });
    };
    const before = memory();
    const end = performance.now() + LASTING;
    for (let n = 0; n < ATTACKERS; n++) attack();
    let highest = before;
    const waits: number[] = [];
    while (performance.now() < end) {
      waits.push(await honest());
      highest = Math.max(highest, memory());
    }
    over = true;
    for (const socket of open) socket.destroy();
    process.stdout.write(
      `${kind}: ${opened} connections, ${Math.round(written / 1e6)} MB written; ${Math.round(before / 1e6)} → ${Math.round(highest / 1e6)} MB; ${waits.length} honest requests, slowest ${Math.round(Math.max(...waits))} ms\n`,
    );
    expect(opened).toBeGreaterThanOrEqual(ATTACKERS);
    expect(waits.length).toBeGreaterThan(5);
    expect(Math.max(...waits)).toBeLessThan(IN_TIME);
    expect(highest - before).toBeLessThan(ALLOWED);
  });

  test('afterwards it answers as before', async () => {
    expect(await honest()).toBeLessThan(IN_TIME);
    expect((await app.get('/readyz')).status).toBe(200);
  });
});
