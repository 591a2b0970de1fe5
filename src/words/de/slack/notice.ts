export const notice = {
  close: 'Schließen',
  typed: '*Deine Eingaben*',
  moreParagraphs: '… und {count, plural, one {# weiterer Absatz} other {# weitere Absätze}}',
  notOpened: {
    late: 'Slack hat „{form}“ nicht rechtzeitig geöffnet. Es wurde nichts geändert. Versuche es erneut.',
    trouble:
      'Slack hat Probleme oder ist überlastet. „{form}“ wurde vielleicht nicht geöffnet. Es wurde nichts geändert. Versuche es in einer Minute erneut.',
    shut: 'Slack nimmt derzeit keine Anfragen der App an ({code}). „{form}“ wurde nicht geöffnet. Es wurde nichts geändert. Bitte einen Workspace-Administrator informieren.',
    fault:
      '„{form}“ konnte nicht geöffnet werden ({code}). Es wurde nichts geändert. Bitte einen Workspace-Administrator informieren.',
  },
  more: '… und {count, number} weitere',
  loadingPage:
    'Diese Seite wird geladen\u00a0… Erscheint sie nicht, wähle *Fortfahren*. Deine Eingaben sind gespeichert.',
  continue: 'Fortfahren',
  loadingRest: 'Der Rest wird geladen\u00a0…',
} as const;
