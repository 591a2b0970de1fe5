export const reply = {
  nowIs: 'Neuer Status von {order}: „{state}“.',
  /** The shortcut “Add to service order”. */
  oldButton: 'Dieser Button stammt aus einer älteren Version der App. Bitte den Auftrag im Home-Tab erneut öffnen.',
  storage:
    'Das hat nicht geklappt, weil der Speicher der App gerade nicht verfügbar ist (Referenz {reference}). Es wurde nichts geändert. Bitte offene Formulare so lassen und es in einer Minute erneut versuchen. Passiert das öfter, bitte der Person Bescheid geben, die die App betreibt.',
  fault: {
    unchanged:
      'Bei uns ist etwas schiefgelaufen (Referenz {reference}). Es wurde nichts geändert. Bitte erneut versuchen.',
    unsure:
      'Bei uns ist etwas schiefgelaufen (Referenz {reference}). Bitte prüfen, ob es geklappt hat. Falls nicht, bitte erneut versuchen.',
  },
  stranger: {
    notUnderstood:
      'Slack hat etwas gesendet, das diese App nicht versteht. Es wurde nichts geändert. Bitte erneut versuchen.',
    otherWorkspace:
      'Serviceaufträge sind nur für Personen in dem Workspace, zu dem sie gehören. Wende dich an jemanden von dort.',
  },
} as const;
