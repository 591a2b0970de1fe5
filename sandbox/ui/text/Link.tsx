import type { MouseEvent, ReactNode } from 'react';
import { permalinkRoute } from '../../permalinks.ts';
import { usePage } from '../page.ts';

/** This computer. The port may be another one: a workspace that was kept had it in an earlier demo. */
const HERE = /^(127\.0\.0\.1|localhost|\[::1\])$/;

/** What a link leads to when it is a permalink of this workspace. */
export function hereOf(url: string): URLSearchParams | undefined {
  const { hostname, pathname } = URL.canParse(url) ? new URL(url) : { hostname: '', pathname: '' };
  return HERE.test(hostname) ? permalinkRoute(pathname) : undefined;
}

/** A link. What leads to a channel, a message or a file of this workspace opens here, as in Slack's own client. */
export function Link({ url, children }: { url: string; children: ReactNode }) {
  const { view, go } = usePage();
  const here = hereOf(url);
  if (here === undefined)
    return (
      <a href={/^(https?|mailto|tel):/.test(url) ? url : undefined} target="_blank" rel="noreferrer">
        {children}
      </a>
    );
  const open = (event: MouseEvent) => {
    // With a key held down the browser opens a tab of its own, for the same person.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(Object.fromEntries(here));
  };
  return (
    <a href={`/?as=${view.me.key}&${here}`} onClick={open}>
      {children}
    </a>
  );
}
