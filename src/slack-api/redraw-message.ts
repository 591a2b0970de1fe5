import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Log } from '../log.ts';
import { codeOf } from './classify-error.ts';

/** Changes a message of the app's at once, as well as it can be done. Never rejects. */
export function createRedrawMessage(client: WebClient, log: Log) {
  return async (channel: string, ts: string, message: { readonly text: string; readonly blocks: KnownBlock[] }) => {
    try {
      await client.chat.update({ channel, ts, ...message });
    } catch (error) {
      log.info({ event: 'message.not_redrawn', code: codeOf(error) }, 'a message could not be redrawn');
    }
  };
}
