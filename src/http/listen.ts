import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StartProblem } from '../slack-api/connect.ts';
import { limitConnections } from './connections.ts';

/** What the HTTP listener answers. */
interface Answers {
  /** Slack's signed requests; undefined in Socket Mode. */
  readonly events: RequestListener | undefined;
  /** Undefined when ready, else what is missing. */
  readonly notReady: () => Promise<string | undefined>;
  readonly metrics: () => Promise<string>;
}

/** A request of Slack's that was sent just before a stop has arrived by then. Milliseconds. */
const QUIET = 250;

/** How long a request's head, and all of it, may take to come in, and how often that is looked at. Milliseconds. */
const TIMES = { headersTimeout: 5000, requestTimeout: 10_000, connectionsCheckingInterval: 1000 };

/** Listens for Slack's events (HTTP mode) and for /healthz, /readyz, /metrics (both modes). */
export async function listenHttp(host: string, port: number, answers: Answers) {
  const open = new Set<ServerResponse>();
  const server = createServer(TIMES, (request, response) => {
    open.add(response);
    response.once('close', () => open.delete(response));
    const path = (request.url ?? '/').split('?')[0];
    const say = (status: number, body: string) => {
      response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(`${body}\n`);
    };
    const failed = (error: unknown) => say(500, error instanceof Error ? error.name : 'error');
    if (path === '/slack/events' && answers.events) {
      // Bolt throws on anything but POST. Slack's own look at the certificate may be a GET.
      if (request.method === 'POST') return answers.events(request, response);
      const sslCheck = request.method === 'GET' && request.url?.includes('ssl_check=1');
      return sslCheck ? say(200, 'ok') : say(405, 'POST only');
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return say(404, 'not found');
    if (path === '/healthz') return say(200, 'ok');
    if (path === '/readyz') return void answers.notReady().then((why) => say(why ? 503 : 200, why ?? 'ready'), failed);
    if (path === '/metrics') return void answers.metrics().then((text) => say(200, text.trimEnd()), failed);
    return say(404, 'not found');
  });
  limitConnections(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      const code = 'code' in error ? String(error.code) : error.message;
      const remedy =
        code === 'EADDRINUSE' ? 'another program listens there; set PORT to a free port' : 'set HOST and PORT';
      reject(new StartProblem(`Cannot listen on HOST ${host}, PORT ${port} (${code}): ${remedy}.`));
    });
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    /** Answers whatever has been sent already (at most `patience` milliseconds), then listens no more. */
    async stop(patience: number): Promise<void> {
      // So that clients open a new connection next time, to the process that listens then. Before the answer is begun.
      server.prependListener('request', (_, response: ServerResponse) => response.setHeader('connection', 'close'));
      for (const response of open) if (!response.headersSent) response.setHeader('connection', 'close');
      const end = performance.now() + patience;
      let quietSince = performance.now();
      while (performance.now() < Math.min(end, quietSince + (answers.events ? QUIET : 0))) {
        await new Promise((resolve) => setTimeout(resolve, 10));
        if (open.size > 0) quietSince = performance.now();
      }
      server.close();
      server.closeAllConnections();
    },
  };
}
