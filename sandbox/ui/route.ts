import { useCallback, useEffect, useState } from 'react';

/** Where a tab is: who it is, which conversation is open ('' for the list, 'home' for the app's Home), and a thread. */
export interface Route {
  as: string;
  at: string;
  thread: string;
}

function read(): Route {
  const asked = new URLSearchParams(location.search);
  return { as: asked.get('as') ?? '', at: asked.get('at') ?? '', thread: asked.get('thread') ?? '' };
}

/** The route in the address bar, so that Back works and every tab keeps its own person. */
export function useRoute(): [Route, (change: Partial<Route>, replace?: boolean) => void] {
  const [route, setRoute] = useState(read);
  useEffect(() => {
    const follow = () => setRoute(read());
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  const go = useCallback((change: Partial<Route>, replace = false) => {
    const next = { ...read(), thread: '', ...change };
    const query = new URLSearchParams(Object.entries(next).filter(([, value]) => value !== ''));
    history[replace ? 'replaceState' : 'pushState'](null, '', `/?${query}`);
    setRoute(next);
  }, []);
  return [route, go];
}
