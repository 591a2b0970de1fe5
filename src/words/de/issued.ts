export const issued = {
  alt: '{number} Version {version}: {title}, für {client}',
  thread: '{order}: {title}, für {client}. Die Dokumente mit Preisen werden in diesem Thread gepostet.',
  newest:
    '{order}: {title}, für {client}. Das neueste Dokument mit Preisen ist Version {version, number}. Frühere Versionen sind ersetzt.',
  first: '{order}, Version 1, mit Preisen.',
  next: '{order}, Version {version, number}, mit Preisen. Damit sind die früheren Versionen ersetzt.',
  replaced: '{file} wurde durch Version {version, number} ersetzt.',
  photosGone:
    '{file} lässt sich nicht mehr so senden, wie es ausgestellt wurde: {count, plural, one {# Foto ist} other {# Fotos sind}} nicht mehr in Slack, und die App hat die Datei nicht aufbewahrt.',
  changed:
    '{file} lässt sich nicht mehr so senden, wie es ausgestellt wurde: Es ist nicht mehr in Slack, und die App hat es nicht aufbewahrt.',
} as const;
