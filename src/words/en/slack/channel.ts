/** What the app says in an order's channel besides the entries: about the channel itself and about files. */
export const channel = {
  moved: {
    deleted:
      'The previous channel for {order}, {channel}, was deleted, so the order continues here. For its full history, type `/service-order history {order}`.',
    deletedBy:
      '{name} deleted the previous channel for {order}, {channel}, so the order continues here. For its full history, type `/service-order history {order}`.',
    abandoned: 'The app is no longer in {channel}, so {order} continues in this new channel.',
    abandonedBy: 'The app is no longer in {channel}. {name} opened this new channel, where {order} continues.',
    archived: '{channel} was archived, so {order} continues here. You can still read the old channel.',
    archivedBy: '{name} archived {channel}, so {order} continues here. You can still read the old channel.',
  },
  superseded: '*Superseded* by v{version, number}. For all versions, type `/service-order history {order}`.',
  notAdded: 'Slack didn’t let the app add these people to this channel: {people}. Please add them yourself.',
  preview: 'This is a preview: the location data can’t be removed from the original.',
  withheld: {
    damaged:
      '{file} wasn’t posted here: the file is damaged, so its location data can’t be removed. Attach the photo again.',
    format:
      '{file} wasn’t posted here: the location data can’t be removed from this {format} file. Post it as JPEG or PNG.',
  },
  unprinted: {
    title: '*Photos not printed*',
    line: '• {file}: {why}',
    more: '… and {count, number} more. The PDF lists them all.',
  },
} as const;
