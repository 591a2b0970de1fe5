import type { ServerResponse } from 'node:http';
import type { Fault } from '../instruments/faults.ts';
import type { JsonObject } from '../json.ts';

const HTML = '<!DOCTYPE html><html><head><title>Slack</title></head><body>Something went wrong.</body></html>';

/** Answers (or leaves hanging) a call whose fault keeps it from having any effect; false when the call goes on. */
export function beforeEffect(
  fault: Fault,
  response: ServerResponse,
  log: (status: number, answer: JsonObject) => void,
): boolean {
  switch (fault.kind) {
    case 'lost':
    case 'cut':
    case 'latency':
      return false;
    case 'hang':
      log(0, { fault: 'hang' });
      return true;
    case 'ratelimited':
      log(429, { ok: false, error: 'ratelimited' });
      response.writeHead(429, {
        'content-type': 'application/json',
        ...(fault.headerless ? {} : { 'retry-after': String(fault.retryAfter) }),
      });
      response.end(JSON.stringify({ ok: false, error: 'ratelimited' }));
      return true;
    case 'status':
      log(fault.status, { fault: 'status' });
      response.writeHead(fault.status, { 'content-type': 'text/plain' });
      response.end(fault.body ?? '');
      return true;
    case 'error':
      log(200, { ok: false, error: fault.error });
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
      response.end(JSON.stringify({ ok: false, error: fault.error }));
      return true;
    case 'html':
      log(200, { fault: 'html' });
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(HTML);
      return true;
  }
}

/** Breaks the connection: the work is done, the answer never arrives. */
export function lose(response: ServerResponse): void {
  response.socket?.destroy();
}

/** The work is done; its answer breaks off in the middle. */
export function cutOff(response: ServerResponse, answer: string): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': answer.length + 1 });
  response.write(answer.slice(0, answer.length / 2), () => setImmediate(() => lose(response)));
}

/** Waits so many real milliseconds. */
export function delayed(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
