import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { clip } from '../../forms/mrkdwn.ts';
import { bytesOf, leading } from '../../forms/sizes.ts';
import { wordsFor } from '../../words/words.ts';
import { waitingFor } from '../views/notice.ts';

/**
 * An answer that has so many bytes, envelope included, does not leave us, over whichever transport: over Socket Mode Slack
 * drops those of 20,480 bytes and more without a word (slack-go/slack#1196).
 */
export const ANSWER_LIMIT = 19_000;

/** As long as the id that Slack gives an envelope. */
const ENVELOPE = 'x'.repeat(36);

/** Whether Slack takes this as the answer to a payload. */
export const fitsAnswer = (answer: unknown): boolean =>
  bytesOf({ envelope_id: ENVELOPE, payload: answer ?? {} }) < ANSWER_LIMIT;

/**
 * The answer as it may leave: as it is, or smaller. Errors under fields are shortened, options left out from the end, a view
 * becomes the one that stands in for it. Of anything else only that it was received: what makes a large one sends it otherwise.
 */
export function fitted(answer: unknown): unknown {
  if (fitsAnswer(answer)) return answer;
  const errors = Errors.safeParse(answer).data;
  if (errors) return shorter(errors);
  const options = Options.safeParse(answer).data;
  if (options) return { options: leading(options.options, ROOM_FOR_OPTIONS) };
  const drawn = Drawn.safeParse(answer).data;
  return drawn && { ...drawn, view: waitingFor(wordsFor('en-GB'), drawn.view) };
}

const Errors = z.object({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) });
const Options = z.object({ options: z.array(z.unknown()) });
const ROOM_FOR_OPTIONS = ANSWER_LIMIT - bytesOf({ envelope_id: ENVELOPE, payload: { options: [] } }) - 1;
const View = z.custom<ModalView>((value) => typeof value === 'object' && value !== null && 'blocks' in value);
const Drawn = z.object({ response_action: z.enum(['update', 'push']), view: View });

/** Characters of an error under a field, the most that fits of these. */
const ERROR_LENGTHS = [1900, 900, 400, 200, 100, 50];

function shorter({ response_action, errors }: z.infer<typeof Errors>) {
  for (const length of ERROR_LENGTHS) {
    const cut = Object.entries(errors).map(([field, text]) => [field, clip(text, length)]);
    const answer = { response_action, errors: Object.fromEntries(cut) };
    if (fitsAnswer(answer)) return answer;
  }
  return undefined;
}
