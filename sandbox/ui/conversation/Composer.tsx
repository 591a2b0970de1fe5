import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { uploadFile } from '../api.ts';
import type { OpenConversation } from '../contract.ts';
import { usePage } from '../page.ts';
import { Icon } from '../widgets/Icon.tsx';
import { CommandList, FilesToSend } from './ComposerLists.tsx';
import { ShortcutMenu } from './ShortcutMenu.tsx';

/** Where one writes: messages, files, slash commands. */
export function Composer({ conversation, thread }: { conversation: OpenConversation; thread?: string }) {
  const { view, act, say } = usePage();
  const [text, setText] = useState('');
  const [files, setFiles] = useState<File[]>([]);
  const [at, setAt] = useState(0);
  const [busy, setBusy] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const onlyCommands = conversation.closed !== '';
  useEffect(() => {
    if (area.current) area.current.style.height = 'auto';
    if (area.current && text) area.current.style.height = `${Math.min(area.current.scrollHeight, 200)}px`;
  }, [text]);

  if (conversation.archived || !conversation.member) return <Closed conversation={conversation} />;

  const offered = /^\/\S*$/.test(text) ? view.commands.filter(({ command }) => command.startsWith(text)) : [];
  const complete = (command: string | undefined) => {
    if (command) setText(`${command} `);
    area.current?.focus();
  };
  const send = async () => {
    const line = text.trim();
    if ((line === '' && files.length === 0) || busy) return;
    setBusy(true);
    try {
      if (line.startsWith('/')) {
        if (thread) return say('Slash commands do not work in threads.');
        const { trouble } = await act({ act: 'command', channel: conversation.id, line });
        if (trouble) return;
      } else if (onlyCommands) return say(conversation.closed);
      else {
        const ids = await Promise.all(files.map((file) => uploadFile(view.me.key, file)));
        await act({ act: 'say', channel: conversation.id, text, files: ids, ...(thread ? { thread } : {}) });
      }
      setText('');
      setFiles([]);
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (offered.length > 0 && offered[0]?.command !== text) {
      if (event.key === 'Tab' || event.key === 'Enter') {
        event.preventDefault();
        return complete(offered[Math.min(at, offered.length - 1)]?.command);
      }
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        return setAt((at + (event.key === 'ArrowDown' ? 1 : offered.length - 1)) % offered.length);
      }
    }
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void send();
    }
  };

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {onlyCommands && <p className="closed">{conversation.closed}</p>}
      <CommandList offered={offered} at={at} onChoose={complete} />
      <FilesToSend files={files} onChange={setFiles} />
      <textarea
        ref={area}
        rows={1}
        value={text}
        aria-label={
          thread ? 'Reply' : `Message to ${conversation.kind === 'app' ? conversation.name : `#${conversation.name}`}`
        }
        placeholder={
          thread
            ? 'Reply …'
            : onlyCommands
              ? 'Type / for a command'
              : `Message ${conversation.kind === 'app' ? '' : '#'}${conversation.name}, or / for a command`
        }
        onChange={({ target }) => {
          setText(target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div className="composer-bar">
        {!thread && <ShortcutMenu />}
        <button
          type="button"
          className="icon"
          aria-label="Attach files"
          title="Attach files"
          onClick={() => picker.current?.click()}
        >
          <Icon name="clip" />
        </button>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          aria-label="Files"
          onChange={({ target }) => {
            setFiles([...files, ...(target.files ?? [])]);
            target.value = '';
          }}
        />
        <button
          type="submit"
          className="button primary send"
          aria-busy={busy}
          disabled={text.trim() === '' && files.length === 0}
        >
          Send
        </button>
      </div>
    </form>
  );
}

function Closed({ conversation }: { conversation: OpenConversation }) {
  const { act } = usePage();
  return (
    <div className="composer">
      <p className="closed">{conversation.closed}</p>
      {!conversation.archived && (
        <button
          type="button"
          className="button primary"
          onClick={() => void act({ act: 'join', channel: conversation.id })}
        >
          Join channel
        </button>
      )}
    </div>
  );
}
