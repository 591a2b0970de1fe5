import { WebAPIPlatformError } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import { createLog } from '../../src/log.ts';
import { watchInstallation } from '../../src/slack-api/installation.ts';

const refusing = (error: string) => async () => {
  throw new WebAPIPlatformError({ ok: false, error });
};
const working = async () => 'fine';

/** Slack's words for a workspace in which the app, or anybody, can do nothing (docs: common errors; Socket Mode's own). */
const shut = [
  ...['ekm_access_denied', 'two_factor_setup_required', 'not_allowed_token_type', 'accesslimited', 'team_added_to_org'],
  ...[
    'org_login_required',
    'team_access_not_granted',
    'account_inactive',
    'invalid_auth',
    'not_authed',
    'token_revoked',
  ],
  ...['token_expired', 'user_removed_from_team', 'team_disabled', 'message_limit_exceeded'],
];

describe('A7 whether the app can act in the workspace', () => {
  const watched = () => {
    let back = 0;
    let time = 0;
    const installation = watchInstallation(
      createLog('silent'),
      () => new Promise(() => {}),
      () => void back++,
      () => time,
    );
    const pass = (ms: number) => {
      time += ms;
    };
    return { ...installation, backs: () => back, pass };
  };

  test.each(shut)('%s says no, with what to do; when the same method works again it is over', async (code) => {
    const { watch, trouble, backs } = watched();
    await expect(watch('chat.postMessage', refusing(code))).rejects.toThrow();
    expect(await trouble()).toMatch(new RegExp(`\\(${code}\\): .{20}`));
    await watch('chat.postMessage', working);
    expect([await trouble(), backs()]).toEqual([undefined, 1]);
  });

  test('another method that works does not end it, as long as it may be refused still', async () => {
    const { watch, trouble, backs, pass } = watched();
    await expect(watch('chat.postMessage', refusing('ekm_access_denied'))).rejects.toThrow();
    await watch('conversations.info', working);
    await watch('auth.test', working);
    expect([await trouble(), backs()]).toEqual([expect.stringContaining('ekm_access_denied'), 0]);
    pass(121_000);
    await watch('conversations.info', working);
    expect([await trouble(), backs()]).toEqual([undefined, 1]);
  });

  test('a token is good again when auth.test says so, also after Slack told that it was revoked', async () => {
    const { watch, revoked, trouble } = watched();
    revoked('the app was uninstalled');
    await expect(watch('views.open', refusing('invalid_auth'))).rejects.toThrow();
    expect(await trouble()).toContain('install the app again');
    await watch('auth.test', working);
    expect(await trouble()).toBeUndefined();
  });

  test.each(['channel_not_found', 'missing_scope', 'ratelimited', 'external_channel_migrating'])(
    '%s says nothing of the whole workspace',
    async (code) => {
      const { watch, trouble } = watched();
      await expect(watch('chat.postMessage', refusing(code))).rejects.toThrow();
      expect(await trouble()).toBeUndefined();
    },
  );

  test('what one instance learns of the token, the others ask Slack about: each says so once', async () => {
    let good = true;
    const asked: string[] = [];
    const names = ['first', 'second', 'third'];
    const instances = new Map<string, ReturnType<typeof watchInstallation>>();
    let told = 0;
    const settled: Promise<void>[] = [];
    for (const name of names)
      instances.set(
        name,
        watchInstallation(
          createLog('silent'),
          async () => {
            asked.push(name);
            if (!good) await refusing('token_revoked')();
          },
          undefined,
          () => 0,
          () => {
            told++;
            for (const [other, { look }] of instances) if (other !== name) settled.push(look());
          },
        ),
      );
    const quiet = async () => {
      for (let seen = -1; seen !== settled.length; ) {
        seen = settled.length;
        await Promise.all(settled);
      }
    };
    const troubles = () => Promise.all([...instances.values()].map(({ trouble }) => trouble()));
    good = false;
    instances.get('first')?.revoked('the app was uninstalled');
    await quiet();
    expect(await troubles()).toEqual(names.map(() => expect.stringContaining('Slack refuses the bot token')));
    expect([told, new Set(asked)]).toEqual([3, new Set(names)]);
    good = true;
    await instances.get('second')?.look();
    await quiet();
    expect(await troubles()).toEqual(names.map(() => undefined));
    expect(told).toBe(6);
  });
});
