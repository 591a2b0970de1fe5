import { Unanswered } from '../outbox/slack-errors.ts';

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
  return async (address: string): Promise<Uint8Array> => {
    const { hostname, protocol } = new URL(address);
    const ours = new URL(apiUrl);
    const trusted = (protocol === 'https:' && hostname.endsWith('.slack.com')) || hostname === ours.hostname;
    if (!trusted) throw new NotFetched('the file is not on one of Slack\u2019s hosts');
    const { response, bytes } = await wholeAnswer(address, botToken).catch((cause: unknown) => {
      throw new Unanswered('a file was not answered', { cause });
    });
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

async function wholeAnswer(address: string, botToken: string) {
  const response = await fetch(address, {
    headers: { authorization: `Bearer ${botToken}` },
    signal: AbortSignal.timeout(60_000),
  });
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
}
