/** What stands beside a document in its channel. */
export const issued = {
  alt: '{number} version {version}: {title}, for {client}',
  thread: '{order}: {title}, for {client}. Its documents with prices are posted in this thread.',
  newest:
    '{order}: {title}, for {client}. The newest document with prices is version {version, number}. Earlier versions are superseded.',
  first: '{order}, version 1, with prices.',
  next: '{order}, version {version, number}, with prices. It replaces the earlier versions.',
  /** With a document that somebody asked for again, or in its place. */
  replaced: '{file} was replaced by version {version, number}.',
  photosGone:
    '{file} can’t be sent again as it was issued: {count, plural, one {# of its photos is} other {# of its photos are}} no longer in Slack, and the app didn’t keep the file.',
  changed: '{file} can’t be sent again as it was issued: it’s no longer in Slack, and the app didn’t keep it.',
} as const;
