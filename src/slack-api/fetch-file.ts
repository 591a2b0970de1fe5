import type { Remedy } from '../words/remedy.ts';
import { GiveUp, Unanswered } from './classify-error.ts';
import { defaultTimeouts, type SlackAccess } from './connect.ts';
import { isSlackAddress } from './hosts.ts';

/** The file is not to be had: another attempt would not change it. */
export class NotFetched extends Error {
  override name = 'NotFetched';
}

/** Slack takes files of at most 10 MB in a form; a little more is read, anything larger is not what was attached. */
const LARGEST = 20_000_000;

/**
 * Fetches people's files with the bot's token, which goes to Slack's own hosts (or the stand-in's) and nowhere else: a
 * redirect is not followed. Rejects with `Unanswered` when time may heal it, else with `NotFetched`: Slack's login page
 * is how it says no.
 */
export function createFetchFile({ botToken, apiUrl }: SlackAccess, timeout = defaultTimeouts.files) {
  return async (address: string): Promise<Uint8Array> => {
    if (!isSlackAddress(address, apiUrl)) throw new NotFetched('the file is not on one of Slack\u2019s hosts');
    const { response, bytes } = await answered(address, { headers: { authorization: `Bearer ${botToken}` } }, timeout);
    const type = response.headers.get('content-type') ?? '';
    if (response.status >= 500 || response.status === 429)
      throw new Unanswered(`a file was answered with status ${response.status}`);
    if (!response.ok) throw new NotFetched(`the file was answered with status ${response.status}`);
    if (type.startsWith('text/html')) throw new NotFetched('Slack answered with its login page instead of the file');
    if (bytes.byteLength === 0 || bytes.byteLength > LARGEST)
      throw new NotFetched(`the file has ${bytes.byteLength} bytes`);
    return bytes;
  };
}

/** What an admin can do about an upload address that does not lead to Slack. */
const ELSEWHERE: Remedy = { say: 'upload_elsewhere' };

/**
 * Brings bytes to an upload address of Slack's (or the stand-in's), and to no other: a redirect is not followed. Rejects
 * with `Unanswered` when time may heal it, else with `GiveUp`.
 */
export function createSendFile({ apiUrl }: { apiUrl: string }, timeout = defaultTimeouts.files) {
  return async (address: string, bytes: Uint8Array): Promise<void> => {
    if (!isSlackAddress(address, apiUrl)) throw new GiveUp('foreign_upload_address', ELSEWHERE);
    const headers = { 'content-type': 'application/octet-stream' };
    const { response } = await answered(address, { method: 'POST', headers, body: Buffer.from(bytes) }, timeout);
    if (response.status >= 300 && response.status < 400) throw new GiveUp('upload_redirected', ELSEWHERE);
    if (!response.ok) throw new Unanswered(`the upload was answered with status ${response.status}`);
  };
}

interface Answered {
  readonly response: Response;
  readonly bytes: Uint8Array;
}

/**
 * The whole answer, body and all: a connection may also break in the middle of it. Of a body larger than `LARGEST` only
 * that much and a little more is read.
 */
async function answered(address: string, request: RequestInit, timeout: number): Promise<Answered> {
  try {
    const response = await fetch(address, { ...request, redirect: 'manual', signal: AbortSignal.timeout(timeout) });
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
      size += chunk.byteLength;
      chunks.push(chunk);
      if (size > LARGEST) break;
    }
    return { response, bytes: Buffer.concat(chunks) };
  } catch (cause) {
    throw new Unanswered('a file was not answered', { cause });
  }
}
