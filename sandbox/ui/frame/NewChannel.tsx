import { useState } from 'react';
import { usePage } from '../page.ts';
import { Dialog } from '../widgets/Dialog.tsx';

/** Makes a channel, which the person is then in, and nobody else. */
export function NewChannel({ onClose }: { onClose(): void }) {
  const { act, go } = usePage();
  const [name, setName] = useState('');
  const [isPrivate, setPrivate] = useState(true);
  const [trouble, setTrouble] = useState('');
  const create = async () => {
    const { channel, trouble: why = '' } = await act({ act: 'createChannel', name, isPrivate });
    setTrouble(why);
    if (channel === undefined) return;
    onClose();
    go({ at: channel });
  };
  return (
    <Dialog label="Create a channel" className="modal-dialog" onClose={onClose}>
      <form
        className="modal"
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <header className="modal-head">
          <h2>Create a channel</h2>
        </header>
        <div className="modal-body">
          <div className="block-input">
            <label htmlFor="channel-name">Name</label>
            <input
              id="channel-name"
              type="text"
              value={name}
              maxLength={80}
              autoComplete="off"
              onChange={({ target }) => setName(target.value)}
            />
            {trouble && (
              <p className="field-error" role="alert">
                {trouble}
              </p>
            )}
          </div>
          <label className="choice">
            <input type="checkbox" checked={isPrivate} onChange={({ target }) => setPrivate(target.checked)} />
            <span>Private</span>
          </label>
          <p className="hint">
            To add people, or the app, type <code>/invite @name</code> in the channel.
          </p>
        </div>
        <footer className="modal-foot">
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="button primary" disabled={name.trim() === ''}>
            Create
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
