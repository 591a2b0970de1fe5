import { expect, test } from 'vitest';
import { isAnswerAddress, isSlackAddress } from '../../src/slack-api/hosts.ts';

const SLACK = 'https://slack.com/api/';
const NEAR = 'http://localhost:4000/api/';

// biome-ignore format: a table reads best as a table
const addresses: readonly [string, string, slack: boolean, answer: boolean][] = [
  ['https://hooks.slack.com/actions/T1/2/x',   SLACK, true,  true],
  ['https://slack.com/x',                      SLACK, true,  true],
  ['https://hooks.slack-gov.com/x',            SLACK, true,  true],
  ['http://hooks.slack.com/x',                 SLACK, false, false],
  ['http://slack.com/x',                       SLACK, false, false],
  ['https://slack.com.evil.example/x',         SLACK, false, false],
  ['https://evilslack.com/x',                  SLACK, false, false],
  ['https://evil.example/slack.com',           SLACK, false, false],
  ['https://slack.com@evil.example/',          SLACK, false, false],
  ['https://me:secret@hooks.slack.com/',       SLACK, false, false],
  ['http://169.254.169.254/latest/meta-data',  SLACK, false, false],
  ['https://hooks.slack.com:443/x',            SLACK, true,  true],
  ['https://hooks.slack.com:8443/x',           SLACK, false, false],
  ['https://hooks.slack.com./x',               SLACK, false, false],
  ['https://HOOKS.Slack.COM/x',                SLACK, true,  true],
  ['https://hooks.sl\u0430ck.com/x',           SLACK, false, false],
  ['https://hooks.slack.com\u3002evil.example/x', SLACK, false, false],
  ['https://hooks.slack.com%2eevil.example/x', SLACK, false, false],
  ['https://hooks.slack.com\\@evil.example/x',  SLACK, true,  true],
  ['https://[::ffff:169.254.169.254]/x',       SLACK, false, false],
  ['https://.slack.com/x',                     SLACK, false, false],
  ['http://127.0.0.1:4000/x',                  SLACK, false, false],
  ['file:///etc/passwd',                       SLACK, false, false],
  ['javascript:alert(1)',                      SLACK, false, false],
  ['',                                         SLACK, false, false],
  ['http://localhost:4001/hook',               NEAR,  true,  true],
  ['http://127.0.0.1:4000/hook',               NEAR,  false, true],
  ['http://192.168.0.1/hook',                  NEAR,  false, false],
  ['http://[::1]:4000/hook',                   NEAR,  false, true],
  ['http://127.0.0.1.:4000/hook',              NEAR,  false, true],
  ['http://[::ffff:192.168.0.1]/hook',         NEAR,  false, false],
  ['https://localhost.evil.example/hook',      NEAR,  false, false],
];
test.each(addresses)('%s, where the Web API is %s', (address, api, slack, answer) => {
  expect(isSlackAddress(address, api)).toBe(slack);
  expect(isAnswerAddress(address, api)).toBe(answer);
});
