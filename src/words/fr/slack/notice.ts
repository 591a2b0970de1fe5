export const notice = {
  close: 'Fermer',
  typed: '*Votre saisie*',
  moreParagraphs: '… et {count, plural, one {# autre paragraphe} other {# autres paragraphes}}',
  notOpened: {
    late: 'Slack n’a pas ouvert « {form} » à temps. Rien n’a été modifié. Veuillez réessayer.',
    trouble:
      'Slack rencontre des problèmes ou est très sollicité : « {form} » ne s’est peut-être pas ouvert. Rien n’a été modifié. Veuillez réessayer dans une minute.',
    shut: 'Slack n’accepte pas les requêtes de l’application pour l’instant ({code}) : « {form} » ne s’est pas ouvert. Rien n’a été modifié. Veuillez prévenir un administrateur de l’espace de travail.',
    fault:
      '« {form} » n’a pas pu s’ouvrir ({code}). Rien n’a été modifié. Veuillez prévenir un administrateur de l’espace de travail.',
  },
  more: '… et {count, number} de plus',
  loadingPage: 'Chargement de la page… Si elle n’apparaît pas, appuyez sur *Continuer*. Votre saisie est enregistrée.',
  continue: 'Continuer',
  loadingRest: 'Chargement de la suite…',
} as const;
