import type { Json } from '../contract.ts';
import { obj, objs, str } from '../json.ts';
import { RichText } from './RichText.tsx';

/** A table or data_table block: the first row is its head; it scrolls by itself where it is too wide. */
export function Table({ block }: { block: Json }) {
  const rows = Array.isArray(block.rows)
    ? block.rows.map((row) => objs(Array.isArray(row) ? row : obj(row).cells))
    : [];
  const [head = [], ...body] = rows;
  const settings = objs(block.column_settings);
  const align = (at: number) => ({
    textAlign: str(settings[at]?.align) === 'right' ? ('right' as const) : ('left' as const),
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className="block-table" aria-label={str(block.caption) || 'Table'} tabIndex={0}>
      <table>
        {str(block.caption) && <caption>{str(block.caption)}</caption>}
        <thead>
          <tr>
            {head.map((cell, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells are known by their place.
              <th key={at} scope="col" style={align(at)}>
                <Cell of={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place.
            <tr key={n}>
              {row.map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells are known by their place.
                <td key={at} style={align(at)}>
                  <Cell of={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ of }: { of: Json }) {
  if (of.type === 'rich_text') return <RichText block={of} />;
  return <>{of.type === 'raw_number' ? String(of.value ?? of.number ?? '') : str(of.text)}</>;
}
