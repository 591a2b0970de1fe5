import type { Store } from '../../db/ports.ts';
import type { Metrics } from '../metrics.ts';
import type { Workspaces } from '../workspaces.ts';

/** Why the app cannot do its job; undefined when it can, in one of its workspaces at least. */
export async function notReady(
  unreachable: () => string | undefined,
  store: Store,
  workspaces: Workspaces,
): Promise<string | undefined> {
  const unheard = unreachable();
  if (unheard) return unheard;
  if (!(await store.alive())) return 'the database cannot be used; the log says why';
  const troubles = await Promise.all(workspaces.all().map((workspace) => workspace.installation.trouble()));
  return troubles.every((trouble) => trouble !== undefined) ? troubles[0] : undefined;
}

/** The metrics in Prometheus' format. Without the database there are the other numbers: none is better than an old one. */
export async function metricsText(
  { backlog, registry }: Metrics,
  store: Store,
  teams: readonly string[],
  now: number,
): Promise<string> {
  backlog.reset();
  for (const team of teams) {
    const counts = await store.backlog(team, now).catch(() => ({}));
    for (const [status, count] of Object.entries(counts))
      if (status !== 'oldestDue') backlog.inc({ status }, count ?? 0);
  }
  return registry.metrics();
}
