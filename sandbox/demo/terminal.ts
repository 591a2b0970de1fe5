import { stripVTControlCharacters, styleText } from 'node:util';

/** Columns of everything the demo writes. */
export const WIDTH = 80;
/** Columns inside a screen's frame. */
export const INSIDE = WIDTH - 6;

const coloured = process.stdout.isTTY === true && process.stdout.hasColors();

type Style = 'bold' | 'dim' | 'cyan' | 'red' | 'green';

/** The text in that style on a terminal, plain everywhere else. */
export const styled = (style: Style, text: string): string => (coloured ? styleText(style, text) : text);

/** Columns the text takes. */
const widthOf = (text: string): number => stripVTControlCharacters(text).length;

/** The text and as many blanks as fill the width. */
export const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** Lines of at most that width; what is longer is broken between words, with `indent` before what follows. */
export function wrapped(text: string, width: number, indent = ''): string[] {
  return text.split('\n').flatMap((line) => {
    const lines: string[] = [];
    let current = '';
    for (const word of line.split(' ')) {
      const longer = current === '' ? word : `${current} ${word}`;
      if (widthOf(longer) <= width || current.trim() === '') current = longer;
      else {
        lines.push(current);
        current = `${indent}${word}`;
      }
    }
    return [...lines, current];
  });
}

/** Writes lines to the terminal. */
export const print = (...lines: readonly string[]): void => {
  process.stdout.write(`${lines.join('\n')}\n`);
};

let chapters = 0;

/** A headline with its number. */
export function chapter(title: string): void {
  chapters += 1;
  const head = `── ${chapters}. ${title} `;
  print('', '', styled('bold', head.padEnd(WIDTH, '─')));
}

/** Somebody does something. */
export const tells = (text: string): void => print('', ...wrapped(text, WIDTH));

/** What somebody sees, framed. */
export function shows(title: string, lines: readonly string[]): void {
  const rule = '─'.repeat(Math.max(0, INSIDE - title.length - 1));
  const edge = styled('dim', '│');
  print(
    '',
    `  ${styled('dim', '┌─')} ${styled('cyan', title)} ${styled('dim', `${rule}┐`)}`,
    ...lines.map((line) => `  ${edge} ${padded(line, INSIDE)} ${edge}`),
    `  ${styled('dim', `└${'─'.repeat(INSIDE + 2)}┘`)}`,
  );
}

/** Rows under headings, in columns as wide as their widest cell; numbers to the right. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = headings.map((heading, at) => Math.max(heading.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) =>
        /^\d[\d.,]*( \w+)?$/.test(cell) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [styled('dim', line(headings)), ...rows.map(line)];
}
