/** Bolt over Socket Mode with a listener that does nothing but ack: what any app's ack costs at least. */
import { App, SocketModeReceiver } from '@slack/bolt';

const slackApiUrl = process.env.SLACK_API_URL ?? '';
const receiver = new SocketModeReceiver({
  appToken: process.env.SLACK_APP_TOKEN ?? '',
  installerOptions: { clientOptions: { slackApiUrl } },
});
const app = new App({
  receiver,
  authorize: async () => ({ botToken: process.env.SLACK_BOT_TOKEN ?? '', botId: 'B1', botUserId: 'U1' }),
  clientOptions: { slackApiUrl },
});
app.view(/.*/, async ({ ack }) => ack());
await app.start();
process.stdout.write('ready\n');
