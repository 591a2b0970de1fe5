import { type RefObject, useEffect, useRef } from 'react';
import type { ShownView } from '../contract.ts';
import { str } from '../json.ts';

/** Where a form begins: its first field, but for those that open a list or a keyboard when they are touched. */
const FIRST = 'input:not([role=combobox], [type=file], [type=radio], [type=checkbox]), textarea, select';

/** Begins each page of a form at its top; with a keyboard, in its first field. A redrawn page stays where it is. */
export function usePageTurns(form: RefObject<HTMLElement | null>, { blocks }: ShownView): void {
  const fields = blocks.filter(({ type }) => type === 'input').map((block) => str(block.block_id));
  const before = useRef<string[]>(undefined);
  const key = fields.join(' ');
  useEffect(() => {
    const now = key.split(' ');
    const turned = before.current === undefined || !now.some((field) => before.current?.includes(field));
    before.current = now;
    const body = form.current?.querySelector<HTMLElement>('.modal-body');
    if (!turned || !body) return;
    body.scrollTo(0, 0);
    const first = matchMedia('(pointer: fine)').matches ? body.querySelector<HTMLElement>(FIRST) : undefined;
    (first ?? body).focus({ preventScroll: true });
  }, [form, key]);
}
