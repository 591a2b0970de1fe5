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
  tooLarge: {
    title: 'Dados demais',
    text: 'Os dados são grandes demais. Nada foi assinado. Encurte-os ou assine com seu nome digitado.',
  },
  notAForm: {
    title: 'Não foi possível ler',
    text: 'O que foi enviado não é o formulário desta página. Nada foi assinado. Abra o link novamente.',
  },
  brokenOff: { title: 'A conexão foi interrompida' },
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
  sign: {
    title: 'Assinar: {document}',
    intro: 'Confira os dados a seguir. Você pode assinar no fim da página.',
    changed:
      'Esta ordem mudou desde que você recebeu o link. Você está vendo a versão {version, number}, que é a atual.',
    overtaken:
      'A ordem mudou enquanto esta página estava aberta. Nada foi assinado. Confira a versão {version, number} e assine novamente.',
    heading: 'Assinar',
    name: 'Seu nome completo',
    position: 'Função (opcional)',
    positionHint: 'O que você faz, por exemplo, gerente de manutenção',
    reservations: 'Ressalvas (opcional)',
    reservationsHint: 'O que não está como deveria. Consta no documento.',
    signature: 'Assinatura',
    drawn: 'Desenhar minha assinatura',
    typed: 'Assinar com meu nome digitado',
    pad: 'Quadro para sua assinatura',
    padHint: 'Desenhe sua assinatura no quadro com o dedo, uma caneta ou o mouse.',
    clear: 'Limpar',
    withoutScript: 'Sem JavaScript, você assina com seu nome digitado.',
    consentWork:
      'Aceito este serviço em nome de {client}, com as ressalvas que informei neste formulário, se houver. Meu nome, minha assinatura e o horário constarão no documento.',
    consentOrder:
      'Concordo com esta ordem em nome de {client}, com as ressalvas que informei neste formulário, se houver. Meu nome, minha assinatura e o horário constarão no documento.',
    problems: 'Corrija o seguinte:',
    error: {
      name: 'Informe seu nome completo.',
      consent: 'Marque a caixa para assinar.',
      drawing: 'Desenhe sua assinatura ou escolha “{option}”.',
      unreadable: 'Não foi possível ler esta assinatura. Desenhe-a novamente ou escolha “{option}”.',
    },
    send: 'Assinar',
    sending: 'Enviando…',
    lost: 'A conexão caiu, então não é certo que sua assinatura chegou. Selecione “{button}” de novo: nada é assinado duas vezes.',
    privacy: 'Esta página não usa cookies nem repassa nada a terceiros.',
    accepted: {
      title: 'Aceito: versão {version, number}',
      text: '{order}, versão {signed, number}, está assinada. O documento com a assinatura é a versão {version, number}.',
      newer: 'Depois disso foi emitida uma versão mais nova: a versão {version, number}.',
      askToSign: 'Para assiná-la, peça um novo link.',
      reopened: 'A ordem foi reaberta depois disso, e o serviço continua.',
    },
    signedBy: 'Assinado por {name}, {when}.',
    already: {
      title: 'Já foi assinado',
      notRecorded: 'Já assinado por {name}, {when}; o que você informou não foi registrado.',
    },
    notSigned: 'Nada foi assinado.',
    expired: {
      title: 'Este link expirou',
      text: 'Links de assinatura valem sete dias. Peça um novo.',
      textOf: 'Links de assinatura valem sete dias. Peça um novo a {company}.',
    },
    withdrawn: {
      title: 'Este link não funciona mais',
      text: 'Ele foi cancelado ou substituído por um mais novo. Peça um novo.',
      textOf: 'Ele foi cancelado ou substituído por um mais novo. Peça um novo a {company}.',
    },
    reopened: {
      title: 'O serviço continua',
      text: 'A ordem foi reaberta depois da versão {version, number}, e nada foi informado desde então. Quando houver uma nova versão, você poderá assiná-la neste link.',
    },
    contact: 'Dúvidas? {contact}',
    contactOf: 'Dúvidas? {company}: {contact}',
    copy: {
      title: 'Sua cópia',
      download: 'Baixar {file} ({size})',
      until: 'Disponível aqui até {when}.',
      making: 'O documento assinado está sendo preparado. Recarregue esta página em um minuto.',
      reload: 'Recarregar',
      sent: 'Você receberá o documento assinado da empresa.',
      sentBy: 'Você receberá o documento assinado de {company}.',
      ask: 'Peça uma cópia do documento assinado.',
      askOf: 'Peça a {company} uma cópia do documento assinado.',
      busy: {
        title: 'Downloads demais ao mesmo tempo',
        text: 'Aguarde um minuto e tente de novo.',
      },
    },
    photosNotShown:
      '{count, plural, one {# foto não é exibida aqui; ela é citada abaixo.} many {# fotos não são exibidas aqui; elas são citadas abaixo.} other {# fotos não são exibidas aqui; elas são citadas abaixo.}}',
    closed: {
      title: 'Esta ordem não pode ser assinada agora',
      text: 'Ela não está mais disponível para assinatura. Fale com quem lhe deu o link.',
    },
    unknown: { title: 'Este link não é válido', text: 'Verifique se você abriu o link completo ou peça um novo.' },
  },
} as const;
