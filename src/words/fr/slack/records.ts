export const records = {
  title: { client: 'Clients', site: 'Sites', item: 'Catalogue' },
  add: { client: 'Ajouter un client', site: 'Ajouter un site', item: 'Ajouter un article' },
  editing: { client: 'Modifier le client', site: 'Modifier le site', item: 'Modifier l’article' },
  intro: {
    client: 'Les entreprises et personnes pour qui vous travaillez, avec leurs sites.',
    site: 'Les lieux où vous intervenez pour {client}.',
    item: 'Les fournitures, prestations et heures que vous vendez. Les prix sont HT, en {currency}.',
  },
  none: {
    client: 'Aucun client pour l’instant. Sélectionnez «\u00a0{button}\u00a0» pour ajouter le premier.',
    site: 'Ce client n’a pas encore de site. Sélectionnez «\u00a0{button}\u00a0» pour ajouter le premier.',
    item: 'Le catalogue est vide. Sélectionnez «\u00a0{button}\u00a0» pour ajouter le premier article.',
  },
  noMatch:
    'Rien ne correspond à «\u00a0{words}\u00a0». Utilisez moins de mots, ou effacez la recherche pour tout afficher.',
  matches: 'Résultats pour «\u00a0{words}\u00a0»',
  search: 'Rechercher',
  searchHint: {
    client: 'Partie d’un nom, d’un numéro, d’une adresse ou d’un contact. Champ vide\u00a0: tous les clients.',
    site: 'Partie d’un nom, d’un numéro, d’une adresse ou d’un contact. Champ vide\u00a0: tous les sites.',
    item: 'Partie d’une désignation ou d’un code. Champ vide\u00a0: tout le catalogue.',
  },
  earlier: 'Page précédente',
  later: 'Page suivante',
  sites: 'Sites',
  sitesOf: 'Sites\u00a0: {name}',
  more: 'Plus de détails',
  back: 'Retour',
  inactive: '{name} · plus en service',
  gone: 'Cette fiche n’existe pas ici. Fermez cette fenêtre et ouvrez à nouveau la liste.',
  officeOnly:
    'Seuls le bureau et les administrateurs peuvent voir et modifier les clients, les sites et le catalogue. Adressez-vous à un administrateur.',
  unchanged: 'Rien n’a été modifié\u00a0: {name}',
  saved: 'Enregistré\u00a0: {name}',
  meanwhile: {
    client:
      '*{name} a modifié ce client pendant que la page était ouverte.* Vos saisies sont conservées. Vérifiez-les, puis enregistrez à nouveau. Changements :',
    site: '*{name} a modifié ce site pendant que la page était ouverte.* Vos saisies sont conservées. Vérifiez-les, puis enregistrez à nouveau. Changements :',
    item: '*{name} a modifié cet article pendant que la page était ouverte.* Vos saisies sont conservées. Vérifiez-les, puis enregistrez à nouveau. Changements :',
  },
  savedAlready:
    'Cette fiche est déjà enregistrée, et vos saisies sont différentes. Vérifiez-les, puis enregistrez à nouveau.',
  sameName: '*{name} est déjà enregistré.* Pour l’ajouter une deuxième fois, enregistrez à nouveau.',
  otherPage: 'Vérifiez ces champs, puis enregistrez à nouveau\u00a0:',
  label: {
    name: 'Nom',
    externalId: { client: 'Numéro de client', site: 'Numéro de site', item: 'Code article' },
    taxId: 'Numéro fiscal',
    address: 'Adresse',
    billing: 'Adresse de facturation',
    contact: 'Personne à contacter',
    language: 'Langue des documents',
    paymentNotes: 'Remarques de paiement',
    accessNotes: 'Accès',
    active: 'État',
  },
  hint: {
    externalId: 'Comme dans votre comptabilité ou votre ERP. Chacun ne sert qu’une fois.',
    contact: 'Nom, téléphone ou adresse e-mail.',
    accessNotes: 'Par exemple où se trouve la clé, ou qui appeler à l’entrée.',
    paymentNotes: 'Imprimées sur les documents avec prix, par exemple « Paiement à 30 jours ».',
    active:
      'Ce qui n’est plus en service n’est plus proposé dans les formulaires. Les bons qui l’utilisent ne changent pas.',
    otherCurrency:
      'Le prix enregistré est {price}. Saisissez-le en {currency}, ou laissez le champ vide pour le garder tel quel.',
  },
  choice: { active: 'En service', inactive: 'Plus en service', company: 'Comme l’entreprise' },
  taken: '«\u00a0{name}\u00a0» a déjà ce numéro ou ce code. Saisissez-en un autre.',
  changes: 'Dernières modifications',
  added: 'Ajout',
} as const;
