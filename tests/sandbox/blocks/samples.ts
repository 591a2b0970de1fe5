import { expect, it } from 'vitest';
import { type Problem, type Surface, validateBlocks } from '../../../sandbox/server/blocks/validate.ts';

/** A JSON object written by a test. */
export type Sample = Record<string, unknown>;

/** Text of `length` characters. */
export const long = (length: number): string => 'x'.repeat(length);

/** `count` members made by `make`. */
export const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** A plain_text object. */
export const plain = (text = 'Text'): Sample => ({ type: 'plain_text', text });

/** A mrkdwn object. */
export const mrkdwn = (text = 'Text'): Sample => ({ type: 'mrkdwn', text });

/** An option whose text and value are `value`. */
export const option = (value = 'a', more: Sample = {}): Sample => ({ text: plain(value), value, ...more });

/** A button; several in one block need ids. */
export const button = (more: Sample = {}): Sample => ({ type: 'button', text: plain('Go'), ...more });

/** An image, element and block alike. */
export const image = (more: Sample = {}): Sample => ({
  type: 'image',
  alt_text: 'A pump',
  image_url: 'https://example.com/pump.png',
  ...more,
});

/** A section with an accessory. */
export const accessory = (element: unknown): Sample => ({ type: 'section', text: mrkdwn(), accessory: element });

/** An input block around an element. */
export const input = (element: unknown, more: Sample = {}): Sample => ({
  type: 'input',
  label: plain('Label'),
  element,
  ...more,
});

/** An actions block. */
export const actions = (...elements: unknown[]): Sample => ({ type: 'actions', elements });

/** A rich_text block of one section with these leaves. */
export const rich = (...leaves: unknown[]): Sample => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: leaves }],
});

/** A rule by one accepted and one refused block; `refused` must yield exactly this problem, unions aside. */
export interface Case {
  rule: string;
  on?: Surface;
  accepted: unknown;
  refused: unknown;
  message: string;
  /** Below the refused block, e.g. `/text/text`; empty for the block itself. */
  at: string;
}

/** The line Slack puts before what is wrong inside a node of several schemas. */
export const NO_SCHEMA = 'failed to match all allowed schemas';

/** The problems without the lines that only name a union. */
export const told = (problems: Problem[]): Problem[] => problems.filter(({ message }) => message !== NO_SCHEMA);

/** Runs the cases, each block alone on its surface (a modal unless said otherwise). */
export function judge(cases: readonly Case[]): void {
  it.each(cases)('$rule', ({ on = 'modal', accepted, refused, message, at }) => {
    expect(validateBlocks(on, [accepted])).toEqual([]);
    expect(told(validateBlocks(on, [refused]))).toEqual([{ message, pointer: `/blocks/0${at}` }]);
  });
}

/** Runs the cases in a message. */
export const inMessages = (cases: readonly Case[]): void =>
  judge(cases.map((one): Case => ({ on: 'message', ...one })));

/** A rule on properties of an element: the accepted, the refused, the message, the place below the element. */
export type Row = [rule: string, accepted: Sample, refused: Sample, message: string, at: string];

/** Runs rules over one element standing in an input block of a modal. */
export const inElement = (base: Sample, rows: readonly Row[]): void =>
  judge(
    rows.map(
      ([rule, accepted, refused, message, at]): Case => ({
        rule,
        accepted: input({ ...base, ...accepted }),
        refused: input({ ...base, ...refused }),
        message,
        at: `/element${at}`,
      }),
    ),
  );
