export const issued = {
  alt: '{number} Version {version}: {title}, für {client}',
  thread: '{order}: {title}, für {client}. Die Dokumente mit Preisen werden in diesem Thread gepostet.',
  newest:
    '{order}: {title}, für {client}. Das neueste Dokument mit Preisen ist Version {version, number}. Frühere Versionen sind ersetzt.',
  first: '{order}, Version 1, mit Preisen.',
  next: '{order}, Version {version, number}, mit Preisen. Sie ersetzt die früheren Versionen.',
} as const;
