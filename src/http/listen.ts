import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import { type AddressInfo, Server as TcpServer } from 'node:net';
import { setImmediate as immediate, setTimeout as wait } from 'node:timers/promises';
import { StartProblem } from '../slack-api/connect.ts';
import type { Web } from '../web/web.ts';
import { limitConnections } from './connections.ts';

/** What the HTTP listener answers. */
interface Answers {
  /** Who answers, in a header of every answer. */
  readonly instance: string;
  /** The pages for people outside Slack; undefined without PUBLIC_URL. */
  readonly web?: Pick<Web, 'isFor' | 'answer'> | undefined;
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

/** Listens for Slack's events (HTTP mode), the pages for people outside Slack (with PUBLIC_URL), and for /healthz, /readyz, /metrics. */
export async function listenHttp(host: string, port: number, answers: Answers) {
  const open = new Set<ServerResponse>();
  const server = createServer(TIMES, (request, response) => {
    open.add(response);
    response.once('close', () => open.delete(response));
    response.setHeader('x-served-by', answers.instance);
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
    // On the address that everybody reaches there is nothing else.
    if (answers.web?.isFor(request)) return answers.web.answer(request, response);
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
    /**
     * Serves on for `serve` milliseconds, so that a load balancer finds out that this instance is not ready any more; then takes no
     * connections, and answers what has been sent on those that are open (at most `answer` milliseconds).
     */
    async stop({ serve, answer }: { readonly serve: number; readonly answer: number }): Promise<void> {
      // So that clients open a new connection next time, to the process that listens then. Before the answer is begun.
      server.prependListener('request', (_, response: ServerResponse) => response.setHeader('connection', 'close'));
      for (const response of open) if (!response.headersSent) response.setHeader('connection', 'close');
      await wait(serve);
      // Right after connections were accepted: those that come now are refused, and go to another instance.
      await immediate();
      // Not the HTTP server's own, which ends connections on which a request may be on its way.
      TcpServer.prototype.close.call(server);
      const end = performance.now() + answer;
      let quietSince = performance.now();
      while (performance.now() < Math.min(end, quietSince + (answers.events ? QUIET : 0))) {
        await wait(10);
        if (open.size > 0) quietSince = performance.now();
      }
      server.close();
      server.closeAllConnections();
    },
  };
}
