import type { ReactNode } from 'react';
import type { Spot } from '../blocks/surface.ts';
import type { Json } from '../contract.ts';
import { str, textOf } from '../json.ts';
import { Button } from './Button.tsx';
import { Choices } from './Choices.tsx';
import { DateField } from './DateField.tsx';
import { FileField } from './FileField.tsx';
import { Menu, Overflow } from './Menu.tsx';
import { PickerField } from './PickerField.tsx';
import { TextField } from './TextField.tsx';

/** How a control belongs to its label and texts. */
export interface FieldProps {
  id: string;
  label: string;
  required: boolean;
  describedBy: string | undefined;
  invalid: boolean;
}

export interface ElementProps extends Spot {
  /** Only inside an input block; elsewhere an element names itself. */
  field?: FieldProps | undefined;
}

// biome-ignore format: a table reads best as a table
const KINDS: Record<string, (props: ElementProps) => ReactNode> = {
  button: Button,
  image: ({ element }) => <img src={str(element.image_url)} alt={str(element.alt_text)} />,
  overflow: Overflow,
  static_select: Menu,
  plain_text_input: TextField, number_input: TextField, email_text_input: TextField, url_text_input: TextField, rich_text_input: TextField,
  datepicker: DateField, timepicker: DateField, datetimepicker: DateField,
  checkboxes: Choices, radio_buttons: Choices,
  file_input: FileField,
  users_select: PickerField, multi_users_select: PickerField, external_select: PickerField, multi_external_select: PickerField,
  multi_static_select: PickerField, conversations_select: PickerField, multi_conversations_select: PickerField,
  channels_select: PickerField, multi_channels_select: PickerField,
};

/** An interactive element (or picture) of a block. */
export function Element(props: ElementProps) {
  const Kind = KINDS[str(props.element.type)];
  if (Kind === undefined) return <p className="unknown">This page cannot draw “{str(props.element.type)}”.</p>;
  return <Kind {...props} />;
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
