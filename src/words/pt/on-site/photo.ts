export const photo = {
  gone: 'O arquivo foi excluído ou o app não consegue acessá-lo.',
  unavailable: 'Não foi possível ler o arquivo a tempo.',
  not_a_picture: 'O arquivo não é uma imagem que o app consiga ler.',
  unsupported: 'Imagens {kind} não podem ser impressas. Publique a foto novamente em JPEG ou PNG.',
  damaged: 'O arquivo está danificado. Publique a foto novamente.',
  too_large: 'A foto tem {megapixels, number} megapixels e o limite é {limit, number}. Publique uma cópia menor.',
  undecodable: 'A leitura da foto exige memória ou tempo demais. Publique a foto novamente como JPEG comum.',
  skipped: 'Outras fotos do documento demoraram demais para ser lidas.',
  too_many: 'O documento tem mais fotos do que é possível imprimir.',
  without_photos: 'O documento só pôde ser criado sem as fotos.',
  repeated: 'A mesma foto já está impressa.',
} as const;

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
