export const refusal = {
  onlyThey: {
    submit: 'Só {people} pode enviar ordens de serviço.',
    request_changes: 'Só {people} pode solicitar alterações nesta ordem.',
    resubmit: 'Só {people} pode editar e reenviar esta ordem.',
    approve: 'Só {people} pode aprovar esta ordem.',
    reject: 'Só {people} pode rejeitar esta ordem.',
    withdraw: 'Só {people} pode retirar esta ordem.',
    assign: 'Só {people} pode atribuir a equipe desta ordem.',
    confirm: 'Só {people} pode criar uma confirmação desta ordem.',
    close: 'Só {people} pode encerrar esta ordem.',
    reopen: 'Só {people} pode reabrir esta ordem.',
  },
  admin: 'um administrador do workspace',
  nobody: 'Por enquanto ninguém nesta ordem pode fazer isso.',
  notMember: 'Só membros plenos deste workspace podem enviar ordens de serviço. Peça a um colega que seja membro.',
  left: '{what}, e você não está mais nesta ordem.',
  ownOrder: 'Você não pode aprovar sua própria ordem. Outro supervisor ou um administrador do workspace pode.',
  tooManyUndecided:
    'Você já tem {count, plural, one {# ordem} other {# ordens}} aguardando aprovação, o máximo por pessoa. Peça aos supervisores que decidam, ou retire as ordens de que não precisa mais, e depois envie esta. Seu rascunho foi salvo.',
  wrongState: '{what}. A ordem agora está como “{state}”. Nada foi alterado.',
  staleSubmission: 'A ordem mudou enquanto este formulário estava aberto: {what}. Revise-a e decida novamente.',
  staleVersion: '{name} emitiu a versão {version, number} enquanto este formulário estava aberto.',
  tooManyVersions:
    'Esta ordem tem {count, number} versões e não aceita mais confirmações parciais. Crie uma confirmação final ou encerre a ordem.',
  stalePlan:
    'O planejamento mudou enquanto este formulário estava aberto, e suas alterações entram em conflito com ele: {what}. Nada foi alterado. Abra o formulário novamente para fazer suas alterações.',
  plan: 'Planejamento atual\nProfissionais de campo: {crew}\nCoordenação: {coordinator}\nInício programado: {start}',
  notSet: 'não definido',
  noCrew: 'Escolha pelo menos um profissional de campo.',
  notAsOrdered: 'A versão {version, number} difere da ordem aprovada. Escolha “{outcome}”.',
} as const;
