import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSaved, type SavedWorkspace } from '../server/workspace/saved.ts';

/** Marks a folder as the demo's own, so that nothing else is ever emptied. */
const MARK = '.service-orders-demo';
const RUNNING = 'running.json';
const WORKSPACE = 'workspace.bin';
const STEPS = 'steps.json';

/** The app's database in the folder, unless it is in PostgreSQL. */
export const DATABASE_FILE = 'service-orders.db';

/** The address of the demo that uses this folder now; undefined when none does. */
export async function runningDemo(path: string): Promise<string | undefined> {
  const file = join(path, RUNNING);
  const url = existsSync(file) ? urlIn(readFileSync(file, 'utf8')) : '';
  return (await answers(url)) ? url : undefined;
}

/** What the last demo left behind. */
export interface Found {
  saved: SavedWorkspace | undefined;
  /** The titles of the first steps that were done. */
  steps: string[];
  /** Why it does not go on, in words; '' when it does, or when there was nothing. */
  afresh: string;
}

/** The folder of the demo's data: the app's database and the sandbox's workspace, which must agree. */
export interface DemoFolder {
  path: string;
  /** Makes the folder ready; refuses one that holds something else, or that another demo uses. */
  open(reset: boolean): Promise<Found>;
  /** From here on the workspace that is saved is out of date. */
  begin(url: string): void;
  /** Both halves are at rest: the next demo goes on from here. */
  save(workspace: Uint8Array, steps: readonly string[]): void;
}

/** The folder at that path; `database`: what in it is the app's. */
export function demoFolder(path: string, database: string): DemoFolder {
  const file = (name: string) => join(path, name);
  const empty = () => {
    rmSync(path, { recursive: true, force: true });
    mkdirSync(path, { recursive: true });
    writeFileSync(file(MARK), '');
  };
  return {
    path,
    open: async (reset) => {
      const isNew = !existsSync(path) || readdirSync(path).length === 0;
      if (!isNew && !existsSync(file(MARK)))
        throw new Error(`${path} holds something else. Name another folder with --data`);
      const running = await runningDemo(path);
      if (running !== undefined) throw new Error(`A demo runs already: ${running}`);
      const fresh = (afresh: string): Found => {
        empty();
        return { saved: undefined, steps: [], afresh };
      };
      if (isNew || reset) return fresh('');
      if (existsSync(file(RUNNING))) return fresh('The last demo did not end properly');
      const saved = existsSync(file(WORKSPACE)) ? readSaved(readFileSync(file(WORKSPACE))) : undefined;
      if (saved !== undefined && !existsSync(file(database))) return fresh('The last demo was on another database');
      return saved === undefined
        ? fresh('The last demo left nothing to go on with')
        : { saved, steps: stepsIn(file(STEPS)), afresh: '' };
    },
    begin: (url) => writeFileSync(file(RUNNING), JSON.stringify({ url })),
    save: (workspace, steps) => {
      writeFileSync(file(STEPS), JSON.stringify(steps));
      writeFileSync(file(`${WORKSPACE}.new`), workspace);
      renameSync(file(`${WORKSPACE}.new`), file(WORKSPACE));
      rmSync(file(RUNNING), { force: true });
    },
  };
}

function stepsIn(file: string): string[] {
  const found: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  return Array.isArray(found) ? found.filter((title) => typeof title === 'string') : [];
}

function urlIn(text: string): string {
  return /"url":"(http:\/\/127\.0\.0\.1:\d+)"/.exec(text)?.[1] ?? '';
}

async function answers(url: string): Promise<boolean> {
  if (url === '') return false;
  // Somebody else's server may be there by now.
  return fetch(`${url}/sandbox/env`, { signal: AbortSignal.timeout(1000) }).then(
    async (response) => response.ok && (await response.text()).includes('SLACK_API_URL'),
    () => false,
  );
}
