export const reply = {
  nowIs: 'O status de {order} agora é “{state}”.',
  /** The shortcut “Add to service order”. */
  oldButton: 'Este botão é de uma versão anterior do app. Abra a ordem novamente na guia Início.',
  storage:
    'Não foi possível fazer isso porque o armazenamento do app não está disponível agora (referência {reference}). Nada foi alterado. Deixe os formulários abertos como estão e tente novamente em um minuto. Se continuar acontecendo, avise a pessoa responsável pelo app.',
  fault: {
    unchanged: 'Ocorreu um erro no app (referência {reference}). Nada foi alterado. Tente novamente.',
    unsure:
      'Ocorreu um erro no app (referência {reference}). Verifique se a ação foi concluída. Se não foi, tente novamente.',
  },
  stranger: {
    notUnderstood: 'O Slack enviou algo que este app não entende. Nada foi alterado. Tente novamente.',
    otherWorkspace: 'As ordens de serviço são só para as pessoas do workspace a que pertencem. Peça ajuda a uma delas.',
  },
} as const;
