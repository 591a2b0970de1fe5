/** Items: their list in a form, how they changed, and units that the app fills in by itself. */
export const items = {
  label: 'Items',
  /** Short, as they stand beside a quantity. */
  unit: { pcs: 'pcs', h: 'h' },
  heading: {
    none: '*Items*\nNo items yet',
    counted: '*Items* · {count, number}',
    priced: '*Items* · {count, number} · {net} net',
  },
  full: 'An order can have up to {max, number} items.',
  entry: '• {item}: {line}',
  unplanned: 'Unplanned',
  planned: 'Planned: {quantity}',
  removed: 'Removed · was {line}',
  /** What a confirmation asks for beside each item. */
  quantity: '{item} ({unit})',
  used: 'Enter the quantities that were really used. Enter 0 for what wasn’t used at all.',
  each: '{price} per unit',
  button: {
    add: 'Add item',
    edit: 'Edit',
    remove: 'Remove',
    restore: 'Restore',
    earlier: 'Previous items',
    later: 'Next items',
  },
  /** What a screen reader says instead of the button's text. */
  spoken: {
    edit: 'Edit item {place, number}',
    remove: 'Remove item {place, number}',
    restore: 'Restore removed item {place, number}',
  },
  change: {
    none: 'No changes to the items',
    added: 'Added {item}: {line}',
    removed: 'Removed {item}: was {line}',
    changed: 'Changed {item}: {changes}',
    name: 'was “{before}”',
    price: '{before} → {after} per unit',
    noPrice: 'no price',
  },
  moreInPdf: '… and {count, plural, one {# more} other {# more}}. The PDF lists them all.',
} as const;
