export const signing = {
  title: 'Signature du client',
  link: 'Le client peut signer ici {order}, version {version, number}\u00a0: ouvrez la page sur ce téléphone et passez-le-lui, ou envoyez-lui ce lien. Il fonctionne une seule fois, jusqu’au {until}. Tout lien précédent de ce bon ne fonctionne plus.\n{link}',
  orderOnly: 'Aucun travail n’a encore été confirmé\u00a0: le client signe le bon, pas les travaux.',
  open: 'Ouvrir la page',
  withdraw: 'Retirer le lien',
  withdrawn: 'Le lien pour signer {order} ne fonctionne plus.',
  off: 'Les pages de signature ne sont pas configurées ici. Demandez à la personne qui exploite cette application de définir PUBLIC_URL.',
  notNow: 'Le client ne peut pas signer pour le moment\u00a0: le bon n’est ni approuvé ni clôturé.',
  reopened:
    'Ce bon a été rouvert et rien n’a été signalé depuis. Confirmez d’abord les travaux ou clôturez le bon\u00a0; le client pourra ensuite le signer.',
} as const;
