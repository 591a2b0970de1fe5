/** Search: its modal, and the answer to `find`. */
export const search = {
  title: 'Find service orders',
  submit: 'Search',
  close: 'Close',
  label: 'Words or a number',
  hint: 'From the title, client, location, description, items or names. The last word can be partial.',
  noWords: 'Enter a word or number. Symbols alone aren’t searchable.',
  tooManyWords: 'That’s too much to search for at once. Use fewer words.',
  usage:
    'Enter what to search for, such as `/service-order find pump acme`. Use words from the title, client, location, description, items or names, or a number. The last word can be partial.',
  none: 'No order you have access to contains all of these words: “{words}”. Try fewer words, or only the beginning of the last one.',
  found: {
    all: 'All orders matching “{words}”',
    newest: 'Newest orders matching “{words}”',
    older: 'Orders older than {order} matching “{words}”',
  },
  text: '{head}: {orders}',
  older: 'Older',
  thereIsMore:
    'There are older orders. Add a word to narrow the search, or use *Search* in the app’s Home tab to page through them.',
  more: '… and {count, number} more. Add a word to narrow the search, or use *Search* in the app’s Home tab.',
  membersOnly: 'Only members of this workspace can search service orders.',
  outdated: 'Close this and search again.',
} as const;
