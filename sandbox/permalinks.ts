/**
 * The query with which the page shows what a permalink of this workspace leads to: `/archives/C…`, `/archives/C…/p…`,
 * `/files/U…/F…/name`. Undefined for any other path. Both sides use it: the server for links from elsewhere, the page for its own.
 */
export function permalinkRoute(path: string): URLSearchParams | undefined {
  const [, at, seconds, micros] = /^\/archives\/([CDG][A-Z0-9]+)(?:\/p(\d{10})(\d{6}))?\/?$/.exec(path) ?? [];
  if (at !== undefined) return new URLSearchParams({ at, ...(seconds ? { message: `${seconds}.${micros}` } : {}) });
  const [, file] = /^\/files\/[UW][A-Z0-9]+\/(F[A-Z0-9]+)(?:\/[^/]*)?$/.exec(path) ?? [];
  return file === undefined ? undefined : new URLSearchParams({ file });
}
