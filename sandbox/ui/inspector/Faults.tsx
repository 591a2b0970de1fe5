import { setSwitch, socketFault } from '../api.ts';
import { usePage } from '../page.ts';

/** Switches for everything Slack can do wrong. */
export function Faults() {
  const { view, act, say, twice, setTwice } = usePage();
  const tell = (work: Promise<unknown>) => void work.catch((error: unknown) => say(String(error)));
  return (
    <fieldset className="faults">
      <legend>Make Slack misbehave</legend>
      <div className="switches">
        {view.switches.map(({ id, label, hint, on }) => (
          <label key={id} title={hint}>
            <input type="checkbox" checked={on} onChange={({ target }) => tell(setSwitch(id, target.checked))} />
            <span>{label}</span>
          </label>
        ))}
        <label title="The next button is delivered twice at once">
          <input type="checkbox" checked={twice} onChange={({ target }) => setTwice(target.checked)} />
          <span>Double click</span>
        </label>
      </div>
      <div className="fault-buttons">
        <button type="button" className="button" onClick={() => void act({ act: 'redeliver' })}>
          Redeliver my last act
        </button>
        <button type="button" className="button" onClick={() => tell(socketFault('drop'))}>
          Disconnect
        </button>
        <button type="button" className="button" onClick={() => tell(socketFault('refresh'))}>
          Refresh connection
        </button>
      </div>
    </fieldset>
  );
}
