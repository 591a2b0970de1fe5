import { useRef, useState } from 'react';
import type { PersonCard } from '../contract.ts';
import { usePage } from '../page.ts';
import { Avatar } from '../widgets/Avatar.tsx';
import { useDismiss } from '../widgets/dismiss.ts';
import { Icon } from '../widgets/Icon.tsx';

/** Whose tab this is, and one click to be somebody else, here or in a new tab. */
export function People() {
  const { view } = usePage();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useDismiss(box, open, () => setOpen(false));
  const people = view.people.filter(({ canSignIn }) => canSignIn);
  return (
    <div className="people" ref={box}>
      <button type="button" className="me" aria-expanded={open} aria-haspopup="true" onClick={() => setOpen(!open)}>
        <Avatar id={view.me.id} />
        <span>
          <span className="sr">You are </span>
          <strong>{view.me.name}</strong>
          <small>{roleOf(view.me)}</small>
        </span>
        <span className="change">Switch</span>
      </button>
      {open && (
        <ul className="popup" aria-label="Be somebody else">
          {people.map((person) => (
            <Choice key={person.id} person={person} onChoose={() => setOpen(false)} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Choice({ person, onChoose }: { person: PersonCard; onChoose(): void }) {
  const { view, go } = usePage();
  return (
    <li>
      <button
        type="button"
        className="person"
        aria-current={person.id === view.me.id || undefined}
        onClick={() => {
          onChoose();
          go({ as: person.key });
        }}
      >
        <Avatar id={person.id} />
        <span>
          <strong>{person.name}</strong>
          <small>{roleOf(person)}</small>
        </span>
      </button>
      <a
        className="icon"
        href={`/?as=${person.key}`}
        target="_blank"
        rel="noreferrer"
        aria-label={`${person.name} in a new tab`}
        title="In a new tab"
      >
        <Icon name="window" />
      </a>
    </li>
  );
}

const roleOf = ({ title, kind }: PersonCard) => (kind === 'member' ? title : `${title} · ${kind}`);
