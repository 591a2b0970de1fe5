export const review = {
  requested: 'Dates souhaitées',
  noItems: '*Lignes* aucune',
  forClient: '*À l’attention du client.* Vérifiez ces informations avant la réception.',
  total: '*Total* {amount}',
  totalWithTax: '*Total* {net} HT, {gross} TTC',
  version: '*Version {next, number} par rapport à la version {base, number}*',
  difference: '*Écart HT\u00a0:* {amount}',
  staysOpen: 'Le bon reste ouvert. D’autres comptes rendus peuvent suivre.',
  closes: 'L’envoi clôture le bon avec le résultat «\u00a0{outcome}\u00a0».',
  extra:
    'Le total est de {net} HT, {difference} au-dessus du montant approuvé. {name} devra l’accepter. Le bon reste ouvert, et le travail peut continuer.',
  extraFinal:
    'Le total est de {net} HT, {difference} au-dessus du montant approuvé. {name} devra l’accepter, ce qui clôture le bon avec le résultat «\u00a0{outcome}\u00a0». Le bon reste ouvert jusque-là.',
  extraHidden:
    'Le total dépasse ce qui a été approuvé. {name} devra l’accepter. Le bon reste ouvert, et le travail peut continuer.',
  extraFinalHidden:
    'Le total dépasse ce qui a été approuvé. {name} devra l’accepter, ce qui clôture le bon. Le bon reste ouvert jusque-là.',
  extraAlso: 'La demande ira aussi à {names}.',
  extraAway: '{name} s’absente, et personne d’autre ne sera sollicité pour l’instant. Fin de l’absence\u00a0: {date}',
  extraBothAway:
    '{name} s’absente, ainsi que {substitute}, qui assure la suppléance. La demande ira aux deux. Fin de l’absence\u00a0: {date}',
  extraAlsoAsked: '{name} s’absente. Fin de l’absence\u00a0: {date}. La demande ira aussi à {substitute}.',
  extraTooLow:
    '{count, plural, one {{names} ne peut pas accepter ce montant.} other {{names} ne peuvent pas accepter ce montant.}}',
  extraTakers:
    '{count, plural, =0 {Un administrateur devra décider.} one {{names} peut l’accepter.} other {Peuvent l’accepter\u00a0: {names}.}}',
  question: {
    similar:
      '{order} a le même titre, le même client et le même lieu. Soumis par {name} ({date}). Vérifiez qu’il ne s’agit pas de la même intervention.',
    similarHidden:
      'Un autre bon a le même titre, le même client et le même lieu. Soumis par {name} ({date}). Vérifiez qu’il ne s’agit pas de la même intervention.',
    overLimit: 'Ce bon s’élève à {net} HT, plus que ce que {name} peut approuver.',
    otherCurrency:
      'Ce bon s’élève à {net} HT. Le plafond de {name} est en {limits} et ne vaut pas pour une autre devise.',
    notListed: '{name} ne figure pas dans la liste des responsables et ne peut pas approuver ce bon de {net} HT.',
    theyCan: '{count, plural, one {{names} peut l’approuver.} other {Peuvent l’approuver : {names}.}}',
    adminCan:
      'Personne d’autre dans la liste des responsables ne peut l’approuver pour l’instant. Un administrateur le peut, et le responsable peut le lui transférer.',
    supervisorsAway:
      '{name} s’absente, ainsi que {substitute}, qui assure la suppléance. Fin de l’absence\u00a0: {date}. Pensez à choisir un autre responsable.',
    supervisorAway:
      '{name} s’absente. Fin de l’absence\u00a0: {date}. La demande ira aussi à {substitute}, qui peut décider à sa place.',
    substituteTooLow:
      '{name} s’absente. Fin de l’absence\u00a0: {date}. La demande ira aussi à {substitute}, qui ne peut pas approuver ce montant. Pensez à choisir un autre responsable.',
    supervisorAwayAlone:
      '{name} s’absente, et personne d’autre ne sera sollicité. Fin de l’absence\u00a0: {date}. Pensez à choisir un autre responsable.',
    noItems: 'Ce bon n’a aucune ligne.',
    thousands: '{item}\u00a0: {line}. Le prix a trois décimales. Vérifiez qu’il ne s’agit pas de milliers.',
    muchOfIt: '{item}\u00a0: {line}. La quantité est inhabituellement élevée. Vérifiez qu’elle est exacte.',
    requestedPast: 'Le début souhaité est déjà passé\u00a0: {date}.',
    requestedFar: 'Le début souhaité est dans plus d’un an\u00a0: {date}.',
    requestedLong: 'La fin souhaitée est {days, plural, one {# jour} other {# jours}} après le début.',
    plannedPast: 'Le début prévu est déjà passé\u00a0: {date}.',
    plannedFar: 'Le début prévu est dans plus d’un an\u00a0: {date}.',
    plannedOnHold:
      'Le début prévu ({date}) précède la fin de la suspension ({until}). Le bon reste suspendu jusque-là.',
    holdFar: 'Le bon resterait suspendu plus d’un an. Reprise\u00a0: {date}.',
    holdPastStart:
      'Le début prévu ({start}) précède la fin de la suspension ({date}). Il ne change pas tant que le bon n’est pas replanifié.',
    beforeStart: 'Le travail se terminerait avant le début prévu\u00a0: {date}. Personne ne l’a encore démarré.',
    workHours: 'Les travaux ont duré {hours, plural, one {# heure} other {# heures}}\u00a0: {start} – {end}.',
    workDays: 'Les travaux ont duré {days, plural, one {# jour} other {# jours}}\u00a0: {start} – {end}.',
    startedEarly:
      'Les travaux ont commencé avant l’approbation du bon. Début\u00a0: {date}. Approbation\u00a0: {approved}.',
    endedEarly:
      'Les travaux se sont terminés avant l’approbation du bon. Fin\u00a0: {date}. Approbation\u00a0: {approved}.',
    endedBeforeReport:
      'Les travaux se sont terminés avant la fin indiquée dans la version {version, number}. Fin saisie\u00a0: {date}. Fin indiquée auparavant\u00a0: {reported}.',
    refusedAfterSigning:
      '{name} a accepté la version {version, number} avec sa signature\u00a0: {date}. Vérifiez que le client refuse maintenant la réception.',
    typeChanged:
      'Le type de bon « {name} » a été modifié entre-temps. Ce bon garde les champs que vous avez vus. Pour utiliser les nouveaux, choisissez « {none} » sous *{label}*, puis de nouveau le type.',
    typeInactive: 'Le type de bon « {name} » n’est plus utilisé. Ce bon garde quand même ses champs.',
    unused: 'Vous avez rempli *{label}*, mais ce champ ne s’applique pas à vos autres réponses. Il ne sera pas envoyé.',
  },
} as const;
