import { useEffect, useRef, useState } from 'react';
import type { Notice } from '../contract.ts';
import { usePage } from '../page.ts';
import { clockTime } from '../text/dates.ts';

const SHOWN_MS = 7000;
const AT_ONCE = 3;

/** Notifications as a phone shows them: where from, and the text of the message. New ones come up for a while. */
export function Banners() {
  const { view, route } = usePage();
  const [up, setUp] = useState<Notice[]>([]);
  const seen = useRef<{ me: string; ts: string }>({ me: '', ts: '' });
  const me = view.me.id;
  const last = view.notices.at(-1)?.ts ?? '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at when a newer notice has come.
  useEffect(() => {
    if (seen.current.me !== me) {
      seen.current = { me, ts: last };
      setUp([]);
      return;
    }
    const fresh = view.notices.filter(({ ts, channel }) => ts > seen.current.ts && channel !== route.at);
    seen.current = { me, ts: last > seen.current.ts ? last : seen.current.ts };
    if (fresh.length === 0) return;
    setUp((before) => [...before, ...fresh].slice(-AT_ONCE));
    setTimeout(() => setUp((before) => before.filter((notice) => !fresh.includes(notice))), SHOWN_MS);
  }, [me, last]);
  return (
    <div className="banners" role="status" aria-label="New notifications">
      {up.map((notice) => (
        <NoticeView key={notice.ts} notice={notice} onChoose={() => setUp(up.filter((one) => one !== notice))} />
      ))}
    </div>
  );
}

/** The last notifications, newest first. */
export function Phone({ onClose }: { onClose(): void }) {
  const { view } = usePage();
  return (
    <aside className="side phone" aria-label="Notifications">
      <header className="side-head">
        <h2>
          Notifications <small>as on {view.me.name}’s phone</small>
        </h2>
        <button type="button" className="icon" aria-label="Close the notifications" onClick={onClose}>
          ×
        </button>
      </header>
      <div className="lock-screen scroll">
        {view.notices.length === 0 && <p className="empty">None yet.</p>}
        {view.notices.toReversed().map((notice) => (
          <NoticeView key={notice.ts} notice={notice} onChoose={onClose} />
        ))}
      </div>
    </aside>
  );
}

function NoticeView({ notice, onChoose }: { notice: Notice; onChoose(): void }) {
  const { view, go } = usePage();
  return (
    <button
      type="button"
      className="notice"
      onClick={() => {
        onChoose();
        go({ at: notice.channel });
      }}
    >
      <span>
        <strong>{notice.place}</strong>
        <time>{clockTime(Number(notice.ts), view.me.zone)}</time>
      </span>
      {notice.text}
    </button>
  );
}
