import { usePage } from '../page.ts';

/** The language of this person's Slack, which apps are told; the page itself stays in English. */
export function Language() {
  const { view, act } = usePage();
  const { me, languages } = view;
  return (
    <label className="language">
      Language
      <select
        value={me.locale}
        aria-label={`Language of ${me.name}’s Slack`}
        onChange={({ target }) => void act({ act: 'language', locale: target.value })}
      >
        {languages.map(({ locale, name }) => (
          <option key={locale} value={locale} lang={locale}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
