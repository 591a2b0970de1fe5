import { expect } from 'vitest';
import { validateView } from '../../sandbox/server/blocks/validate.ts';
import type { JsonObject } from '../../sandbox/server/json.ts';
import type { FormContext } from '../../src/forms/context.ts';
import type { Draft, Raw } from '../../src/forms/draft.ts';
import { type Form, pagesOf } from '../../src/forms/form.ts';
import { ITEMS_SHOWN } from '../../src/forms/item-list.ts';
import { blocksOf, context, drawn } from './forms.ts';

/** As many people as a crew may have. */
export const crew = Array.from({ length: 20 }, (_, index) => `UCREW${index}`);

const INPUTS_ON_A_PAGE = 6;
/** The item list has an input for each item that it shows. */
const isQuantity = ({ block_id }: JsonObject): boolean => String(block_id).startsWith('quantity-');

/** Slack's rules for a view: no problem, not too large, no half characters, and few enough inputs for a phone. */
export function fits(view: JsonObject, where: string): void {
  const text = JSON.stringify(view);
  // One expectation for each of many thousand pages: vitest takes longer to make one than we take to look.
  expect(
    {
      problems: validateView(view),
      isSmall: Buffer.byteLength(text) < 250_000,
      halfCharacter: /\\ud[89a-f]/i.exec(text)?.[0],
      fewInputs:
        blocksOf(view).filter((block) => block.type === 'input' && !isQuantity(block)).length <= INPUTS_ON_A_PAGE,
      fewItems: blocksOf(view).filter(isQuantity).length <= ITEMS_SHOWN,
    },
    where,
  ).toEqual({ problems: [], isSmall: true, halfCharacter: undefined, fewInputs: true, fewItems: true });
}

/** Draws every page, on every page of the item list, as new, as resumed and with a notice. */
export function everyPage(form: Form, draft: Draft, about: FormContext): void {
  for (const page of pagesOf(form, draft, about)) {
    for (const itemOffset of page.items ? [0, 20, 180, 200, 1000] : [0])
      fits(drawn(form, draft, about, page.id, { itemOffset }), page.id);
    fits(drawn(form, draft, about, page.id, { resumed: true, generation: 3, notice: 'x'.repeat(3000) }), page.id);
  }
}

/** The texts at their longest, in one alphabet. */
export function longest(form: Form, write: (length: number) => string): Record<string, Raw> {
  const max = (name: string) => {
    const element = form.fields[name]?.render(null, context(undefined));
    return element && 'max_length' in element ? element.max_length : undefined;
  };
  return Object.fromEntries(
    Object.keys(form.fields).flatMap((name) => {
      const length = max(name);
      return length === undefined ? [] : [[name, write(length)]];
    }),
  );
}
