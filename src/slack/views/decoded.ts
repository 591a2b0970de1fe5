import type { z } from 'zod';

/** What a view or a button carries through Slack is no longer (Slack: 3000 characters). */
const MAX_LENGTH = 3000;

/** What a view or a button carries, read back; undefined for what is not of this shape. */
export function decoded<T>(schema: z.ZodType<T>, text: string): T | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
