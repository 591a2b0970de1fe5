export const imports = {
  open: 'Importer, exporter',
  templateOf: 'Modèle : {kind}',
  exportOf: 'Exporter : {kind}',
  title: 'Importer un fichier',
  submit: 'Lire le fichier',
  kind: {
    client: 'Clients',
    site: 'Sites',
    item: 'Catalogue',
  },
  kindLabel: 'Contenu du fichier',
  fileLabel: 'Fichier CSV',
  fileHint:
    'Jusqu’à {lines, number} lignes, la première avec les noms des colonnes. Rien ne change avant que vous n’appuyiez sur Appliquer. Les cellules vides ne changent rien.',
  templateComment:
    '*{kind}* : un fichier avec les noms des colonnes. Remplissez-le dans un tableur, enregistrez-le en CSV, puis appuyez sur *{button}*.',
  exported: '*{kind}* : {n, plural, one {# ligne} many {# de lignes} other {# lignes}}.',
  exporting: '*{kind}* : vous recevrez le fichier par message direct.',
  exportFailed: 'Le fichier n’a pas pu être créé ou envoyé. Réessayez.',
  started: '*{file}* est en cours de lecture. Vous recevrez par message direct ce qu’il changerait.',
  reading: '*{kind}* : *{file}* est en cours de lecture…',
  planned: '*{kind}* : *{file}* a été lu. Rien n’est encore changé.',
  add: '{n, plural, one {# nouvelle ligne} many {# de nouvelles lignes} other {# nouvelles lignes}}',
  change: '{n, plural, one {# modifiée} many {# modifiées} other {# modifiées}}',
  same: '{n, plural, one {# inchangée} many {# inchangées} other {# inchangées}}',
  wrong:
    '{n, plural, one {# avec des erreurs, laissée de côté} many {# avec des erreurs, laissées de côté} other {# avec des erreurs, laissées de côté}}',
  moved:
    '{n, plural, one {# laissée de côté : la fiche a changé après la lecture du fichier} many {# laissées de côté : les fiches ont changé après la lecture du fichier} other {# laissées de côté : les fiches ont changé après la lecture du fichier}}',
  done: '{n, plural, one {# ligne importée} many {# de lignes importées} other {# lignes importées}}',
  apply: 'Appliquer',
  cancel: 'Annuler l’importation',
  result: 'Toutes les lignes',
  applying: '*{kind}* : *{file}* : {n, number} lignes sur {all, number}…',
  applied: '*{kind}* : *{file}* a été importé.',
  cancelled: '*{kind}* : l’importation de *{file}* a été annulée. Rien n’a été changé.',
  refused: '*{kind}* : *{file}* ne peut pas être lu. Rien n’a été changé.',
  nothing: 'Il ne contient rien de nouveau.',
  unknown:
    '{n, plural, one {Cette colonne a été ignorée : {columns}} many {Ces colonnes ont été ignorées : {columns}} other {Ces colonnes ont été ignorées : {columns}}}',
  missing:
    '{n, plural, one {Il n’y a pas de colonne pour {columns}} many {Il n’y a pas de colonnes pour {columns}} other {Il n’y a pas de colonnes pour {columns}}}. Vérifiez les noms de la première ligne.',
  windows: 'Le fichier n’est pas en UTF-8 ; il a été lu en Windows-1252. Vérifiez les lettres comme à, é et ç.',
  numbered:
    '{n, plural, one {# ligne correspond} many {# lignes correspondent} other {# lignes correspondent}} par le nom à un enregistrement encore sans numéro, qui recevra le sien. Vérifiez qu’il s’agit bien des mêmes.',
  doubt: {
    namesake:
      '{n, plural, one {# ligne (ligne {lines}) est nouvelle et porte} many {# lignes (lignes {lines}) sont nouvelles et portent} other {# lignes (lignes {lines}) sont nouvelles et portent}} le nom d’un enregistrement qui a un autre numéro. Vérifiez qu’il ne s’agit pas des mêmes.',
    negative:
      '{n, plural, one {# ligne (ligne {lines}) a} many {# lignes (lignes {lines}) ont} other {# lignes (lignes {lines}) ont}} un prix inférieur à zéro. Vérifiez qu’il s’agit de remises.',
  },
  line: 'Ligne {line, number} : {problem}',
  changing: 'Ligne {line, number} : {name} : {changes}',
  moreChanges:
    '{n, plural, one {# autre ligne modifiée} many {# d’autres lignes modifiées} other {# autres lignes modifiées}} : voir « {button} ».',
  moreColumns:
    '{n, plural, one {# autre colonne a été ignorée} many {# d’autres colonnes ont été ignorées} other {# autres colonnes ont été ignorées}}.',
  more: '{n, plural, one {# autre ligne} many {# d’autres lignes} other {# autres lignes}} avec des erreurs : voir le fichier.',
  notYours: 'Seuls le bureau et les administrateurs peuvent importer et exporter.',
  resultComment: 'Chaque ligne de *{file}* avec son résultat.',
  resultName: '{file} – résultat de l’importation.csv',
  resultGone: 'Les lignes sont conservées 30 jours ; ce fichier a été importé avant.',
  outcome: {
    head: 'Résultat',
    add: 'à ajouter',
    change: 'à modifier',
    same: 'inchangée',
    wrong: 'non reprise',
    added: 'ajoutée',
    changed: 'modifiée',
    moved: 'non reprise : modifiée entre-temps',
  },
  lineHead: 'Ligne',
  changesHead: 'Valeurs ou modifications',
  problemHead: 'Erreur',
  problem: {
    empty: 'Il est vide.',
    too_large: 'Il dépasse {size}. Divisez-le et importez les parties.',
    not_text: 'Ce n’est pas un fichier CSV. Dans votre tableur, choisissez « Enregistrer sous » et « CSV UTF-8 ».',
    too_many_lines: 'Il a plus de {lines, number} lignes. Divisez-le et importez les parties.',
    too_many_columns:
      'Sa première ligne a plus de {columns, number} colonnes, ou aucune qui soit séparée par une virgule, un point-virgule ou une tabulation.',
    quote_open: 'Un guillemet de la ligne {line, number} ou d’avant n’est jamais fermé.',
    quote_within:
      'La ligne {line, number} a un guillemet au milieu d’un texte. Doublez-le et mettez tout le texte entre guillemets.',
    line_too_long: 'La ligne {line, number} est trop longue.',
    column_missing:
      '{n, plural, one {Cette colonne manque : {columns}.} many {Ces colonnes manquent : {columns}.} other {Ces colonnes manquent : {columns}.}} La première ligne doit nommer les colonnes.',
    column_twice: 'La colonne {heading} apparaît deux fois.',
    gone: 'Le fichier n’est plus là, ou l’application ne le voit pas. Envoyez-le de nouveau.',
    notTheirs: 'Seul un fichier que vous avez envoyé vous-même peut être importé.',
  },
  mistake: {
    client: 'il n’y a pas de client {client}',
    clients: 'il y a plusieurs clients {client} ; indiquez le numéro',
    language: '{value} n’est pas une langue de l’application ({all})',
    active: '{value} n’est ni oui ni non',
    kind: '{value} n’est pas un type de ligne ({all})',
    field: '{column} : {problem}',
    twice: 'identique à la ligne {line, number}',
    several: 'plusieurs enregistrements portent ce nom ; indiquez le numéro de celui que vous visez',
    unnumbered:
      '« {name} » est enregistré sans numéro et avec d’autres informations ; si c’est le même, donnez-lui d’abord le numéro {number}, sinon utilisez un autre nom',
    cells:
      'elle a {n, number} cellules, mais la première ligne nomme {columns, plural, one {# colonne} many {# colonnes} other {# colonnes}} ; mettez entre guillemets un texte qui contient un séparateur',
    taken: 'une autre fiche a le numéro {number}',
  },
} as const;
