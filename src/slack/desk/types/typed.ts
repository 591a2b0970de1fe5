import type { TypedInto } from '../../../office/types/read.ts';
import type { View } from '../../transport/payloads.ts';

/** What the inputs of an editor of order types hold. */
export const typedIn = ({ state }: Pick<View, 'state'>): TypedInto =>
  new Map(
    Object.entries(state?.values ?? {}).map(([block, inputs]) => {
      const input = Object.values(inputs)[0];
      const ticked = input?.selected_options?.map(({ value }) => value);
      return [block, ticked ?? input?.value ?? input?.selected_option?.value ?? ''];
    }),
  );
