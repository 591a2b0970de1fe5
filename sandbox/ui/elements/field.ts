import type { Json } from '../contract.ts';
import { str, textOf } from '../json.ts';
import type { Spot } from './surface.ts';

/** How a control belongs to its label and texts. */
export interface FieldProps {
  id: string;
  label: string;
  required: boolean;
  describedBy: string | undefined;
  invalid: boolean;
}

/** What an element is drawn from. */
export interface ElementProps extends Spot {
  /** Only inside an input block; elsewhere an element names itself. */
  field?: FieldProps | undefined;
}

/** The attributes that tie a control to its label, hint and error. */
export function tied(field: FieldProps | undefined, element: Json) {
  const name = textOf(element.placeholder) || str(element.type);
  return {
    ...(field ? { id: field.id } : { 'aria-label': name }),
    'aria-describedby': field?.describedBy,
    'aria-invalid': field?.invalid || undefined,
    'aria-required': field?.required || undefined,
  };
}
