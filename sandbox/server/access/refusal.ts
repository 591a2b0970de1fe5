import type { JsonObject } from '../json.ts';

/** Slack's "no": becomes `{ ok: false, error }` with the extra keys beside it, on HTTP 200. */
export class Refusal extends Error {
  readonly error: string;
  readonly extra: JsonObject;

  constructor(error: string, extra: JsonObject = {}) {
    super(error);
    this.error = error;
    this.extra = extra;
  }
}

/** The refusal for a required argument that is missing. */
export function missingArgument(name: string): Refusal {
  return new Refusal('invalid_arguments', {
    response_metadata: { messages: [`[ERROR] missing required field: ${name}`] },
  });
}
