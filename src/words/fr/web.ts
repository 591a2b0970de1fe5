export const web = {
  notFound: {
    title: 'Il n’y a rien ici',
    text: 'Cette adresse ne mène nulle part. Vérifiez que vous avez ouvert le lien en entier.',
  },
  limited: {
    title: 'Trop de tentatives',
    text: 'Patientez une minute, puis réessayez.',
  },
  trouble: {
    title: 'Indisponible pour le moment',
    text: 'Un problème est survenu de notre côté. Rien n’a été modifié. Réessayez dans une minute.',
  },
  verify: {
    title: 'Vérifier un document',
    label: 'Code de vérification',
    hint: 'En bas de chaque page, par exemple SO-000012-1-7F3K-9QXM-2PDA',
    check: 'Vérifier',
    genuine: 'Authentique',
    document: '{order}, version {version, number}',
    issued: 'Émis le {when}',
    issuedBy: 'Émis par {company}, {when}',
    workCopy: 'Copie de travail sans prix',
    current: 'C’est la version actuelle',
    superseded: 'Remplacé par la version {version, number}, émise le {when}',
    compare:
      'Le code montre que ce document a été émis. Il ne montre pas si le papier a été modifié depuis. En cas de doute, demandez une copie.',
    compareWith:
      'Le code montre que ce document a été émis. Il ne montre pas si le papier a été modifié depuis. En cas de doute, demandez une copie à {company}.',
    notGenuine: 'Non authentique',
    checkCharacters:
      'Aucun document portant ce code n’a été émis ici. Comparez le code avec le papier, caractère par caractère\u00a0: 8 et B, 5 et S, 2 et Z se confondent facilement. Les douze derniers caractères ne contiennent jamais I, L, O ni U. Si tout correspond, le document n’est pas authentique ou a été émis ailleurs.',
    lost: 'Des enregistrements ont été perdus lors de la restauration d’une sauvegarde. Si le document date de cette période, adressez-vous à son émetteur.',
    altered: 'Impossible à confirmer',
    alteredText:
      'Un document a été émis avec ce code, mais son enregistrement a été modifié depuis. Demandez une copie à son émetteur.',
  },
} as const;
