import type { Address } from '../instruments/addresses.ts';
import type { Rotation } from '../ports.ts';
import type { World } from '../world.ts';

/**
 * An instance that does not answer in this time may be busy; when it is silent so often in a row, it is not ready.
 * Milliseconds.
 */
const READY_WITHIN = 1000;
const SILENT_TIMES = 3;

/** The addresses of the app, each payload to one of them; with `readyMs` only to those whose /readyz is fine. */
export function createRotation(
  world: () => World,
  options: { requestUrl?: string | readonly string[] | undefined; readyMs?: number | undefined },
): Rotation {
  const { requestUrl = [], readyMs } = options;
  let all: Address[] = [];
  /** Those that are known already stay as they are. */
  const set = (urls: readonly string[]) => {
    all = urls.map((url) => {
      if (!/^https?:/.test(url) || !URL.canParse(url)) throw new Error(`"${url}" is no address of an app`);
      return all.find((one) => one.url === url) ?? { url, takenOut: false, ready: readyMs === undefined };
    });
  };
  set([requestUrl].flat());
  let timer: NodeJS.Timeout | undefined;
  const inRotation = () => all.filter(({ takenOut, ready }) => ready && !takenOut);
  const changed = (what: string) => {
    world().inspector.note(what);
    world().workspace.changed();
  };

  const turn = (url: string, takenOut: boolean) => {
    const found = all.find((one) => one.url === url);
    if (found === undefined) throw new Error(`${url} is none of the app's addresses`);
    if (found.takenOut === takenOut) return;
    found.takenOut = takenOut;
    changed(`${new URL(url).host} ${takenOut ? 'was taken out of' : 'is back in'} the rotation`);
  };

  const silent = new WeakMap<Address, number>();
  const look = async (one: Address) => {
    const said = await isReady(one.url);
    silent.set(one, said === undefined ? (silent.get(one) ?? 0) + 1 : 0);
    const ready = said ?? (one.ready && (silent.get(one) ?? 0) < SILENT_TIMES);
    if (ready === one.ready || !all.includes(one)) return;
    one.ready = ready;
    changed(`${new URL(one.url).host} is ${ready ? 'ready' : 'not ready'}`);
  };
  const lookAfter = (ms: number) => {
    timer = setTimeout(() => {
      Promise.all(all.map(look)).then(
        () => timer && lookAfter(ms),
        () => {},
      );
    }, ms).unref();
  };
  if (readyMs !== undefined) lookAfter(readyMs);

  return {
    set: (...urls) => {
      set(urls);
      world().workspace.changed();
      world().delivery.flush();
    },
    list: () => all.map((one) => ({ ...one })),
    takeOut: (url) => turn(url, true),
    putBack: (url) => turn(url, false),
    up: () => inRotation().length,
    next: () => {
      const up = inRotation();
      return up[up.length > 0 ? world().faults.chosen(up.length) : 0]?.url;
    },
    stop: () => {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}

/** What a load balancer asks; undefined: no answer in time. */
async function isReady(url: string): Promise<boolean | undefined> {
  try {
    const response = await fetch(new URL('/readyz', url), { signal: AbortSignal.timeout(READY_WITHIN) });
    await response.text();
    return response.ok;
  } catch (error) {
    return error instanceof DOMException && error.name === 'TimeoutError' ? undefined : false;
  }
}
