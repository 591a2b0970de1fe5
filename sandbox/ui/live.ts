import { useCallback, useEffect, useRef, useState } from 'react';
import { fetchView } from './api.ts';
import type { LiveMessage, PageView, TrafficLine } from './contract.ts';

const AGAIN_MS = 1000;
const LINES = 500;

/** The page's view of the workspace, fetched again whenever something changes. */
export interface Live {
  view: PageView | undefined;
  /** Why there is no view, in words for the person. */
  error: string;
  online: boolean;
  lines: TrafficLine[];
  refresh(): Promise<void>;
  /** From now on the traffic is told as well. */
  watchTraffic(): void;
}

/** Keeps the view of this person up to date. */
export function useLive(as: string, channel: string): Live {
  const [view, setView] = useState<PageView>();
  const [error, setError] = useState('');
  const [online, setOnline] = useState(true);
  const [lines, setLines] = useState<TrafficLine[]>([]);
  const asked = useRef({ as, channel });
  asked.current = { as, channel };
  const fetching = useRef<Promise<void>>(undefined);
  const dirty = useRef(false);
  const socket = useRef<WebSocket>(undefined);
  const curious = useRef(false);

  const refresh = useCallback((): Promise<void> => {
    if (fetching.current !== undefined) {
      dirty.current = true;
      return fetching.current;
    }
    const load = async () => {
      do {
        dirty.current = false;
        const { as, channel } = asked.current;
        try {
          const next = await fetchView(as, channel);
          if (as === asked.current.as && channel === asked.current.channel) {
            setView(next);
            setError('');
          } else dirty.current = true;
        } catch (problem) {
          setError(problem instanceof Error ? problem.message : String(problem));
        }
      } while (dirty.current);
    };
    fetching.current = load().finally(() => {
      fetching.current = undefined;
    });
    return fetching.current;
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another person or conversation is another view.
  useEffect(() => void refresh(), [as, channel, refresh]);

  useEffect(() => {
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const open = () => {
      const link = new WebSocket(`ws://${location.host}/page/live`);
      socket.current = link;
      link.onopen = () => {
        setOnline(true);
        if (curious.current) link.send('traffic');
        void refresh();
      };
      link.onmessage = ({ data }) => {
        const message: LiveMessage = JSON.parse(String(data));
        if (message.type === 'change') void refresh();
        else setLines((before) => [...before, ...message.lines].slice(-LINES));
      };
      link.onclose = () => {
        if (over) return;
        setOnline(false);
        timer = setTimeout(open, AGAIN_MS);
      };
    };
    open();
    return () => {
      over = true;
      clearTimeout(timer);
      socket.current?.close();
    };
  }, [refresh]);

  const watchTraffic = useCallback(() => {
    if (curious.current) return;
    curious.current = true;
    if (socket.current?.readyState === WebSocket.OPEN) socket.current.send('traffic');
  }, []);

  return { view, error, online, lines, refresh, watchTraffic };
}
