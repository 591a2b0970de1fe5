import type { Json } from './contract.ts';

/** The value as an object; anything else reads as an empty one. */
export const obj = (value: unknown): Json => (isJson(value) ? value : {});

/** The objects in a list; anything else reads as an empty list. */
export const objs = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isJson) : []);

/** The string, or ''. */
export const str = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The number, or undefined. */
export const num = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/** The words of a text object. */
export const textOf = (value: unknown): string => str(obj(value).text);

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
