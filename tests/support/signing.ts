import { expect } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import { homeActions } from '../../src/slack/views/ids.ts';
import type { Stage } from './stage.ts';
import { PUBLIC_URL } from './web.ts';

/** Presses *Client signs here* in the order's channel; resolves with the path of the page that the private answer leads to. */
export async function linkFor(stage: Pick<Stage, 'sandbox'>, person: Person, channel: string): Promise<string> {
  const before = person.ephemerals().length;
  await person.press(homeActions.sign, { channel });
  await stage.sandbox.workspace.waitFor(() => person.ephemerals().length > before);
  const answer = JSON.stringify(person.ephemerals().at(-1));
  const path = new RegExp(`${PUBLIC_URL}(/sign/[\\w-]{43})`).exec(answer)?.[1];
  expect(path, answer).toBeDefined();
  return path ?? '';
}
