import { below, type Check, isJson, type Json, type Parent, refuse, type Site } from './checks.ts';
import { type Problem, type Surface, says } from './messages.ts';

/** A rule over several properties of one object; runs after each property was judged by itself. */
export type Rule = (node: Json, site: Site) => Problem[];

/** Properties by name. */
export type Props = Readonly<Record<string, Check>>;

/** What an object may and must hold; anything else is refused. */
export interface Shape {
  readonly required?: Props;
  readonly optional?: Props;
  readonly rules?: readonly Rule[];
}

/** A shape chosen by its `type`, and where that type may stand (everywhere when not said). */
export interface Spec extends Shape {
  readonly surfaces?: readonly Surface[];
  readonly parents?: readonly Parent[];
}

/** Specs by the value of `type`. */
export type Specs = Readonly<Record<string, Spec>>;

/** True when the property is present; null is present, undefined never reaches the wire. */
export const has = (node: Json, key: string): boolean => node[key] !== undefined;

function interpret(shape: Shape, node: Json, site: Site): Problem[] {
  const required = shape.required ?? {};
  const props = { ...required, ...shape.optional };
  const present = Object.keys(node).filter((key) => has(node, key));
  return [
    ...present.filter((key) => !Object.hasOwn(props, key)).flatMap((key) => refuse(says.additional(key), site)),
    ...Object.keys(required)
      .filter((key) => !has(node, key))
      .flatMap((key) => refuse(says.missing(key), site)),
    ...Object.entries(props).flatMap(([key, check]) => (has(node, key) ? check(node[key], below(site, key)) : [])),
    ...(shape.rules ?? []).flatMap((rule) => rule(node, site)),
  ];
}

/** An object of one fixed shape. */
export const object =
  (shape: Shape): Check =>
  (value, site) =>
    isJson(value) ? interpret(shape, value, site) : refuse(says.wrongKind('an object'), site);

const anyType: Check = () => [];

/** An object whose `type` picks its spec; a type unknown here, or not allowed at this place, is unsupported. */
export const tagged =
  (specs: Specs, parent?: Parent): Check =>
  (value, site) => {
    if (!isJson(value)) return refuse(says.wrongKind('an object'), site);
    if (!has(value, 'type')) return refuse(says.missing('type'), site);
    const { type } = value;
    if (typeof type !== 'string') return refuse(says.wrongKind('a string'), below(site, 'type'));
    const spec = Object.hasOwn(specs, type) ? specs[type] : undefined;
    const here = parent === undefined ? site : { ...site, parent };
    if (spec === undefined || !standsAt(spec, here)) return refuse(says.unsupported(type), below(site, 'type'));
    return interpret({ ...spec, required: { type: anyType, ...spec.required } }, value, here);
  };

function standsAt({ surfaces, parents }: Spec, { surface, parent }: Site): boolean {
  if (surfaces !== undefined && !surfaces.includes(surface)) return false;
  return parents === undefined || (parent !== undefined && parents.includes(parent));
}

/** A node of several possible schemas: Slack names the node itself before naming what is wrong inside it. */
export const union =
  (check: Check): Check =>
  (value, site) => {
    const problems = check(value, site);
    return problems.length === 0 ? [] : [{ message: says.noSchema, pointer: site.pointer }, ...problems];
  };
