import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startOnFreePort } from './free-port.ts';
import { buildPage } from './server/page/assets.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    http: { type: 'boolean' },
    'request-url': { type: 'string', multiple: true },
    manifest: { type: 'string', default: 'slack-manifest.yml' },
    'rate-limits': { type: 'boolean' },
  },
});

const print = (line: string) => process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  if (!existsSync(values.manifest))
    throw new Error(`There is no manifest ${values.manifest}; give one with --manifest FILE`);
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65_536))
    throw new Error(`--port ${values.port} is no port`);
  const sandbox = await startOnFreePort({
    manifest: values.manifest,
    port,
    ...(values.http ? { mode: 'http' } : {}),
    requestUrl: values['request-url'],
    rateLimits: values['rate-limits'] ? 'tiers' : 'off',
  });
  let ending: number | undefined;
  const stop = () => {
    // Ctrl-C under npm is heard twice at once; a second one later means it.
    if (ending !== undefined && performance.now() - ending > 1000) process.exit(0);
    if (ending !== undefined) return;
    ending = performance.now();
    setTimeout(() => process.exit(0), 2000).unref();
    sandbox.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  print(
    `This is a sandbox on ${sandbox.url}, not Slack: nothing leaves this computer, and everything is gone when it stops.`,
  );
  print(`Open ${sandbox.url} in a browser to see it.\n`);
  print('Put these lines into the .env of the app:\n');
  // A token left over from Socket Mode would keep the app in it.
  const lines = values.http ? { SLACK_APP_TOKEN: '', ...sandbox.env } : sandbox.env;
  for (const [name, value] of Object.entries(lines)) print(`${name}=${value}`);
  if (values.http && !values['request-url'])
    print('\nTell where the app listens: --request-url http://127.0.0.1:3000/slack/events');
  print('\nStop with Ctrl-C.');
  await buildPage();
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
