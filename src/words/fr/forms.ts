export const forms = {
  title: {
    submit: 'Nouveau bon',
    edit: 'Modifier le bon',
    hand_over: 'Transférer le bon',
    approve: 'Approuver le bon',
    request_changes: 'Modifications à apporter',
    reject: 'Rejeter le bon',
    resubmit: 'Modifier et renvoyer',
    withdraw: 'Retirer le bon',
    confirm: 'Créer un compte rendu',
    close: 'Clôturer le bon',
    assign: 'Affecter l’équipe',
    reopen: 'Rouvrir le bon',
    item: 'Ligne',
  },
  button: {
    submit: 'Nouveau bon d’intervention',
    edit: 'Modifier',
    hand_over: 'Transférer',
    approve: 'Approuver',
    request_changes: 'Demander des modifications',
    reject: 'Rejeter',
    resubmit: 'Modifier et renvoyer',
    withdraw: 'Retirer',
    confirm: 'Créer un compte rendu',
    close: 'Clôturer le bon',
    assign: 'Affecter l’équipe',
    reopen: 'Rouvrir',
  },
  send: {
    submit: 'Soumettre le bon',
    edit: 'Envoyer',
    hand_over: 'Transférer',
    approve: 'Approuver',
    request_changes: 'Envoyer la demande',
    reject: 'Rejeter',
    resubmit: 'Renvoyer le bon',
    withdraw: 'Retirer',
    confirm: 'Envoyer le compte rendu',
    close: 'Clôturer le bon',
    assign: 'Affecter l’équipe',
    reopen: 'Rouvrir',
    item: 'Enregistrer la ligne',
  },
  copy: {
    button: 'Copier vers un nouveau bon',
    copied: 'Copié de {order}. Les dates sont nouvelles et les pièces jointes n’ont pas été copiées.',
    unlisted: '{name} ne peut pas approuver celui-ci. Vérifiez le responsable indiqué.',
  },
  control: { next: 'Suivant', cancel: 'Annuler', back: 'Retour', startOver: 'Recommencer' },
  page: {
    place: 'Page {page, number} sur {pages, number}',
    restored: 'Votre brouillon a été restauré. S’il manque des fichiers, joignez-les de nouveau.',
    keptCurrency:
      'Les prix de ce bon sont en {kept}, la devise dans laquelle ils ont été saisis. L’espace de travail utilise désormais {newer}. Pour utiliser {newer}, supprimez les prix ou créez un nouveau bon.',
    check: '*À vérifier*',
    proceed: 'Si tout est correct, appuyez sur *{button}*.',
    fixFirst: '*À corriger d’abord*',
    attached: 'Fichiers déjà joints\u00a0: {files}',
  },
  others: '{count, plural, one {# autre} other {# autres}}',
  moreLines: '… et {count, plural, one {# autre} other {# autres}}',
  draft: {
    kept: 'Votre brouillon est enregistré\u00a0: *{form}*. Rouvrez le formulaire pour continuer.',
    keptFor: 'Votre brouillon est enregistré\u00a0: *{form}* pour {order}. Rouvrez le formulaire pour continuer.',
    pricesLost:
      'Les prix de ce brouillon ont été supprimés, car une mise à jour de l’application n’a pas pu déterminer leur nombre de décimales. Saisissez-les de nouveau.',
    newerVersion:
      'La version {version, number} a été émise après le début de votre saisie. Votre saisie est conservée et appliquée à la dernière version.',
    issuedBy: '{name} a émis la version {version, number} pendant que ce formulaire était ouvert.',
    applied:
      'Votre saisie est conservée et appliquée à la dernière version. Vérifiez-la, puis renvoyez le formulaire. Ce qui a changé\u00a0:',
  },
  files: {
    unreadable:
      'L’application ne peut pas lire {files}, car elle ne fait pas partie de cette conversation. Joignez les fichiers nécessaires sous «\u00a0{field}\u00a0».',
  },
  notice: {
    title: {
      order: 'Bon d’intervention',
      refused: 'Action impossible',
      outdated: 'Formulaire obsolète',
      sent: 'Déjà envoyé',
      currency: 'Devise modifiée',
    },
    oldApp: 'Ce formulaire provient d’une ancienne version de l’application. Fermez-le et rouvrez-le.',
    unknownPerson: 'Nous n’avons pas pu vous identifier. Réessayez dans un instant.',
    noOrder: 'Ce bon d’intervention n’existe pas, ou vous n’y avez pas accès.',
    gone: 'Ce formulaire a déjà été envoyé, ou recommencé ailleurs. Fermez-le et rouvrez-le.',
    itemGone: 'Le formulaire de cette ligne a déjà été envoyé, ou recommencé ailleurs. Fermez-le et rouvrez-le.',
    restarted: 'Ce formulaire a été recommencé ailleurs. Rouvrez-le pour continuer.',
    sent: 'Vous avez déjà envoyé ce formulaire. {order} a maintenant le statut «\u00a0{state}\u00a0». Rien n’a été envoyé en double.',
    currency:
      'Ce bon utilise désormais {now}, mais le prix a été saisi en {before}. Ajoutez la ligne de nouveau avec son prix en {now}.',
    inactiveItems:
      '{n, plural, one {{items} n’est plus actif dans le catalogue. Choisissez un autre article ou supprimez-le} many {Ne sont plus actifs dans le catalogue\u00a0: {items}. Choisissez d’autres articles ou supprimez-les} other {Ne sont plus actifs dans le catalogue\u00a0: {items}. Choisissez d’autres articles ou supprimez-les}}, puis renvoyez le formulaire.',
    tooManyItems:
      'Un bon peut compter jusqu’à {max, number} lignes. Supprimez {surplus, plural, one {# ligne} other {# lignes}}, puis renvoyez le formulaire.',
    tooMuch:
      'Le total du bon ne peut pas dépasser {limit}. Saisissez des quantités ou des prix inférieurs, puis renvoyez le formulaire.',
  },
} as const;
