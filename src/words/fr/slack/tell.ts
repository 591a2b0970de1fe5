export const tell = {
  lead: {
    request: '{order} : {name} demande votre approbation pour {title}.',
    request_priced: '{order} : {name} demande votre approbation pour {title} ({amount}).',
    again: '{order} : {name} a renvoyé {title} et demande votre approbation.',
    again_priced: '{order} : {name} a renvoyé {title} ({amount}) et demande votre approbation.',
    changes_requested: '{order} : {name} a demandé des modifications de {title}. Modifiez et renvoyez le bon.',
    approved: '{order} : {name} a approuvé {title}.',
    rejected: '{order} : {name} a rejeté {title}.',
    withdrawn: '{order} : {name} a retiré {title}.',
    crew_joined: '{order} : {name} vous a affecté à {title}.',
    crew_left: '{order} : {name} vous a retiré de {title}.',
    confirmed: '{order} : {name} a rendu compte des travaux de {title}.',
    closed: '{order} : {name} a clôturé {title} : « {state} ».',
    reopened: '{order} : {name} a rouvert {title}. Le travail continue.',
    request_instead: '{order} : {name} ne peut plus décider de {title}. Veuillez décider à sa place.',
    supervisor_gone_submitted:
      '{order} : {name} ne peut plus décider de {title}. Les administrateurs de l’espace de travail ont été invités à décider. Vous pouvez aussi retirer le bon et en soumettre un nouveau à un autre responsable.',
    supervisor_gone:
      '{order} : {name} ne peut plus décider de {title}. Choisissez un autre responsable en modifiant et renvoyant le bon.',
    requester_gone:
      '{order} : {name} ne peut plus modifier et renvoyer {title}. Retirez le bon et demandez à quelqu’un d’autre d’en soumettre un nouveau.',
    coordinator_gone:
      '{order} : {name} ne peut plus coordonner {title}. Affectez une autre personne à la coordination.',
    crew_gone: '{order} : {name} ne peut plus travailler sur {title}. Affectez quelqu’un d’autre.',
    channel_lost:
      '{order} : L’application n’a plus accès au canal de {title} et ne peut plus y publier. Pour rétablir l’accès, saisissez « /invite @Service Orders » dans ce canal. Si le canal n’existe plus, un administrateur de l’espace de travail peut en ouvrir un nouveau dans l’onglet Accueil de l’application.',
    channel_shared:
      '{order} : Le canal de {title} est désormais partagé avec une autre organisation. Ses membres peuvent tout y lire, y compris les prix et les PDF, mais ne peuvent pas modifier le bon. Si vous ne le souhaitez pas, cessez de partager le canal.',
  },
  amount: {
    net: '{net} HT',
    tax: '{gross} TTC',
  },
  start: 'Début : {date}',
  channel: 'Canal : {channel}',
  namedChannel: 'Canal : #{name} ({channel})',
  job: '*Lieu d’intervention* {location}\n*Début* {date}',
  jobContact: '*Lieu d’intervention* {location}\n*Début* {date}\n*Contact sur place* {contact}',
  settled: {
    approve: '*Approuvé* par {name} · {date}',
    reject: '*Rejeté* par {name} · {date}',
    request_changes: '*Modifications demandées* par {name} · {date}',
    withdraw: '*Retiré* par {name} · {date}',
    resubmit: '*Renvoyé* par {name} · {date}',
    assign: '*Équipe affectée* par {name} · {date}',
    closed: '*Clôturé* par {name} · {date}',
  },
} as const;
