/** The fields of the settings: what they are called, what they hold, and what is wrong with it. */
export const settingFields = {
  label: {
    company: {
      name: 'Nome da empresa',
      taxId: 'CNPJ/CPF',
      address: 'Endereço',
      phone: 'Telefone',
      email: 'E-mail',
      logo: 'Logotipo',
    },
    money: { currency: 'Moeda', taxRate: 'Impostos' },
    document: {
      pageSize: 'Papel',
      locale: 'Idioma e formatos dos documentos',
      timeZone: 'Fuso horário dos documentos',
      accentColor: 'Cor dos títulos',
      terms: 'Termos e condições',
    },
    workspace: { locale: 'Idioma dos canais' },
    channel: {
      private: 'Quem pode abrir o canal de uma ordem',
      keepMembers: 'Quem deixa uma ordem',
      archiveAfterDays: 'Arquivar canais após',
    },
    roles: { admins: 'Administradores do app', office: 'Escritório', supervisors: 'Supervisores' },
    approval: { allowOwn: 'Ordens próprias', undecidedPerPerson: 'Ordens aguardando aprovação por solicitante' },
    changes: {
      tolerance: 'Tolerância em porcentagem',
      toleranceAmount: 'Tolerância em valor',
    },
    hours: { zone: 'Fuso horário do escritório', week: 'Horário de atendimento', holidays: 'Dias sem expediente' },
    reminders: {
      decision: 'Aprovação: horas',
      changes: 'Mudanças solicitadas: horas',
      extraCost: 'Custo adicional: horas',
      start: 'Início sem serviço: horas',
      end: 'Fim sem encerramento: horas',
      again: 'Segundo lembrete: dias úteis',
      escalation: 'Quem é acionado sem resposta',
      digest: 'Resumo da manhã',
    },
    prices: { visibleTo: 'Quem vê os preços', channel: 'Canal para documentos com preços' },
    records: { freeClients: 'Clientes e locais sem cadastro', freeItems: 'Itens fora do catálogo' },
  },
  groups: '{label}: grupos de usuários',
  hint: {
    company: {
      name: 'Impresso em todos os documentos.',
      taxId: 'Como deve aparecer nos documentos, com o prefixo do país, se houver.',
      logo: 'PNG, JPEG ou SVG, de até 1 MB.',
    },
    money: {
      currency: 'Três letras, por exemplo EUR.',
      taxRate: 'Uma porcentagem, por exemplo 19 ou 8,875. É impressa como “{example}”.',
    },
    document: {
      timeZone: 'Por exemplo {zone}. Se ficar vazio, cada documento usa o fuso horário de quem aprovou a ordem.',
      accentColor: 'Por exemplo #1f4e79. Se ficar vazio, é usado o azul do app.',
      terms: 'Impressos no fim de cada documento.',
    },
    channel: {
      archiveAfterDays:
        'Dias após uma ordem ser concluída ou encerrada como não realizada, de {min, number} a {max, number}.',
    },
    roles: {
      admins:
        'Além dos administradores e proprietários do workspace. Podem fazer o que um supervisor faz, em todas as ordens.',
      office:
        'Vê todas as ordens e todos os preços, mantém clientes, locais e o catálogo e os importa de arquivos. Se ficar vazio, só os administradores fazem isso.',
    },
    approval: {
      undecidedPerPerson: 'Um limite para que ninguém encha as pendências dos outros.',
    },
    changes: {
      tolerance:
        'Quanto um total pode exceder o aprovado antes de perguntar ao supervisor. Se os dois campos ficarem em branco, todo excesso precisa de aprovação.',
      toleranceAmount: 'Sem impostos, em {currency}. Se ambas estiverem definidas, vale a menor.',
    },
    hours: {
      zone: 'Por exemplo {zone}. Se ficar vazio, vale o fuso horário dos documentos, ou UTC se não houver.',
      week: 'Por exemplo: {example}. Lembretes e prazos contam só essas horas. Se ficar vazio, contam dia e noite.',
      holidays: 'Um dia por linha, com ou sem nome, por exemplo: 2026-12-25 Natal',
    },
    reminders: {
      decision: 'Horas de expediente até lembrar o supervisor. 0 significa nunca.',
      changes: 'Lembra o solicitante.',
      extraCost: 'Lembra o supervisor.',
      start: 'Lembra a equipe e o coordenador.',
      end: 'Lembra a equipe e o coordenador.',
      again:
        'Nesse momento outra pessoa também é acionada: um substituto ou as pessoas da próxima página. 0 significa nunca.',
      escalation:
        'São acionadas com o segundo lembrete de uma decisão, se ninguém substitui o supervisor. Quem não pode aprovar a ordem fica de fora.',
      digest:
        'Uma mensagem nas manhãs úteis com as visitas do dia e o que está pendente. Cada um pode desativá-la para si em Início.',
    },
    prices: {
      visibleTo: 'Vale para ordens novas.',
      channel:
        'Se ficar vazio, os documentos vão para o solicitante e o supervisor. Se o canal for privado, adicione o app primeiro.',
    },
    records: {
      freeClients: 'Enquanto nenhum cliente estiver cadastrado, os clientes são sempre digitados.',
      freeItems: 'Quem não vê preços sempre pode adicionar itens sem preço.',
    },
  },
  choice: {
    document: { pageSize: { A4: 'A4', LETTER: 'Carta' } },
    channel: {
      private: { yes: 'Privado (só quem participa da ordem)', no: 'Público (todos no workspace)' },
      keepMembers: { yes: 'Permanece no canal', no: 'Sai do canal' },
    },
    approval: { allowOwn: { yes: 'Supervisores podem aprovar as suas', no: 'Ninguém aprova as suas' } },
    reminders: {
      digest: {
        yes: 'É enviado',
        no: 'Não é enviado',
      },
    },
    prices: { visibleTo: { everybody: 'Todos', office: 'Só o escritório' } },
    records: {
      freeClients: { yes: 'Podem ser digitados nas ordens', no: 'Não podem ser digitados nas ordens' },
      freeItems: { yes: 'Podem ser adicionados às ordens', no: 'Não podem ser adicionados às ordens' },
    },
  },
  value: {
    days: '{count, plural, one {# dia} other {# dias}}',
    hours: '{count, plural, =0 {Nunca} one {# hora} other {# horas}}',
    workingDays: '{count, plural, =0 {Nunca} one {Após # dia útil} other {Após # dias úteis}}',
    currency: '{code} ({name})',
    logo: 'Definido',
    otherLogo: 'Outro logotipo',
    office: 'Só administradores',
    supervisors: 'Todos os membros, para qualquer valor',
    anyAmount: 'qualquer valor',
    upTo: 'até {amount}',
    limited: '{name} ({limit})',
    emptyGroup: '{name} (sem membros)',
    goneGroup: '{name} (desativado ou excluído)',
    documentsZone: '{zone} (o mesmo dos documentos)',
    always: 'Dia e noite',
    day: '{day} ({name})',
    zone: 'Fuso horário de quem aprova',
    people: 'Nenhum (vão para o solicitante e o supervisor)',
    usual: 'Padrão',
    more: '{count, plural, one {mais #} other {mais #}}',
  },
  error: {
    tooLong: 'Use até {max, number} caracteres.',
    email: 'Informe um e-mail como escritorio@example.com.',
    tolerance: 'Informe uma porcentagem de 0 a {max, number}, ou deixe em branco.',
    currency: 'Informe um código de moeda como EUR, USD ou BRL.',
    zone: 'Informe um fuso horário como Europe/Lisbon ou America/Sao_Paulo.',
    week: {
      day: '“{text}” não é um dia da semana. Informe dias e horas como “seg–sex 08:00–17:00”.',
      time: '“{text}” não pode ser lido como horário. Informe como “08:00–12:00, 13:00–17:00”.',
      backwards: '“{text}” termina antes de começar. Horas depois da meia-noite pertencem ao dia seguinte.',
      many: 'Um dia pode ter até {max, number} períodos: {text}',
    },
    date: 'Comece cada linha com uma data como 2026-12-25. Não foi possível ler: “{text}”',
    dates: 'Informe até {max, number} dias. Remova os que já passaram.',
    color: 'Informe uma cor como #1f4e79.',
    contrast:
      'Esta cor é clara demais para papel branco: o contraste é de {ratio}:1 e precisa ser de pelo menos {least}:1.',
    count: 'Informe um número inteiro de {min, number} a {max, number}.',
    people: 'Escolha até {max, number} pessoas e grupos.',
    amount: 'Informe um valor como 5000, ou deixe o campo vazio para qualquer valor.',
    toleranceAmount: 'Informe um valor como 500, ou deixe o campo vazio.',
    invalid: 'Este valor não pode ser usado. Escolha outro.',
    nobody: 'Escolha pelo menos uma pessoa ou um grupo.',
    members: 'Aqui só podem constar membros plenos. Remova {names}.',
    guest: 'Supervisores precisam ser membros plenos. Remova {names}.',
  },
} as const;
