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
  tooLarge: {
    title: 'Trop de données',
    text: 'Vos données sont trop volumineuses. Rien n’a été signé. Raccourcissez-les ou signez avec votre nom saisi.',
  },
  notAForm: {
    title: 'Illisible',
    text: 'Ce qui a été envoyé n’est pas le formulaire de cette page. Rien n’a été signé. Ouvrez de nouveau le lien.',
  },
  brokenOff: { title: 'La connexion a été interrompue' },
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
  sign: {
    title: 'Signer\u00a0: {document}',
    intro: 'Vérifiez les informations suivantes. Vous pouvez signer à la fin de la page.',
    changed:
      'Ce bon a changé depuis que vous avez reçu le lien. Vous voyez la version {version, number}, la version actuelle.',
    overtaken:
      'Le bon a changé pendant que cette page était ouverte. Rien n’a été signé. Vérifiez la version {version, number} et signez de nouveau.',
    heading: 'Signer',
    name: 'Votre nom complet',
    position: 'Fonction (facultatif)',
    positionHint: 'Votre rôle, par exemple responsable technique',
    reservations: 'Réserves (facultatif)',
    reservationsHint: 'Ce qui n’est pas comme il devrait être. Figure sur le document.',
    signature: 'Signature',
    drawn: 'Tracer ma signature',
    typed: 'Signer avec mon nom saisi',
    pad: 'Cadre pour votre signature',
    padHint: 'Tracez votre signature dans le cadre avec le doigt, un stylet ou la souris.',
    clear: 'Effacer',
    withoutScript: 'Sans JavaScript, vous signez avec votre nom saisi.',
    consentWork:
      'Je réceptionne ces travaux au nom de {client}, avec les réserves que j’ai saisies dans ce formulaire, le cas échéant. Mon nom, ma signature et l’heure figureront sur le document.',
    consentOrder:
      'J’approuve ce bon au nom de {client}, avec les réserves que j’ai saisies dans ce formulaire, le cas échéant. Mon nom, ma signature et l’heure figureront sur le document.',
    problems: 'Corrigez les points suivants\u00a0:',
    error: {
      name: 'Saisissez votre nom complet.',
      consent: 'Cochez la case pour signer.',
      drawing: 'Tracez votre signature ou choisissez «\u00a0{option}\u00a0».',
      unreadable: 'Cette signature est illisible. Tracez-la de nouveau ou choisissez «\u00a0{option}\u00a0».',
    },
    send: 'Signer',
    sending: 'Envoi…',
    lost: 'La connexion a été perdue\u00a0: il n’est pas certain que votre signature soit arrivée. Sélectionnez de nouveau «\u00a0{button}\u00a0»\u00a0: rien n’est signé deux fois.',
    privacy: 'Cette page n’utilise pas de cookies et ne transmet rien à des tiers.',
    accepted: {
      title: 'Accepté\u00a0: version {version, number}',
      text: '{order}, version {signed, number}, est signée. Le document avec la signature est la version {version, number}.',
      newer: 'Une version plus récente a été émise depuis\u00a0: la version {version, number}.',
      askToSign: 'Pour la signer, demandez un nouveau lien.',
      reopened: 'Le bon a été rouvert depuis et les travaux se poursuivent.',
    },
    signedBy: 'Signé par {name}, {when}.',
    already: {
      title: 'Déjà signé',
      notRecorded: 'Déjà signé par {name}, {when}\u00a0; ce que vous avez saisi n’a pas été enregistré.',
    },
    notSigned: 'Rien n’a été signé.',
    expired: {
      title: 'Ce lien a expiré',
      text: 'Les liens de signature sont valables sept jours. Demandez-en un nouveau.',
      textOf: 'Les liens de signature sont valables sept jours. Demandez-en un nouveau à {company}.',
    },
    withdrawn: {
      title: 'Ce lien ne fonctionne plus',
      text: 'Il a été retiré ou remplacé par un lien plus récent. Demandez-en un nouveau.',
      textOf: 'Il a été retiré ou remplacé par un lien plus récent. Demandez-en un nouveau à {company}.',
    },
    reopened: {
      title: 'Les travaux se poursuivent',
      text: 'Le bon a été rouvert après la version {version, number} et rien n’a été signalé depuis. Dès qu’il y aura une nouvelle version, vous pourrez la signer avec ce lien.',
    },
    contact: 'Des questions\u00a0? {contact}',
    contactOf: 'Des questions\u00a0? {company}\u00a0: {contact}',
    copy: {
      title: 'Votre exemplaire',
      download: 'Télécharger {file} ({size})',
      until: 'Disponible ici jusqu’au {when}.',
      making: 'Le document signé est en cours de préparation. Rechargez cette page dans une minute.',
      reload: 'Recharger',
      sent: 'L’entreprise vous enverra le document signé.',
      sentBy: '{company} vous enverra le document signé.',
      ask: 'Demandez une copie du document signé.',
      askOf: 'Demandez une copie du document signé à {company}.',
      busy: {
        title: 'Trop de téléchargements à la fois',
        text: 'Patientez une minute, puis réessayez.',
      },
    },
    photosNotShown:
      '{count, plural, one {# photo n’est pas affichée ici\u00a0; elle est nommée ci-dessous.} many {# photos ne sont pas affichées ici\u00a0; elles sont nommées ci-dessous.} other {# photos ne sont pas affichées ici\u00a0; elles sont nommées ci-dessous.}}',
    closed: {
      title: 'Impossible de signer pour le moment',
      text: 'La signature n’est plus possible. Adressez-vous à la personne qui vous a donné le lien.',
    },
    unknown: {
      title: 'Ce lien n’est pas valide',
      text: 'Vérifiez que vous avez ouvert le lien en entier ou demandez-en un nouveau.',
    },
  },
} as const;
