export const command = {
  name: {
    new: 'nouveau',
    list: 'liste',
    show: 'voir',
    copy: 'copier',
    find: 'chercher',
    history: 'historique',
    verify: 'vérifier',
    help: 'aide',
  },
  help: {
    heading: 'Voici ce que vous pouvez saisir :',
    new: '`/service-order` ou `/service-order {name}` – créer un bon d’intervention',
    list: '`/service-order {name} [statut]` – vos bons, par exemple `{name} {status}`',
    show: '`/service-order {name} SO-12` – un bon dans son état actuel',
    copy: '`/service-order {name} SO-12` – un nouveau bon avec les informations d’un bon antérieur',
    find: '`/service-order {name} pompe acme` – les bons qui contiennent ces mots, les plus récents d’abord',
    history: '`/service-order {name} SO-12` – qui a fait quoi et quand, avec tous les PDF',
    verify:
      '`/service-order {name} SO-000012-1-7F3K-9QXM-2PDA` – vérifier qu’un document imprimé est authentique et à jour. Le code se trouve au bas de chaque page.',
    help: '`/service-order {name}` – cette liste',
    short: '`/so` est la forme courte de `/service-order`.',
    english: 'Ces mots fonctionnent aussi : {names}.',
  },
  unknown: 'La commande « {typed} » n’existe pas.',
  unknownStatus: 'Le statut « {typed} » n’existe pas. Utilisez l’un de ceux-ci : {statuses}.',
  noNumber: 'Saisissez un numéro de bon, par exemple SO-12.',
  notNumber: '« {typed} » n’est pas un numéro de bon. Saisissez un numéro comme SO-12.',
  noOrder:
    'Le bon {order} n’existe pas, ou vous n’y avez pas accès. Pour voir vos bons, saisissez `/service-order {list}`.',
  outsider:
    'Les bons d’intervention sont réservés aux personnes de cet espace de travail. Demandez de l’aide à l’un de ses membres.',
} as const;
