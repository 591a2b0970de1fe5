import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { AwsClient } from 'aws4fetch';
import { vi } from 'vitest';
import { openStorage } from '../../src/files/open-storage.ts';

export const BUCKET = 'service-orders';

/** The keys that the server knows. */
export const KEYS = { accessKeyId: 'test:tester', secretAccessKey: 'testing' };

const PARTS = ['account', 'container', 'object'] as const;

/** Whether the server can be had here; the gate installs it. */
export const hasS3Server = existsSync('/usr/bin/swift-proxy-server');

/**
 * An S3 server on this computer with one bucket: OpenStack Swift, as Debian has it (swift-proxy, swift-account, swift-container,
 * swift-object), with one disk. It checks signatures and what arrives.
 */
export async function startS3Server() {
  const directory = mkdtempSync(join(tmpdir(), 'service-orders-s3-'));
  const devices = join(directory, 'devices');
  mkdirSync(join(devices, 'd1'), { recursive: true });
  const ports = await freePorts(4);
  const [proxy = 0] = ports;
  const common = (port: number) =>
    `[DEFAULT]\nbind_ip = 127.0.0.1\nbind_port = ${port}\nuser = ${userInfo().username}\nswift_dir = ${directory}\nworkers = 0\n`;
  const running: ChildProcess[] = [];
  const start = (name: string, config: string) => {
    const file = join(directory, `${name}.conf`);
    writeFileSync(file, config);
    running.push(spawn(`/usr/bin/swift-${name}-server`, [file], { stdio: 'ignore' }));
  };
  for (const [n, part] of PARTS.entries()) {
    const port = ports[n + 1] ?? 0;
    makeRing(join(directory, `${part}.builder`), port);
    const server = `devices = ${devices}\nmount_check = false\n[pipeline:main]\npipeline = ${part}-server\n`;
    start(part, `${common(port)}${server}[app:${part}-server]\nuse = egg:swift#${part}\n`);
  }
  start('proxy', `${common(proxy)}${PROXY}`);
  const endpoint = `http://127.0.0.1:${proxy}`;
  const url = (prefix: string, bucket = BUCKET) => `s3://${bucket}/${prefix}?endpoint=${encodeURIComponent(endpoint)}`;
  const client = new AwsClient({ ...KEYS, service: 's3', region: 'us-east-1', retries: 0 });
  const put = async (path: string, bytes?: Uint8Array) => {
    const body = bytes ? { body: Uint8Array.from(bytes) } : {};
    const { status } = await client.fetch(`${endpoint}/${BUCKET}${path}`, { method: 'PUT', ...body });
    if (status !== 200 && status !== 409) throw new Error(`${path} was not made: ${status}`);
  };
  // Its parts start one after the other.
  const ready = async () => {
    await put('');
    await put('/ready', Buffer.from('ready'));
  };
  await vi.waitFor(ready, { timeout: 45_000, interval: 200 });
  return {
    url,
    open: (prefix: string) => openStorage(url(prefix), KEYS),
    /** Makes an object say something else. */
    damage: (key: string, bytes: Uint8Array) => put(`/${key}`, bytes),
    /** Ends what runs, as a power cut would. */
    async stop() {
      const ends = running.map((one) => (one.exitCode === null ? once(one, 'exit') : undefined));
      for (const one of running) one.kill('SIGKILL');
      await Promise.all(ends);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

const PROXY = `[pipeline:main]
pipeline = catch_errors gatekeeper cache listing_formats s3api tempauth proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
error_suppression_interval = 0
[filter:tempauth]
use = egg:swift#tempauth
user_test_tester = testing .admin
[filter:s3api]
use = egg:swift#s3api
allow_multipart_uploads = false
[filter:cache]
use = egg:swift#memcache
# Asked for, and not needed: nobody answers there.
memcache_servers = 127.0.0.1:1
[filter:listing_formats]
use = egg:swift#listing_formats
[filter:catch_errors]
use = egg:swift#catch_errors
[filter:gatekeeper]
use = egg:swift#gatekeeper
`;

function makeRing(builder: string, port: number): void {
  const ring = (...args: string[]) => execFileSync('/usr/bin/swift-ring-builder', [builder, ...args]);
  ring('create', '4', '1', '1');
  ring('add', `r1z1-127.0.0.1:${port}/d1`, '1');
  ring('rebalance');
}

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
