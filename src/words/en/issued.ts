/** What stands beside a document in its channel. */
export const issued = {
  alt: '{number} version {version}: {title}, for {client}',
  thread: '{order}: {title}, for {client}. Its documents with prices are posted in this thread.',
  newest:
    '{order}: {title}, for {client}. The newest document with prices is version {version, number}. Earlier versions are superseded.',
  first: '{order}, version 1, with prices.',
  next: '{order}, version {version, number}, with prices. It replaces the earlier versions.',
} as const;
