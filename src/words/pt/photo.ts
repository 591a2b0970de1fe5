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
