export const search = {
  title: 'Rechercher des bons',
  submit: 'Rechercher',
  close: 'Fermer',
  label: 'Mots ou numéro',
  hint: 'Du titre, du client, du lieu, de la description, des lignes ou des noms. Le dernier mot peut être incomplet.',
  noWords: 'Saisissez un mot ou un numéro. Les symboles seuls ne peuvent pas être recherchés.',
  tooManyWords: 'C’est trop pour une seule recherche. Utilisez moins de mots.',
  usage:
    'Saisissez ce que vous cherchez, par exemple `/service-order chercher pompe acme` : des mots du titre, du client, du lieu, de la description, des lignes ou des noms, ou un numéro. Le dernier mot peut être incomplet.',
  none: 'Aucun bon auquel vous avez accès ne correspond à « {words} ». Essayez avec moins de mots, ou seulement avec le début du dernier.',
  found: {
    all: 'Tous les bons contenant « {words} »',
    newest: 'Bons les plus récents contenant « {words} »',
    older: 'Bons antérieurs à {order} contenant « {words} »',
  },
  text: '{head} : {orders}',
  older: 'Plus anciens',
  thereIsMore:
    'Il existe des bons plus anciens. Ajoutez un mot pour affiner la recherche, ou utilisez *Rechercher* dans l’onglet Accueil de l’application pour les parcourir.',
  more: '… et {count, number} de plus. Ajoutez un mot pour affiner la recherche, ou utilisez *Rechercher* dans l’onglet Accueil de l’application.',
  membersOnly: 'Seuls les membres de cet espace de travail peuvent rechercher des bons d’intervention.',
  outdated: 'Fermez cette fenêtre et relancez la recherche.',
} as const;
