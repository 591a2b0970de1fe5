import { App, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { WebSocket } from 'ws';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox/server/server.ts';

/** The manifest these tests run with. */
export const MANIFEST = new URL('manifest.yml', import.meta.url).pathname;

/** Everything one test starts, so that it can be stopped. */
export interface Running {
  sandbox: Sandbox;
  app: App;
  stop(): Promise<void>;
}

/** A sandbox with the test manifest. */
export function testSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  return startSandbox({ manifest: MANIFEST, fileShareDelayMs: 20, ...options });
}

/** A real Web API client with the bot token and without retries. */
export function webClient(sandbox: Sandbox, token = sandbox.botToken): WebClient {
  return new WebClient(token, { slackApiUrl: sandbox.apiUrl, retryConfig: { retries: 0 }, logLevel: LogLevel.ERROR });
}

/** A sandbox and a real Bolt app connected to it over Socket Mode; `listen` registers its listeners. */
export async function connectedApp(listen: (app: App) => void, options: SandboxOptions = {}): Promise<Running> {
  const sandbox = await testSandbox(options);
  const client = { slackApiUrl: sandbox.apiUrl, logLevel: LogLevel.ERROR };
  const receiver = new SocketModeReceiver({
    appToken: sandbox.appToken,
    logLevel: LogLevel.ERROR,
    installerOptions: { clientOptions: { ...client } },
  });
  const app = new App({
    token: sandbox.botToken,
    receiver,
    logLevel: LogLevel.ERROR,
    clientOptions: { ...client, retryConfig: { retries: 0 } },
  });
  listen(app);
  await app.start();
  await sandbox.connected();
  const stop = async () => {
    await app.stop();
    await sandbox.stop();
  };
  return { sandbox, app, stop };
}

/** What comes over a Socket Mode connection. */
export interface Envelope {
  envelope_id: string;
  type: string;
  accepts_response_payload: boolean;
  retry_attempt?: number;
  retry_reason?: string;
  payload: { event_id?: string };
}

export type OnFrame = (frame: Envelope, ack: (payload?: unknown) => void) => void;

/** A Socket Mode connection without an app behind it, just opened; `instance`: the name that it says in its User-Agent. */
export async function openSocket(sandbox: Sandbox, instance?: string): Promise<WebSocket> {
  const headers = {
    authorization: `Bearer ${sandbox.appToken}`,
    'user-agent': `node/22${instance ? ` instance/${instance}` : ''}`,
  };
  const answer = await fetch(`${sandbox.apiUrl}apps.connections.open`, { method: 'POST', headers });
  const { url }: { url: string } = JSON.parse(await answer.text());
  const socket = new WebSocket(url);
  socket.on('error', () => {});
  return socket;
}

/** A bare client of Socket Mode that hands every envelope to the test; Slack has said hello to it. */
export async function bareClient(sandbox: Sandbox, onFrame: OnFrame, instance?: string): Promise<WebSocket> {
  const socket = await openSocket(sandbox, instance);
  await new Promise<void>((resolve) => {
    socket.on('message', (data) => {
      const frame: Envelope = JSON.parse(String(data));
      const ack = (payload?: unknown) => socket.send(JSON.stringify({ envelope_id: frame.envelope_id, payload }));
      if (frame.type === 'hello') resolve();
      if (frame.envelope_id) onFrame(frame, ack);
    });
  });
  return socket;
}

/** The platform error of a refused call, e.g. 'name_taken'; 'ok' when it was not refused. */
export async function errorOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'ok';
  } catch (error) {
    const data = error instanceof Error && 'data' in error ? error.data : undefined;
    const said = typeof data === 'object' && data !== null && 'error' in data ? data.error : undefined;
    return typeof said === 'string' ? said : String(error);
  }
}
