export const channel = {
  moved: {
    deleted:
      'Le canal précédent de {order}, {channel}, a été supprimé : le bon continue ici. Pour voir tout son historique, saisissez `/service-order history {order}`.',
    deletedBy:
      '{name} a supprimé le canal précédent de {order}, {channel} : le bon continue ici. Pour voir tout son historique, saisissez `/service-order history {order}`.',
    abandoned: 'L’application n’est plus dans {channel} : {order} continue dans ce nouveau canal.',
    abandonedBy: 'L’application n’est plus dans {channel}. {name} a ouvert ce nouveau canal, où {order} continue.',
    archived: '{channel} a été archivé : {order} continue ici. L’ancien canal reste consultable.',
    archivedBy: '{name} a archivé {channel} : {order} continue ici. L’ancien canal reste consultable.',
  },
  superseded:
    '*Remplacée* par la v{version, number}. Pour voir toutes les versions, saisissez `/service-order history {order}`.',
  notAdded:
    'Slack n’a pas permis à l’application d’ajouter ces personnes au canal : {people}. Veuillez les ajouter vous-même.',
  preview: 'Ceci est un aperçu : les données de localisation ne peuvent pas être retirées de l’original.',
  withheld: {
    damaged:
      '{file} n’a pas été publié ici : le fichier est endommagé et ses données de localisation ne peuvent pas être retirées. Joignez de nouveau la photo.',
    format:
      '{file} n’a pas été publié ici : les données de localisation de ce fichier {format} ne peuvent pas être retirées. Publiez-le au format JPEG ou PNG.',
  },
  unprinted: {
    title: '*Photos non imprimées*',
    line: '• {file} : {why}',
    more: '… et {count, number} de plus. La liste complète figure dans le PDF.',
  },
} as const;
