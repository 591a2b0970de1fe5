import { useState } from 'react';
import { obj, str, textOf } from '../json.ts';
import { usePage } from '../page.ts';
import { withEmoji } from '../text/emoji.ts';
import { hereOf } from '../text/Link.tsx';
import { Confirm } from './Confirm.tsx';
import type { ElementProps } from './field.ts';
import { actionId, blockId, useSurface } from './surface.ts';

/** A button of Block Kit, with its style and, where the app wants one, its question. */
export function Button({ block, element }: ElementProps) {
  const surface = useSurface();
  const { go } = usePage();
  const [asking, setAsking] = useState(false);
  const spot = { block, element };
  const busy = surface.busy === `${blockId(spot)} ${actionId(spot)}`;
  const press = () => {
    surface.press(spot);
    const url = str(element.url);
    const here = hereOf(url);
    if (here) go(Object.fromEntries(here));
    else if (/^https?:/.test(url)) window.open(url, '_blank', 'noreferrer');
  };
  return (
    <>
      <button
        type="button"
        className={`button ${str(element.style)}`}
        aria-label={str(element.accessibility_label) || undefined}
        aria-busy={busy}
        data-action={actionId(spot)}
        onClick={() => (element.confirm ? setAsking(true) : press())}
      >
        {withEmoji(textOf(element.text))}
      </button>
      {asking && (
        <Confirm
          of={obj(element.confirm)}
          onAnswer={(yes) => {
            setAsking(false);
            if (yes) press();
          }}
        />
      )}
    </>
  );
}
