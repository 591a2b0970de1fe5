import { WebClient } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import { createLog } from '../../src/log.ts';
import { unusable } from '../../src/slack/forms/photos/add-photos.ts';
import { createPostedPhotos } from '../../src/slack-api/posted-photos.ts';

const file = {
  ...{ id: 'F1', name: 'pump.jpg', mimetype: 'image/jpeg', size: 100, user: 'U1', user_team: 'T1' },
  ...{ mode: 'hosted', is_external: false, created: 5, permalink: 'https://x/F1' },
};

/** What is listed of a channel in which Slack says that these files are; `asked` counts how often it is. */
function listing(answer: () => unknown) {
  let asked = 0;
  let now = 0;
  const fetch = async () => {
    asked++;
    return new Response(JSON.stringify(answer()), { headers: { 'content-type': 'application/json' } });
  };
  const client = new WebClient('xoxb-1', {
    slackApiUrl: 'http://127.0.0.1:9/api/',
    fetch: fetch as never,
    retryConfig: { retries: 0 },
  });
  const later = (ms: number) => {
    now += ms;
  };
  const photos = createPostedPhotos({ client, team: 'T1', bot: 'UBOT', log: createLog('fatal'), now: () => now });
  return { photos, asked: () => asked, later };
}

describe('the photos of a channel', () => {
  test.each([
    ['a photo of a colleague', {}, 1],
    ['our own', { user: 'UBOT' }, 0],
    ['nobody’s', { user: undefined }, 0],
    ['another organisation’s', { user_team: 'T2' }, 0],
    ['a link to somewhere else', { mode: 'external', is_external: true }, 0],
    ['deleted', { mode: 'tombstone' }, 0],
    ['a drawing that is no image to Slack', { mimetype: 'application/pdf' }, 0],
    ['too large to fetch', { size: 20_000_001 }, 0],
    ['of a phone that nobody can decode: there is its thumbnail', { mimetype: 'image/heic' }, 1],
    ['without an id', { id: undefined }, 0],
  ])('%s', async (_, changes, count) => {
    const { photos } = listing(() => ({ ok: true, files: [{ ...file, ...changes }] }));
    expect(await photos.of('C1')).toHaveLength(count);
  });

  test('are asked for once in a while, again when one is posted, and unknown where Slack does not say', async () => {
    let answer: unknown = { ok: true, files: [file] };
    const { photos, asked, later } = listing(() => answer);
    photos.ahead('C1');
    expect(await photos.of('C1')).toHaveLength(1);
    await photos.of('C1');
    expect(asked()).toBe(1);
    photos.forget('C1');
    await photos.of('C1');
    expect(asked()).toBe(2);
    later(31_000);
    answer = { ok: false, error: 'missing_scope' };
    expect(await photos.of('C1')).toBeUndefined();
    answer = { ok: true, files: [file] };
    expect(await photos.of('C1')).toHaveLength(1);
  });
});

describe('a file of a message', () => {
  const one = {
    fileId: 'F1',
    name: 'pump.jpg',
    mimetype: 'image/jpeg',
    size: 1,
    user: 'U1',
    user_team: 'T1',
    mode: 'hosted',
  };
  test.each([
    ['a photo', {}, undefined],
    ['a HEIC photo', { name: 'IMG.HEIC', mimetype: 'image/heic' }, undefined],
    ['one that the order has', { fileId: 'F0' }, 'known'],
    ['a plan', { name: 'plan.pdf', mimetype: 'application/pdf' }, 'notImage'],
    ['deleted', { mode: 'tombstone' }, 'deleted'],
    ['hidden by the plan’s limit', { mode: 'hidden_by_limit' }, 'deleted'],
    ['kept outside Slack', { mode: 'external' }, 'external'],
    ['of another organisation', { user_team: 'T2' }, 'elsewhere'],
    ['nobody’s', { user: undefined }, 'unreadable'],
    ['too large', { size: 20_000_001 }, 'tooLarge'],
  ])('%s', (_, changes, why) => {
    expect(unusable({ ...one, ...changes }, 'T1', [{ ...one, fileId: 'F0' }])).toBe(why);
  });
});
