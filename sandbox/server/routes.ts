import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerControl } from './control.ts';
import { serveFile, takeUpload } from './file-server.ts';
import type { Sandbox } from './server.ts';
import { answerCall } from './web-api/router.ts';
import type { World } from './world.ts';

/** Sends an HTTP request to the part of the sandbox that answers it. */
export async function route(
  world: World,
  sandbox: Sandbox | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', world.workspace.url);
  if (url.pathname.startsWith('/api/')) return answerCall(world, request, response, url);
  if (url.pathname.startsWith('/upload/')) return takeUpload(world, request, response, url);
  if (url.pathname.startsWith('/files-pri/')) return serveFile(world, request, response, url);
  if (url.pathname.startsWith('/actions/')) return world.responseUrls.answer(request, response, url);
  if (url.pathname.startsWith('/sandbox/') && sandbox) return answerControl(sandbox, request, response, url);
  response.writeHead(404, { 'content-type': 'text/plain' }).end('This is a sandbox, not Slack. There is nothing here.');
}
