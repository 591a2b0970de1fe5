export const refusal = {
  onlyThey: {
    submit: 'Nur {people} kann Serviceaufträge einreichen.',
    request_changes: 'Nur {people} kann Änderungen an diesem Auftrag anfordern.',
    resubmit: 'Nur {people} kann diesen Auftrag bearbeiten und neu einreichen.',
    approve: 'Nur {people} kann diesen Auftrag genehmigen.',
    reject: 'Nur {people} kann diesen Auftrag ablehnen.',
    withdraw: 'Nur {people} kann diesen Auftrag zurückziehen.',
    assign: 'Nur {people} kann diesem Auftrag ein Team zuweisen.',
    confirm: 'Nur {people} kann für diesen Auftrag eine Rückmeldung erfassen.',
    close: 'Nur {people} kann diesen Auftrag abschließen.',
    reopen: 'Nur {people} kann diesen Auftrag wieder öffnen.',
  },
  admin: 'ein Administrator des Workspace',
  nobody: 'Das kann bei diesem Auftrag noch niemand.',
  notMember:
    'Nur volle Mitglieder dieses Workspace können Serviceaufträge einreichen. Bitte jemanden, der Mitglied ist.',
  left: '{what}. Du bist nicht mehr an diesem Auftrag beteiligt.',
  ownOrder:
    'Den eigenen Auftrag kannst du nicht genehmigen. Ein anderer Supervisor oder ein Administrator des Workspace kann es.',
  tooManyUndecided:
    'Du hast schon {count, plural, one {# Auftrag} other {# Aufträge}} zur Genehmigung, mehr sind pro Person nicht möglich. Bitte die Supervisoren um Entscheidung, oder zieh nicht mehr benötigte Aufträge zurück, und sende diesen danach ab. Dein Entwurf ist gespeichert.',
  wrongState: '{what}. Der Auftrag hat jetzt den Status „{state}“. Es wurde nichts geändert.',
  staleSubmission:
    'Der Auftrag hat sich geändert, während dieses Formular geöffnet war: {what}. Bitte ansehen und erneut entscheiden.',
  staleVersion: '{name} hat Version {version, number} ausgestellt, während dieses Formular geöffnet war.',
  stalePlan:
    'Die Planung hat sich geändert, während dieses Formular geöffnet war, und deine Änderungen widersprechen ihr: {what}. Es wurde nichts geändert. Öffne das Formular erneut, um deine Änderungen vorzunehmen.',
  plan: 'Aktuelle Planung\nServicekräfte: {crew}\nDisposition: {coordinator}\nGeplanter Start: {start}',
  notSet: 'nicht festgelegt',
  noCrew: 'Wähle mindestens eine Servicekraft.',
  notAsOrdered: 'Version {version, number} weicht vom genehmigten Auftrag ab. Wähle stattdessen „{outcome}“.',
} as const;
