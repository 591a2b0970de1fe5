/** The fields of the settings: what they are called, what they hold, and what is wrong with it. */
export const settingFields = {
  label: {
    company: {
      name: 'Nom de l’entreprise',
      taxId: 'N° d’identification fiscale',
      address: 'Adresse',
      phone: 'Téléphone',
      email: 'Adresse e-mail',
      logo: 'Logo de l’entreprise',
    },
    money: { currency: 'Devise', taxRate: 'TVA' },
    document: {
      pageSize: 'Papier',
      locale: 'Langue et formats des documents',
      timeZone: 'Fuseau horaire des documents',
      accentColor: 'Couleur des titres',
      terms: 'Conditions générales',
    },
    workspace: { locale: 'Langue des canaux' },
    channel: {
      private: 'Qui peut ouvrir le canal d’un bon',
      keepMembers: 'Personnes qui quittent un bon',
      archiveAfterDays: 'Archiver les canaux après',
    },
    roles: { admins: 'Administrateurs de l’application', office: 'Bureau', supervisors: 'Responsables' },
    approval: { allowOwn: 'Ses propres bons', undecidedPerPerson: 'Bons en attente d’approbation par demandeur' },
    changes: {
      tolerance: 'Tolérance en pourcentage',
      toleranceAmount: 'Tolérance en montant',
    },
    hours: { zone: 'Fuseau horaire du bureau', week: 'Heures de bureau', holidays: 'Jours chômés' },
    reminders: {
      decision: 'Approbation\u00a0: heures',
      changes: 'Modifications demandées\u00a0: heures',
      extraCost: 'Surcoût\u00a0: heures',
      start: 'Début sans travail\u00a0: heures',
      end: 'Fin sans clôture\u00a0: heures',
      again: 'Deuxième rappel\u00a0: jours ouvrés',
      escalation: 'Personnes sollicitées sans réponse',
      digest: 'Récapitulatif du matin',
    },
    prices: { visibleTo: 'Qui voit les prix', channel: 'Canal des documents avec prix' },
    records: { freeClients: 'Clients et sites hors fichier', freeItems: 'Articles hors catalogue' },
  },
  groups: '{label} : groupes d’utilisateurs',
  hint: {
    company: {
      name: 'Imprimé sur chaque document.',
      taxId: 'Tel qu’il doit figurer sur les documents, avec le préfixe du pays s’il y en a un.',
      logo: 'PNG, JPEG ou SVG, 1 Mo au maximum.',
    },
    money: {
      currency: 'Trois lettres, par exemple EUR.',
      taxRate: 'Un pourcentage, par exemple 19 ou 8,875. Il s’imprime « {example} ».',
    },
    document: {
      timeZone:
        'Par exemple {zone}. Si le champ est vide, chaque document utilise le fuseau de la personne qui a approuvé le bon.',
      accentColor: 'Par exemple #1f4e79. Si le champ est vide, le bleu de l’application est utilisé.',
      terms: 'Imprimées à la fin de chaque document.',
    },
    channel: { archiveAfterDays: 'Jours après la fin d’un bon, réalisé ou non, de {min, number} à {max, number}.' },
    roles: {
      admins:
        'En plus des administrateurs et propriétaires de l’espace de travail. Ils peuvent faire ce que fait un responsable, sur chaque bon.',
      office:
        'Voit tous les bons et tous les prix, tient les clients, les sites et le catalogue, et les importe depuis des fichiers. Si le champ est vide, seuls les administrateurs le font.',
    },
    approval: {
      undecidedPerPerson: 'Une limite pour que personne ne remplisse la liste de tous les autres.',
    },
    changes: {
      tolerance:
        'De combien un total peut dépasser le montant approuvé avant que le responsable soit sollicité. Si les deux champs sont vides, tout dépassement est à approuver.',
      toleranceAmount: 'HT, en {currency}. Si les deux sont définies, la plus petite s’applique.',
    },
    hours: {
      zone: 'Par exemple {zone}. Si le champ est vide, le fuseau des documents s’applique, ou UTC s’il n’y en a pas.',
      week: 'Par exemple : {example}. Les rappels et les délais ne comptent que ces heures. Si le champ est vide, ils comptent jour et nuit.',
      holidays: 'Un jour par ligne, avec ou sans nom, par exemple : 2026-12-25 Noël',
    },
    reminders: {
      decision: 'Heures de bureau après lesquelles le responsable est relancé. 0 signifie jamais.',
      changes: 'Relance le demandeur.',
      extraCost: 'Relance le responsable.',
      start: 'Relance l’équipe et le coordinateur.',
      end: 'Relance l’équipe et le coordinateur.',
      again:
        'Une autre personne est alors aussi sollicitée\u00a0: un remplaçant ou les personnes de la page suivante. 0 signifie jamais.',
      escalation:
        'Elles sont sollicitées avec le deuxième rappel d’une décision, si personne ne remplace le responsable. Qui ne peut pas approuver le bon n’est pas sollicité.',
      digest:
        'Un message les matins ouvrés avec les visites du jour et ce qui attend. Chacun peut le désactiver pour soi dans Accueil.',
    },
    prices: {
      visibleTo: 'S’applique aux nouveaux bons.',
      channel:
        'Si le champ est vide, les documents vont au demandeur et au responsable. Si le canal est privé, ajoutez-y d’abord l’application.',
    },
    records: {
      freeClients: 'Tant qu’aucun client n’est dans le fichier, les clients se saisissent toujours en texte.',
      freeItems: 'Les personnes qui ne voient pas les prix peuvent toujours ajouter des lignes sans prix.',
    },
  },
  choice: {
    document: { pageSize: { A4: 'A4', LETTER: 'Lettre US' } },
    channel: {
      private: { yes: 'Privé (les personnes du bon seulement)', no: 'Public (tout l’espace de travail)' },
      keepMembers: { yes: 'Restent dans son canal', no: 'Sont retirées de son canal' },
    },
    approval: {
      allowOwn: { yes: 'Les responsables peuvent approuver les leurs', no: 'Personne n’approuve les siens' },
    },
    reminders: {
      digest: {
        yes: 'Envoyé',
        no: 'Non envoyé',
      },
    },
    prices: { visibleTo: { everybody: 'Tout le monde', office: 'Le bureau seulement' } },
    records: {
      freeClients: { yes: 'Peuvent être saisis dans les bons', no: 'Ne peuvent pas être saisis dans les bons' },
      freeItems: { yes: 'Peuvent être ajoutés aux bons', no: 'Ne peuvent pas être ajoutés aux bons' },
    },
  },
  value: {
    days: '{count, plural, one {# jour} other {# jours}}',
    hours: '{count, plural, =0 {Jamais} one {# heure} other {# heures}}',
    workingDays: '{count, plural, =0 {Jamais} one {Après # jour ouvré} other {Après # jours ouvrés}}',
    currency: '{code} ({name})',
    logo: 'Défini',
    otherLogo: 'Autre logo',
    office: 'Administrateurs seulement',
    supervisors: 'Tous les membres, quel que soit le montant',
    anyAmount: 'tout montant',
    upTo: 'jusqu’à {amount}',
    limited: '{name} ({limit})',
    emptyGroup: '{name} (sans membre)',
    goneGroup: '{name} (désactivé ou supprimé)',
    documentsZone: '{zone} (celui des documents)',
    always: 'Jour et nuit',
    day: '{day} ({name})',
    zone: 'Fuseau de la personne qui approuve',
    people: 'Aucun (ils vont au demandeur et au responsable)',
    usual: 'Par défaut',
    more: '{count, plural, one {# autre} other {# autres}}',
  },
  error: {
    tooLong: 'Utilisez {max, number} caractères au maximum.',
    email: 'Saisissez une adresse e-mail telle que bureau@example.com.',
    tolerance: 'Saisissez un pourcentage de 0 à {max, number}, ou laissez le champ vide.',
    currency: 'Saisissez un code de devise tel que EUR, USD ou CHF.',
    zone: 'Saisissez un fuseau horaire tel que Europe/Paris ou America/Montreal.',
    week: {
      day: '« {text} » n’est pas un jour de la semaine. Saisissez des jours et des heures comme « lun.–ven. 08:00–17:00 ».',
      time: '« {text} » n’est pas un horaire lisible. Saisissez-le comme « 08:00–12:00, 13:00–17:00 ».',
      backwards: '« {text} » se termine avant de commencer. Les heures après minuit appartiennent au jour suivant.',
      many: 'Un jour peut avoir {max, number} plages au maximum : {text}',
    },
    date: 'Commencez chaque ligne par une date telle que 2026-12-25. Celle-ci est illisible : « {text} »',
    dates: 'Saisissez {max, number} jours au maximum. Retirez ceux qui sont passés.',
    color: 'Saisissez une couleur telle que #1f4e79.',
    contrast:
      'Cette couleur est trop claire pour du papier blanc : son contraste est de {ratio}:1 et doit être d’au moins {least}:1.',
    count: 'Saisissez un nombre entier de {min, number} à {max, number}.',
    people: 'Choisissez {max, number} personnes et groupes au maximum.',
    amount: 'Saisissez un montant tel que 5000, ou laissez le champ vide pour tout montant.',
    toleranceAmount: 'Saisissez un montant tel que 500, ou laissez le champ vide.',
    invalid: 'Cette valeur ne peut pas être utilisée. Choisissez-en une autre.',
    nobody: 'Choisissez au moins une personne ou un groupe.',
    members: 'Seuls des membres à part entière peuvent figurer ici. Retirez {names}.',
    guest: 'Les responsables doivent être des membres à part entière. Retirez {names}.',
  },
} as const;
