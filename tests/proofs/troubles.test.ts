import { test } from 'vitest';
import type { Fault } from '../../sandbox/server/instruments/faults.ts';
import { deliveredOnce } from '../support/delivered-once.ts';
import { sketches } from '../support/sketches.ts';
import { startStage } from '../support/stage.ts';

// tests/e2e/troubles.test.ts has three more.
const faults: [string, string, Fault][] = [
  ['the answer of the channel’s creation is lost', 'conversations.create', { kind: 'lost' }],
  ['the answer of the sharing is lost', 'files.completeUploadExternal', { kind: 'lost' }],
  ['the answer of a post breaks off halfway', 'chat.postMessage', { kind: 'cut' }],
  ['an invitation fails inside Slack', 'conversations.invite', { kind: 'status', status: 500 }],
  ['a proxy answers with a page', 'chat.update', { kind: 'html' }],
  ['an upload is answered with 503', 'upload', { kind: 'status', status: 503 }],
  ['the topic fails for a moment', 'conversations.setTopic', { kind: 'error', error: 'service_unavailable' }],
];
test.each(faults)('%s: it is delivered all the same, once', async (_, method, fault) => {
  const stage = await startStage('socket', {}, sketches);
  await deliveredOnce(stage, method, fault);
  await stage.stop();
});
