import { expect, test } from 'vitest';
import type { Deps } from '../../src/slack/deps.ts';
import { pressOf } from '../../src/slack/payload-keys.ts';
import type { BlockActions } from '../../src/slack/transport/payloads.ts';

const pressed = (metadata: string, action: string, value = ''): string | undefined => {
  const view = { id: 'V1', private_metadata: metadata };
  const actions = [{ action_id: action, value }];
  return pressOf({ team: 'T1' } as Deps, { user: { id: 'U1' }, view, actions } as unknown as BlockActions);
};

test('both presses of a double click are one; on another page, of another button or row, it is another one', () => {
  const back = pressed('page 3', 'form_back');
  expect(pressed('page 3', 'form_back')).toBe(back);
  const others = [
    pressed('page 2', 'form_back'),
    pressed('page 3', 'items_later'),
    pressed('page 3', 'form_back', '2'),
  ];
  expect(new Set([back, ...others]).size).toBe(4);
});

test('what is typed is no press: each of its values counts', () => {
  expect(pressed('page 3', 'field-1')).toBeUndefined();
});
