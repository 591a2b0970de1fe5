// Before npm run settings: who has only the demo is told the command that works with it.
import { existsSync, readFileSync } from 'node:fs';

const isSetUp =
  process.env.SLACK_BOT_TOKEN ||
  (existsSync('.env') && /^\s*SLACK_BOT_TOKEN\s*=\s*\S/m.test(readFileSync('.env', 'utf8')));
if (!isSetUp && existsSync('demo-data/.service-orders-demo')) {
  process.stderr.write(
    `No Slack workspace is configured here (.env). For the settings of the demo, start it with “npm run demo”, and in another terminal:

  npm run demo:settings
  npm run demo:settings -- set company.name "Northwind Field Services"
`,
  );
  process.exit(1);
}
