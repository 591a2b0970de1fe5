import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, type BrowserType, chromium, type Page } from 'playwright-core';

// biome-ignore format: a list of paths
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
// biome-ignore format: a list of switches
const SWITCHES = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic'];

/** A phone in somebody's hand. */
export const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
};
/** A window on a desk. */
export const DESK: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };

/** A browser, and every tab that was opened in it. */
export interface Tabs {
  browser: Browser;
  /** Opens the page as that person; faults of the page itself are collected in `problems`. */
  open(as: string, kind?: BrowserContextOptions): Promise<Page>;
  problems: string[];
  close(): Promise<void>;
}

/** Starts Chromium; CHROMIUM names another one. */
export async function launched(browsers: BrowserType): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? PLACES.find((path) => existsSync(path));
  if (executablePath === undefined)
    throw new Error('There is no Chromium: apt-get install chromium, or name one in CHROMIUM');
  return browsers.launch({ executablePath, args: SWITCHES, env: { ...process.env, LANGUAGE: 'en_GB' } });
}

/** The same for a sandbox at that address. */
export async function startTabs(url: string, patienceMs = 15_000): Promise<Tabs> {
  const browser = await launched(chromium);
  const problems: string[] = [];
  return {
    browser,
    problems,
    open: async (as, kind = DESK) => {
      const context = await browser.newContext({ ...kind, timezoneId: 'America/New_York' });
      const page = await context.newPage();
      page.setDefaultTimeout(patienceMs);
      page.on('pageerror', (error) => problems.push(`${as}: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(`${as}: ${message.text()}`);
      });
      await page.goto(`${url}/?as=${as}`);
      await page.getByRole('button', { name: 'Switch' }).waitFor();
      return page;
    },
    close: () => browser.close(),
  };
}
