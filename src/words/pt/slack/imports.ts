export const imports = {
  open: 'Importar, exportar',
  templateOf: 'Modelo: {kind}',
  exportOf: 'Exportar: {kind}',
  title: 'Importar de um arquivo',
  submit: 'Ler arquivo',
  kind: {
    client: 'Clientes',
    site: 'Locais',
    item: 'Catálogo',
  },
  kindLabel: 'O que o arquivo contém',
  fileLabel: 'Arquivo CSV',
  fileHint:
    'Até {lines, number} linhas, a primeira com os nomes das colunas. Nada muda até você tocar em Aplicar. Células vazias não mudam nada.',
  templateComment:
    '*{kind}*: um arquivo com os nomes das colunas. Preencha-o em uma planilha, salve como CSV e toque em *{button}*.',
  exported: '*{kind}*: {n, plural, one {# linha} many {# de linhas} other {# linhas}}.',
  exporting: '*{kind}*: você receberá o arquivo por mensagem direta.',
  exportFailed: 'Não foi possível criar ou enviar o arquivo. Tente novamente.',
  started: '*{file}* está sendo lido. Você receberá por mensagem direta o que mudaria.',
  reading: '*{kind}*: *{file}* está sendo lido …',
  planned: '*{kind}*: *{file}* foi lido. Nada mudou ainda.',
  add: '{n, plural, one {# linha nova} many {# de linhas novas} other {# linhas novas}}',
  change: '{n, plural, one {# com alterações} many {# com alterações} other {# com alterações}}',
  same: '{n, plural, one {# sem alterações} many {# sem alterações} other {# sem alterações}}',
  wrong:
    '{n, plural, one {# com erros, deixada de fora} many {# com erros, deixadas de fora} other {# com erros, deixadas de fora}}',
  moved:
    '{n, plural, one {# ficou de fora: o registro mudou depois da leitura do arquivo} many {# ficaram de fora: os registros mudaram depois da leitura do arquivo} other {# ficaram de fora: os registros mudaram depois da leitura do arquivo}}',
  done: '{n, plural, one {# linha importada} many {# de linhas importadas} other {# linhas importadas}}',
  apply: 'Aplicar',
  cancel: 'Cancelar importação',
  result: 'Linhas em arquivo',
  applying: '*{kind}*: *{file}*: {n, number} de {all, number} linhas …',
  applied: '*{kind}*: *{file}* foi importado.',
  cancelled: '*{kind}*: a importação de *{file}* foi cancelada. Nada mudou.',
  refused: '*{kind}*: *{file}* não pode ser lido. Nada mudou.',
  nothing: 'Não contém nada novo.',
  unknown:
    '{n, plural, one {Esta coluna ficou de fora: {columns}} many {Estas colunas ficaram de fora: {columns}} other {Estas colunas ficaram de fora: {columns}}}',
  missing:
    '{n, plural, one {Não há coluna para {columns}} many {Não há colunas para {columns}} other {Não há colunas para {columns}}}. Confira os nomes na primeira linha.',
  windows: 'O arquivo não está em UTF-8; foi lido como Windows-1252. Confira letras como ã, é e ç.',
  numbered:
    '{n, plural, one {# linha corresponde} many {# linhas correspondem} other {# linhas correspondem}} pelo nome a um registro ainda sem número, que receberá o dela. Confira se são os mesmos.',
  doubt: {
    namesake:
      '{n, plural, one {# linha (linha {lines}) é nova e tem} many {# linhas (linhas {lines}) são novas e têm} other {# linhas (linhas {lines}) são novas e têm}} o nome de um registro com outro número. Confira se não são os mesmos.',
    negative:
      '{n, plural, one {# linha (linha {lines}) tem} many {# linhas (linhas {lines}) têm} other {# linhas (linhas {lines}) têm}} um preço abaixo de zero. Confira se são descontos.',
  },
  line: 'Linha {line, number}: {problem}',
  changing: 'Linha {line, number}: {name}: {changes}',
  moreChanges:
    '{n, plural, one {mais # linha alterada} many {mais # de linhas alteradas} other {mais # linhas alteradas}}: consulte “{button}”.',
  moreColumns:
    '{n, plural, one {Mais # coluna ficou de fora} many {Mais # de colunas ficaram de fora} other {Mais # colunas ficaram de fora}}.',
  more: '{n, plural, one {mais # linha} many {mais # de linhas} other {mais # linhas}} com erros: consulte o arquivo.',
  notYours: 'Somente o escritório e os administradores podem importar e exportar.',
  resultComment: 'Cada linha de *{file}* com o resultado.',
  resultName: '{file} – resultado da importação.csv',
  resultGone: 'As linhas são mantidas por 30 dias; este arquivo foi importado antes disso.',
  outcome: {
    head: 'Resultado',
    add: 'a adicionar',
    change: 'a alterar',
    same: 'sem alterações',
    wrong: 'não aproveitada',
    added: 'adicionada',
    changed: 'alterada',
    moved: 'não aproveitada: mudou nesse meio-tempo',
  },
  lineHead: 'Linha',
  changesHead: 'Valores ou alterações',
  problemHead: 'Erro',
  problem: {
    empty: 'Está vazio.',
    too_large: 'Tem mais de {size}. Divida-o e importe as partes.',
    not_text: 'Não é um arquivo CSV. Na sua planilha, escolha “Salvar como” e “CSV UTF-8”.',
    too_many_lines: 'Tem mais de {lines, number} linhas. Divida-o e importe as partes.',
    too_many_columns:
      'A primeira linha tem mais de {columns, number} colunas, ou nenhuma separada por vírgula, ponto e vírgula ou tabulação.',
    quote_open: 'Uma aspa na linha {line, number} ou antes nunca é fechada.',
    quote_within:
      'A linha {line, number} tem uma aspa dentro de um texto. Escreva-a duas vezes e coloque o texto todo entre aspas.',
    line_too_long: 'A linha {line, number} é longa demais.',
    column_missing:
      '{n, plural, one {Falta esta coluna: {columns}.} many {Faltam estas colunas: {columns}.} other {Faltam estas colunas: {columns}.}} A primeira linha deve nomear as colunas.',
    column_twice: 'A coluna {heading} aparece duas vezes.',
    gone: 'O arquivo não existe mais ou o app não pode vê-lo. Envie-o novamente.',
    notTheirs: 'Só é possível importar um arquivo que você mesmo enviou.',
  },
  mistake: {
    client: 'não há cliente {client}',
    clients: 'há vários clientes {client}; informe o número',
    language: '{value} não é um idioma do app ({all})',
    active: '{value} não é sim nem não',
    kind: '{value} não é um tipo de item ({all})',
    field: '{column}: {problem}',
    twice: 'igual à linha {line, number}',
    several: 'vários registros têm este nome; informe o número do que você quer',
    unnumbered:
      '“{name}” está cadastrado sem número e com outros dados; se for o mesmo, dê a ele primeiro o número {number}; se não, use outro nome',
    cells:
      'tem {n, number} células, mas a primeira linha nomeia {columns, plural, one {# coluna} many {# colunas} other {# colunas}}; coloque entre aspas um texto que contenha um separador',
    taken: 'outro registro tem o número {number}',
  },
} as const;
