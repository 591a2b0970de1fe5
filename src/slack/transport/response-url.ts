import type { Log } from '../../log.ts';
import type { Message } from '../views/message.ts';

/** Answers privately through a response_url, in the place of the message that it belongs to where it `replaces` that. The status of the answer; 0 when there was none. */
export async function respond(responseUrl: string, message: Message, log: Log, replaces = false): Promise<number> {
  try {
    const response = await fetch(responseUrl, {
      method: 'POST',
      // Where Slack's address leads on to is nobody we know.
      redirect: 'manual',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ response_type: 'ephemeral', replace_original: replaces, ...message }),
      signal: AbortSignal.timeout(5000),
    });
    await response.arrayBuffer();
    if (!response.ok) log.warn({ event: 'answer.refused', status: response.status }, 'a private reply was rejected');
    return response.status;
  } catch (error) {
    log.warn({ event: 'answer.lost', error: String(error) }, 'a private reply was lost');
    return 0;
  }
}
