import { Unanswered } from '../outbox/slack-errors.ts';
import { isSlackAddress } from './slack-hosts.ts';

/** The file is not to be had: another attempt would not change it. */
export class NotFetched extends Error {
  override name = 'NotFetched';
}

/** Slack takes files of at most 10 MB in a form; a little more is read, anything larger is not what was attached. */
const LARGEST = 20_000_000;

/**
 * Fetches people's files with the bot's token, which goes to Slack's own hosts (or the stand-in's) and nowhere else.
 * Rejects with `Unanswered` when time may heal it, else with `NotFetched`: Slack's login page is how it says no.
 */
export function createFetchFile({ botToken, apiUrl }: { botToken: string; apiUrl: string }) {
  /** Slack's hosts may pass us on to one another; to another one we do not go. */
  async function ask(address: string, signal: AbortSignal, hops = 3): Promise<Response> {
    if (!isSlackAddress(address, apiUrl)) throw new NotFetched('the file is not on one of Slack\u2019s hosts');
    const headers = { authorization: `Bearer ${botToken}` };
    const response = await fetch(address, { headers, signal, redirect: 'manual' }).catch((cause: unknown) => {
      throw new Unanswered('a file was not answered', { cause });
    });
    const next = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || !next) return response;
    await response.body?.cancel();
    if (hops === 0 || !URL.canParse(next, address)) throw new NotFetched('the file leads nowhere');
    return ask(new URL(next, address).href, signal, hops - 1);
  }

  return async (address: string): Promise<Uint8Array> => {
    const signal = AbortSignal.timeout(60_000);
    const response = await ask(address, signal);
    const type = response.headers.get('content-type') ?? '';
    const bytes = await bytesOf(response);
    if (response.status >= 500 || response.status === 429)
      throw new Unanswered(`a file was answered with status ${response.status}`);
    if (!response.ok) throw new NotFetched(`the file was answered with status ${response.status}`);
    if (type.startsWith('text/html')) throw new NotFetched('Slack answered with its login page instead of the file');
    if (bytes.byteLength === 0 || bytes.byteLength > LARGEST)
      throw new NotFetched(`the file has ${bytes.byteLength} bytes`);
    return bytes;
  };
}

/** What came, as far as `LARGEST` and a little more: what is larger is not read to its end. */
async function bytesOf(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.byteLength;
      chunks.push(chunk);
      if (size > LARGEST) break;
    }
  } catch (cause) {
    throw new Unanswered('a file broke off', { cause });
  }
  return Buffer.concat(chunks);
}
