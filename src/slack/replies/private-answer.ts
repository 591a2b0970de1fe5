import type { WebClient } from '@slack/web-api';
import { isUserId } from '../../forms/mrkdwn.ts';
import type { Log } from '../../log.ts';
import { classifyError } from '../../slack-api/classify-error.ts';
import { codeOf } from '../../slack-api/slack-codes.ts';
import { respond } from '../transport/response-url.ts';
import type { Message } from '../views/card.ts';
import type { Caller } from './deps.ts';

/**
 * Makes a private answer that can be tried again: through the response_url (commands and message buttons have one; it
 * needs no token), else as a direct message (Home and global shortcuts have nothing else). False: not now, perhaps later.
 */
export function privateAnswer(client: WebClient, caller: Caller, message: Message, log: Log): () => Promise<boolean> {
  let responseUrl = caller.responseUrl;
  return async () => {
    if (responseUrl) {
      const status = await respond(responseUrl, message, log);
      if (status >= 200 && status < 300) return true;
      // Used up or too old: what is left is a direct message.
      if (status >= 400 && status < 500 && status !== 429) responseUrl = undefined;
    }
    try {
      // Whoever is no person has no direct messages: an answer that is private must not stand in a channel.
      if (!responseUrl && isUserId(caller.person))
        await client.chat.postMessage({ channel: caller.person, ...message, unfurl_links: false });
      return !responseUrl;
    } catch (error) {
      log.warn(
        { event: 'answer.failed', code: codeOf(error), person: caller.person },
        'a private answer could not be given',
      );
      return classifyError(error).kind === 'give up';
    }
  };
}
