import { useCallback, useEffect, useMemo, useState } from 'react';
import { fetchFile, sendAct } from './api.ts';
import type { Act, ActResult, FileCard } from './contract.ts';
import { Conversation } from './conversation/Conversation.tsx';
import { Thread } from './conversation/Thread.tsx';
import { FileViewer } from './files/FileViewer.tsx';
import { Banners, Phone } from './frame/Phone.tsx';
import { Sidebar } from './frame/Sidebar.tsx';
import { Steps } from './frame/Steps.tsx';
import { type Panel, TopBar } from './frame/TopBar.tsx';
import { Inspector } from './inspector/Inspector.tsx';
import { useLive } from './live.ts';
import { type Page, PageContext } from './page.ts';
import { useRoute } from './route.ts';
import { AppTabs } from './views/AppTabs.tsx';
import { Modal } from './views/Modal.tsx';
import { Dialog } from './widgets/Dialog.tsx';
import { Icon } from './widgets/Icon.tsx';

const TOAST_MS = 6000;
const isNarrow = () => matchMedia('(max-width: 699px)').matches;

/** The whole page of one tab. */
export function App() {
  const [route, go] = useRoute();
  const as = route.as || 'ana';
  const live = useLive(as, route.at);
  const [panel, setPanel] = useState<Panel>(isNarrow() ? '' : 'steps');
  const [file, setFile] = useState<FileCard>();
  const [toast, setToast] = useState('');
  const [twice, setTwice] = useState(false);
  const { view, refresh } = live;

  const say = useCallback((words: string) => setToast(words), []);
  useEffect(() => {
    if (toast === '') return;
    const timer = setTimeout(() => setToast(''), TOAST_MS);
    return () => clearTimeout(timer);
  }, [toast]);

  const act = useCallback(
    async (what: Act): Promise<ActResult> => {
      try {
        const result = await sendAct(as, what);
        if (result.trouble && what.act !== 'submit') setToast(result.trouble);
        await refresh();
        return result;
      } catch (error) {
        const words = error instanceof Error ? error.message : String(error);
        setToast(words);
        return { trouble: words };
      }
    },
    [as, refresh],
  );

  useEffect(() => {
    if (route.file === '') return;
    fetchFile(as, route.file).then(setFile, (error: unknown) =>
      setToast(error instanceof Error ? error.message : String(error)),
    );
  }, [as, route.file]);

  const people = useMemo(() => new Map(view?.people.map((one) => [one.id, one])), [view?.people]);
  const name = view?.me.name;
  useEffect(() => {
    document.title = `${name ?? 'Sandbox'} · Sandbox, not Slack`;
  }, [name]);

  if (view === undefined)
    return (
      <p className="starting">
        Sandbox · not Slack
        {live.error && (
          <span role="alert">
            {live.error}{' '}
            <button type="button" className="button" onClick={() => go({ as: 'ana', at: '' })}>
              Begin again
            </button>
          </span>
        )}
      </p>
    );

  // A thread stands where a panel does.
  const showPanel = (next: Panel) => {
    if (route.thread) go({ thread: '' });
    setPanel(next);
  };
  const page: Page = { view, route, go, act, person: (id) => people.get(id), showFile: setFile, twice, setTwice, say };
  const closeFile = () => {
    setFile(undefined);
    if (route.file) go({ file: '' }, true);
  };
  const top = view.modals.at(-1);
  const known = route.at === 'home' || view.conversations.some(({ id }) => id === route.at);
  const at = known ? route.at : isNarrow() ? '' : 'home';
  const ready = view.open?.id === at ? view.open : undefined;
  const isApp = at === 'home' || view.conversations.some(({ id, kind }) => id === at && kind === 'app');
  return (
    <PageContext value={page}>
      <div className={`page ${at === '' ? 'on-list' : 'on-conversation'} ${panel || route.thread ? 'with-side' : ''}`}>
        <TopBar panel={panel} setPanel={showPanel} online={live.online} />
        <Sidebar />
        <main>
          {at !== '' && (
            <button type="button" className="back" onClick={() => go({ at: '' })}>
              <Icon name="back" /> All conversations
            </button>
          )}
          {isApp ? (
            <AppTabs at={at} open={ready} />
          ) : ready ? (
            <Conversation conversation={ready} />
          ) : (
            <p className="empty">Choose a conversation.</p>
          )}
        </main>
        {route.thread && ready && <Thread conversation={ready} ts={route.thread} />}
        {!route.thread && panel === 'steps' && view.steps.length > 0 && <Steps onClose={() => setPanel('')} />}
        {!route.thread && panel === 'phone' && <Phone onClose={() => setPanel('')} />}
        {!route.thread && panel === 'inspector' && (
          <Inspector lines={live.lines} onOpen={live.watchTraffic} onClose={() => setPanel('')} />
        )}
      </div>
      <Banners />
      {top && (
        <Dialog
          label={top.title}
          className="modal-dialog"
          onClose={() => void act({ act: 'close', view: top.id, all: false })}
        >
          <Modal key={top.id} shown={top} depth={view.modals.length} />
        </Dialog>
      )}
      {file && <FileViewer file={file} as={view.me.key} onClose={closeFile} />}
      {toast && (
        <div className="toast" role="alert">
          {toast}
        </div>
      )}
    </PageContext>
  );
}
