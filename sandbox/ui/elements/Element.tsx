import type { ReactNode } from 'react';
import { str } from '../json.ts';
import { Button } from './Button.tsx';
import { Choices } from './Choices.tsx';
import { DateField } from './DateField.tsx';
import { FileField } from './FileField.tsx';
import type { ElementProps } from './field.ts';
import { Menu, Overflow } from './Menu.tsx';
import { PickerField } from './PickerField.tsx';
import { TextField } from './TextField.tsx';

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
