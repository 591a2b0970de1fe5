/** Lists of orders and an order's history. */
export const lists = {
  line: '*{order}* {title}\n{client} · {state} since {date}',
  lineChannel: '*{order}* {title}\n{client} · {state} since {date} · {channel}',
  view: 'View',
  viewOrder: 'View {order}',
  none: 'You have no orders yet. To submit one, type `/service-order new`.',
  noneIn: 'You have no orders with the status “{state}”.',
  head: {
    all: 'Your orders ({count, number})',
    newest: 'Your newest orders ({count, number})',
    in: 'Your orders with the status “{state}” ({count, number})',
    newestIn: 'Your newest orders with the status “{state}” ({count, number})',
  },
  text: '{head}: {orders}',
  older: 'There are older orders. Filter the list by status, or open the app’s Home tab.',
  more: '… and {count, number} more. Filter the list by status, or open the app’s Home tab.',
  history: 'History of {order}',
  entry: '{date} · {what}',
  entryPdf: '{date} · {what} · {pdf} · {file}',
  earlier: '… and {count, number} earlier',
  pdf: '<{link}|PDF v{version, number}>',
  pdfDeleted: 'PDF v{version, number} (deleted in Slack)',
} as const;
