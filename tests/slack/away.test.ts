import { expect, test } from 'vitest';
import { isUndisturbed, saysAway } from '../../src/slack-api/away.ts';

const AT = 1_800_000_000;
const user = (status_emoji: string, status_expiration?: number) => ({ profile: { status_emoji, status_expiration } });

test.each([
  [':palm_tree:', 0, true],
  [':palm_tree:', AT + 1, true],
  [':palm_tree:', AT, false],
  [':airplane:', undefined, true],
  [':face_with_thermometer:', 0, true],
  [':house_with_garden:', 0, false],
  [':spiral_calendar_pad:', 0, false],
  [':bus:', 0, false],
  ['', 0, false],
  ['palm_tree', 0, false],
])('the status %s until %s', (emoji, until, away) => {
  expect(saysAway(user(emoji, until), AT)).toBe(away);
});

test('what is no user says nothing', () => {
  for (const odd of [undefined, null, {}, { profile: null }, { profile: { status_emoji: 7 } }, 'x'])
    expect(saysAway(odd, AT)).toBe(false);
});

test.each([
  [{ dnd_enabled: true, next_dnd_start_ts: AT, next_dnd_end_ts: AT + 1 }, true],
  [{ dnd_enabled: true, next_dnd_start_ts: AT - 9, next_dnd_end_ts: AT }, false],
  [{ dnd_enabled: true, next_dnd_start_ts: AT + 1, next_dnd_end_ts: AT + 9 }, false],
  [{ dnd_enabled: false, next_dnd_start_ts: 1, next_dnd_end_ts: 1 }, false],
  [{ dnd_enabled: false, next_dnd_start_ts: AT - 9, next_dnd_end_ts: AT + 9 }, false],
  [{ ok: true }, false],
])('do not disturb: %o', (answer, undisturbed) => {
  expect(isUndisturbed(answer, AT)).toBe(undisturbed);
});
