import { z } from 'zod';
import { clip } from '../../forms/mrkdwn.ts';
import { bytesOf } from '../../forms/sizes.ts';

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

const Errors = z.object({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) });

/** Characters of an error under a field, the most that fits of these. */
const ERROR_LENGTHS = [1900, 900, 400, 200, 100, 50];

/**
 * The answer as it may leave: as it is, or with its errors under fields shortened. Of anything else only that it was received:
 * what makes a large one sends it otherwise.
 */
export function fitted(answer: unknown): unknown {
  if (fitsAnswer(answer)) return answer;
  const errors = Object.entries(Errors.safeParse(answer).data?.errors ?? {});
  return ERROR_LENGTHS.map((length) => ({
    response_action: 'errors',
    errors: Object.fromEntries(errors.map(([field, text]) => [field, clip(text, length)])),
  })).find((shorter) => errors.length > 0 && fitsAnswer(shorter));
}
