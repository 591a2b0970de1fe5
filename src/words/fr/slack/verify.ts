export const verify = {
  genuine: '*Authentique.* {facts}',
  version: 'Il s’agit de la *version {version, number} de {order}* (émission : {date}).',
  versionTitle: 'Il s’agit de la *version {version, number} de {order}*, {title} (émission : {date}).',
  current: 'C’est la version *actuelle*.',
  superseded: 'Elle est *remplacée* par la version {version, number} (émission : {date}).',
  supersededPdf: 'Elle est *remplacée* par la version {version, number} (émission : {date}, {pdf}).',
  workCopy: 'C’est un exemplaire de travail : il n’indique pas de prix.',
  approved: 'Approuvée par {name} ({date}).',
  extraAccepted: 'Surcoût accepté par {name} ({date}).',
  extraNotAccepted: 'Le montant dépasse ce qui a été approuvé, et le surcoût n’était pas accepté à l’émission.',
  signed: 'Pour le client, {name} a signé la version {version, number} ({date}).',
  state: 'Le bon a maintenant le statut « {state} ».',
  compare:
    'Le code confirme que ce document a bien été émis. Pour vérifier que le reste du document papier n’a pas été modifié, comparez-le avec {pdf} ({file}).',
  askToCompare:
    'Le code confirme que ce document a bien été émis. Pour vérifier que le reste du document papier n’a pas été modifié, demandez à une personne associée au bon de le comparer avec le PDF.',
  notGenuine: '*Non authentique.* Aucun document émis ne porte le code `{code}`.',
  notGenuineUnless:
    '*Non authentique*, sauf s’il a été émis {spans} : une sauvegarde a alors été restaurée et les enregistrements de cette période sont perdus. Aucun document connu ne porte le code `{code}`.',
  checkCharacters:
    'Comparez d’abord chaque caractère avec le document papier : 8 et B, 5 et S, 2 et Z, ainsi que le numéro du bon et de la version au début. Les douze derniers caractères ne contiennent jamais I, L, O ni U. Si tout correspond, ce document papier ne provient pas de cet espace de travail, ou il a été altéré.',
  altered:
    '*Confirmation impossible.* Un document a été émis avec le code `{code}`, mais son enregistrement dans la base de données a été modifié ensuite. Comparez le document papier avec le PDF du canal du bon et demandez à la personne qui gère cette application de vérifier.',
  noCode:
    'Saisissez le code qui figure au bas de chaque page du document, par exemple `/service-order vérifier SO-000012-1-7F3K-9QXM-2PDA`. Pour vérifier un PDF dans Slack, utilisez *Verify document* dans le menu de son message.',
  notACode: '« {typed} » n’est pas un code de vérification.',
  span: 'entre {from} et {until}',
  noFile:
    'Ce message ne contient aucun fichier. Utilisez *Verify document* sur un message contenant un PDF. Pour vérifier un code imprimé, saisissez `/service-order vérifier`.',
  file: {
    genuine: '« {file} » : *authentique*, identique octet par octet à l’original émis. {facts}',
    unknown:
      '« {file} » : *non authentique*. Il n’est identique, octet par octet, à aucun document émis ici. C’est peut-être un autre fichier, ou un fichier altéré ou réenregistré. Cherchez le PDF dans le canal du bon.',
    unknownUnless:
      '« {file} » : *non authentique*, sauf s’il a été émis {spans} : une sauvegarde a alors été restaurée et les enregistrements de cette période sont perdus. Il n’est identique, octet par octet, à aucun document connu émis ici. C’est peut-être un autre fichier, ou un fichier altéré ou réenregistré. Cherchez le PDF dans le canal du bon.',
    noPdf: '« {file} » : ce n’est pas un PDF, donc pas un document émis ici.',
    tooLarge: '« {file} » : plus volumineux que tout document émis ici.',
    gone: '« {file} » : vérification impossible. Le fichier a été supprimé, ou se trouve dans une conversation dont l’application ne fait pas partie. Publiez-le dans un canal où elle est présente, par exemple celui du bon, et réessayez.',
    notNow: '« {file} » : Slack n’a pas fourni le fichier. Réessayez dans une minute.',
  },
  membersOnly:
    'Les bons d’intervention sont réservés aux membres de cet espace de travail. Demandez de l’aide à l’un d’eux.',
} as const;
