import { usePage } from '../page.ts';
import { Icon } from '../widgets/Icon.tsx';

export type Panel = '' | 'steps' | 'inspector' | 'phone';

interface TopBarProps {
  panel: Panel;
  setPanel(panel: Panel): void;
  online: boolean;
}

/** The top line: whose workspace, that this is not Slack, and the panels at the right. */
export function TopBar({ panel, setPanel, online }: TopBarProps) {
  const { view } = usePage();
  const open = view.steps.filter(({ done }) => !done).length;
  const faults = view.switches.filter(({ on }) => on).length;
  const toggle = (name: Panel) => ({
    type: 'button' as const,
    'aria-pressed': panel === name,
    onClick: () => setPanel(panel === name ? '' : name),
  });
  return (
    <header className="top-bar">
      <img src="/page/assets/logo.svg" alt="" width="28" height="28" />
      <span className="team">{view.team.name}</span>
      <strong className="not-slack">Sandbox · not Slack</strong>
      {!online && (
        <span className="offline" role="alert">
          The sandbox has stopped
        </span>
      )}
      {online && !view.connected && (
        <span className="offline" role="status">
          The app is not connected
        </span>
      )}
      <span className="spring" />
      {view.steps.length > 0 && (
        <button {...toggle('steps')} aria-label={`First steps, ${open} open`}>
          <Icon name="compass" /> <span className="word">First steps</span>
          {open > 0 && <span className="count">{open}</span>}
        </button>
      )}
      <button {...toggle('phone')} aria-label="Notifications">
        <Icon name="phone" /> <span className="word">Notifications</span>
      </button>
      <button {...toggle('inspector')} aria-label="Inspector">
        <Icon name="pulse" /> <span className="word">Inspector</span>
        {faults > 0 && (
          <span className="count" title="Faults are on">
            {faults}
          </span>
        )}
      </button>
    </header>
  );
}
