export const web = {
  notFound: {
    title: 'Não há nada aqui',
    text: 'Este endereço não leva a lugar nenhum. Verifique se você abriu o link completo.',
  },
  limited: {
    title: 'Muitas tentativas',
    text: 'Aguarde um minuto e tente novamente.',
  },
  trouble: {
    title: 'Indisponível no momento',
    text: 'Algo deu errado do nosso lado. Nada foi alterado. Tente novamente em um minuto.',
  },
  verify: {
    title: 'Verificar um documento',
    label: 'Código de verificação',
    hint: 'No rodapé de cada página, por exemplo SO-000012-1-7F3K-9QXM-2PDA',
    check: 'Verificar',
    genuine: 'Autêntico',
    document: '{order}, versão {version, number}',
    issued: 'Emitido em {when}',
    issuedBy: 'Emitido por {company}, {when}',
    workCopy: 'Cópia de trabalho sem preços',
    current: 'Esta é a versão atual',
    superseded: 'Substituído pela versão {version, number}, emitida em {when}',
    compare:
      'O código mostra que este documento foi emitido. Ele não mostra se algo no papel foi alterado depois. Em caso de dúvida, peça uma cópia.',
    compareWith:
      'O código mostra que este documento foi emitido. Ele não mostra se algo no papel foi alterado depois. Em caso de dúvida, peça uma cópia a {company}.',
    notGenuine: 'Não é autêntico',
    checkCharacters:
      'Nenhum documento com este código foi emitido aqui. Compare o código com o papel, caractere por caractere: é fácil confundir 8 e B, 5 e S, 2 e Z. Os últimos doze caracteres nunca incluem I, L, O ou U. Se tudo coincidir, o documento não é autêntico ou foi emitido em outro lugar.',
    lost: 'Alguns registros se perderam quando um backup foi restaurado. Se o documento for dessa época, consulte quem o emitiu.',
    altered: 'Não foi possível confirmar',
    alteredText:
      'Um documento foi emitido com este código, mas seu registro foi alterado depois. Peça uma cópia a quem o emitiu.',
  },
} as const;
