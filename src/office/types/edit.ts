import type { OwnForm } from '../../order/own-fields.ts';
import type { TypeRecord } from '../master-data.ts';
import { isSameName } from '../records/add.ts';
import type { TypeBasics, TypeField } from './read.ts';

/** A change of a type, with the part of it that it is about: who changes another part meanwhile is in nobody's way. */
export interface TypeEdit {
  part(type: TypeRecord | undefined): unknown;
  apply(type: TypeRecord): TypeRecord;
  /** Whether the type as it is now has something that this could be mistaken for. */
  clashes?(type: TypeRecord): boolean;
}

/** A type that nobody has saved yet. */
export const newType = (id: string, currency: string): TypeRecord => ({
  ...{ kind: 'type', id, externalId: '', active: true },
  data: {
    ...{ name: '', title: '', description: '', priority: '', items: [], currency, fields: [] },
    closing: { photos: false, checklist: false, acceptance: false },
  },
});

/** Its basics, as they are. */
export const basicsOf = ({
  active,
  data: { name, title, description, priority, closing },
}: TypeRecord): TypeBasics => ({
  ...{ name, title, description, priority, closing, active },
});

/** Its basics are these. */
export const setBasics = ({ active, ...basics }: TypeBasics): TypeEdit => ({
  part: (type) => type && basicsOf(type),
  apply: (type) => ({ ...type, active, data: { ...type.data, ...basics } }),
});

const fieldOf = (type: TypeRecord | undefined, id: string) => type?.data.fields.find((one) => one.id === id);

/** Whether one form asks fields of both: a confirmation that ends its order asks those of the closing as well. */
const inOneForm = (one: OwnForm, other: OwnForm): boolean => one === other || (one !== 'submit' && other !== 'submit');

/** This field is one of its fields: where it was, else after all others. One form asks no two fields of the same label. */
export const setField = (field: TypeField): TypeEdit => ({
  clashes: ({ data }) =>
    data.fields.some(
      ({ id, asked, label }) => id !== field.id && inOneForm(asked, field.asked) && isSameName(label, field.label),
    ),
  part: (type) => fieldOf(type, field.id),
  apply: (type) => {
    const { fields } = type.data;
    const known = fieldOf(type, field.id);
    const now = known ? fields.map((one) => (one.id === field.id ? field : one)) : [...fields, field];
    return { ...type, data: { ...type.data, fields: now } };
  },
});

/** This field is none of its fields any more. */
export const removeField = (id: string): TypeEdit => ({
  part: (type) => fieldOf(type, id),
  apply: (type) => ({ ...type, data: { ...type.data, fields: type.data.fields.filter((one) => one.id !== id) } }),
});

/** This field is its `to`th, from 0. Where somebody has put it elsewhere meanwhile, the last word counts. */
export const moveField = (id: string, to: number): TypeEdit => ({
  part: () => null,
  apply: (type) => {
    const field = fieldOf(type, id);
    if (!field) return type;
    const fields = type.data.fields.filter((one) => one.id !== id);
    fields.splice(to, 0, field);
    return { ...type, data: { ...type.data, fields } };
  },
});

const itemOf = (type: TypeRecord | undefined, id: string) => type?.data.items.find((one) => one.id === id);

/** This item is one that its orders start with, in this currency where it has a price. */
export const addItem = (item: TypeRecord['data']['items'][number], currency: string): TypeEdit => ({
  part: (type) => itemOf(type, item.id),
  apply: (type) => ({
    ...type,
    data: {
      ...type.data,
      items: [...type.data.items.filter(({ id }) => id !== item.id), item],
      currency,
    },
  }),
});

/** Its orders do not start with this item any more. */
export const removeItem = (id: string): TypeEdit => ({
  part: (type) => itemOf(type, id),
  apply: (type) => ({ ...type, data: { ...type.data, items: type.data.items.filter((one) => one.id !== id) } }),
});
