export const away = {
  title: 'Absence',
  heading: 'Vos préférences',
  set: 'Indiquer une absence',
  change: 'Modifier',
  back: 'Je suis de retour',
  here: 'Pendant votre absence, une autre personne peut décider de vos bons.',
  until: 'Fin de votre absence : {date}. Les demandes de décision vont aussi à {name}.',
  digest: {
    on: 'Vous recevez un récapitulatif les matins ouvrés.',
    off: 'Vous ne recevez pas de récapitulatif les matins ouvrés.',
    turnOn: 'Activer le récapitulatif',
    turnOff: 'Désactiver le récapitulatif',
  },
  standIn: {
    named:
      '{name} s’absente et vous a confié sa suppléance. Fin de l’absence\u00a0: {date}. Les demandes de décision vont désormais aussi à vous.',
    namedPlain:
      '{name} s’absente et vous a confié sa suppléance. Les demandes de décision vont désormais aussi à vous.',
    waiting:
      '{count, plural, =0 {Rien n’attend pour le moment.} one {# bon attend déjà\u00a0:} other {# bons attendent déjà\u00a0:}}',
    ended:
      'Votre suppléance de {name} est terminée. Les nouvelles demandes de décision ne vous parviendront plus. Vous pouvez encore décider de celles que vous avez reçues.',
  },
  last: 'Absent jusqu’au (dernier jour)',
  substitute: 'Les décisions vont à',
  save: 'Enregistrer',
  past: 'Choisissez aujourd’hui ou un jour ultérieur.',
  far: 'Votre absence durerait plus d’un an. Fin\u00a0: {date}.',
  both: '{name} s’absente aussi. Fin de l’absence\u00a0: {date}. Les demandes attendraient un retour, ou qu’un rappel s’adresse à d’autres.',
  yourself: 'Choisissez une autre personne que vous.',
  cannot: '{name} ne peut pas décider des bons. Choisissez une autre personne.',
  membersOnly: 'Seuls les membres de cet espace de travail peuvent confier leurs décisions.',
  meanwhile: 'Vos préférences ont changé dans une autre fenêtre. Rouvrez-les pour les voir.',
} as const;
