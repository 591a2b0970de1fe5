import type { IncomingMessage, ServerResponse } from 'node:http';
import { permalinkRoute } from '../../permalinks.ts';
import { isForeign } from '../page/foreign.ts';
import { answerPage, isPageAddress } from '../page/page.ts';
import type { Sandbox } from '../sandbox.ts';
import { answerCall } from '../web-api/router.ts';
import type { World } from '../world.ts';
import { answerControl } from './control.ts';
import { serveFile, takeUpload } from './file-server.ts';

/** Sends an HTTP request to the part of the sandbox that answers it. */
export async function route(
  world: World,
  sandbox: Sandbox | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (isForeign(request)) return refuse(response, 403, 'This is a sandbox for programs and pages of this computer.');
  const address = request.url ?? '/';
  if (!URL.canParse(address, world.workspace.url)) return refuse(response, 400, 'Bad request');
  const url = new URL(address, world.workspace.url);
  const shown = permalinkRoute(url.pathname);
  if (shown !== undefined) return void response.writeHead(302, { location: `/?${shown}` }).end();
  if (isPageAddress(url.pathname)) return answerPage(world, request, response, url);
  if (url.pathname.startsWith('/api/')) return answerCall(world, request, response, url);
  if (url.pathname.startsWith('/upload/')) return takeUpload(world, request, response, url);
  if (/^\/files-(?:pri|tmb)\//.test(url.pathname)) return serveFile(world, request, response, url);
  if (url.pathname.startsWith('/actions/')) return world.responseUrls.answer(request, response, url);
  if (url.pathname.startsWith('/sandbox/') && sandbox) return answerControl(sandbox, request, response, url);
  refuse(response, 404, 'This is a sandbox, not Slack. There is nothing here.');
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain' }).end(text);
}
