import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The company whose name and logo stand on the documents, set as an admin would. */
const COMPANY = [
  ...['company.name', 'Northwind Field Services', 'company.address', 'Calle Larios 5\n29005 Málaga, Spain'],
  ...['company.taxId', 'ES B12345678', 'company.email', 'service@northwind.example'],
  ...['company.logo', fileURLToPath(new URL('../ui/logo.svg', import.meta.url)), 'document.accentColor', '#0f4c5c'],
  ...['document.timeZone', 'Europe/Madrid', 'money.taxRate', '21'],
];

/** Who has their Slack in another language than English: a supervisor, and one of the crew. */
export const LANGUAGES = { sofia: 'de-DE', fiona: 'es-LA' } as const;

/** Whether the prices of orders that are submitted from now on are for the office only. */
export const pricesFor = (audience: 'everybody' | 'office') => ['prices.visibleTo', audience];

/** Sets up the company (or what is given) with the app's own settings command; rejects with its words when it fails. */
export function introduceCompany(
  command: string,
  cwd: string,
  env: Record<string, string>,
  settings: readonly string[] = COMPANY,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, 'set', ...settings], {
      cwd,
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let words = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      words += text;
    });
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`The company could not be set up:\n\n${words}`)),
    );
  });
}
