import type { IncomingMessage } from 'node:http';

const HERE = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/;

/**
 * True for a request that a web page of somebody else may have sent: its Host is not this computer (DNS rebinding), or
 * its Origin is not the sandbox itself (cross-site requests and WebSockets).
 */
export function isForeign(request: IncomingMessage): boolean {
  const { host = '', origin } = request.headers;
  return !HERE.test(host) || (origin !== undefined && origin !== `http://${host}`);
}
