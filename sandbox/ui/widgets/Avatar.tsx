import { usePage } from '../page.ts';

/** A person's initials on a colour of their own; the app has its letters. */
export function Avatar({ id }: { id: string }) {
  const { person, view } = usePage();
  const found = person(id);
  const name = found?.name ?? view.team.app;
  const hue = [...(found?.key ?? 'app')].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7);
  const isApp = found?.kind === 'bot';
  const letters = name
    .split(' ')
    .map((word) => word.charAt(0))
    .join('')
    .slice(0, 2);
  return (
    <span
      className={isApp ? 'avatar app-icon' : 'avatar'}
      style={isApp ? undefined : { backgroundColor: `hsl(${hue} 45% 36%)` }}
      aria-hidden="true"
    >
      {letters}
    </span>
  );
}
