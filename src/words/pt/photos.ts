export const photos = {
  offered:
    '{count, plural, one {# foto do canal ainda não está na ordem.} other {# fotos do canal ainda não estão na ordem.}} Escolha o que uma foto mostra para incluí-la.',
  newest: 'As {count, number} mais recentes estão listadas aqui.',
  own: 'Informe o que suas fotos mostram. Você pode deixar vazio.',
  line: '{place, number}. {file} · {name}, {when}',
  ownLine: '{place, number}. {file}',
  open: '<{link}|Abrir>',
  shows: 'Foto {place, number}: {file}',
  caption: 'Legenda da foto {place, number}',
  kind: { before: 'Antes', after: 'Depois', part: 'Peça' },
  plain: 'Foto',
  leave: 'Não incluir',
  captioned: '{shows}: {caption}',
  adding:
    '{count, plural, one {Esta foto passa} other {Estas fotos passam}} a fazer parte da ordem e do próximo documento.',
  wrong: {
    channel: 'Este não é o canal de uma ordem de serviço. Use este atalho em uma mensagem do canal de uma ordem.',
    none: 'Esta mensagem não tem arquivos. Use este atalho em uma mensagem com fotos.',
    known: '{count, plural, one {Esta foto já está} other {Estas fotos já estão}} na ordem: {files}.',
    notImage: 'Só fotos podem ser adicionadas. Não é uma imagem: {files}.',
    deleted: 'Excluído no Slack: {files}.',
    external: 'Fica fora do Slack: {files}. Publique a própria foto.',
    elsewhere: 'Pertence a outra organização: {files}. Peça a alguém deste workspace que publique uma cópia.',
    tooLarge: 'Maior que 20 MB: {files}. Publique uma cópia menor.',
    unreadable: 'O app não consegue ler: {files}. Publique outra cópia.',
    title: 'Não adicionado',
  },
} as const;
