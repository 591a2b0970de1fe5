export const verify = {
  genuine: '*Autêntico.* {facts}',
  version: 'É a *versão {version, number} de {order}* (emissão: {date}).',
  versionTitle: 'É a *versão {version, number} de {order}*, {title} (emissão: {date}).',
  current: 'É a versão *atual*.',
  superseded: 'Foi *substituída* pela versão {version, number} (emissão: {date}).',
  supersededPdf: 'Foi *substituída* pela versão {version, number} ({pdf}, emissão: {date}).',
  workCopy: 'É uma via de trabalho: não tem preços.',
  approved: 'Aprovada por {name}, {date}.',
  extraAccepted: 'Custo adicional aceito por {name}, {date}.',
  extraNotAccepted: 'Custa mais do que foi aprovado, e o custo adicional não estava aceito na emissão.',
  signed: 'Pelo cliente, {name} assinou a versão {version, number}, {date}.',
  state: 'A ordem agora está como “{state}”.',
  compare:
    'O código indica que este documento foi emitido. Para verificar se nada mais foi alterado no papel, compare-o com {pdf} ({file}).',
  askToCompare:
    'O código indica que este documento foi emitido. Para verificar se nada mais foi alterado no papel, peça a alguém que participe da ordem para compará-lo com o PDF.',
  notGenuine: '*Não é autêntico.* Nenhum documento emitido tem o código `{code}`.',
  notGenuineUnless:
    '*Não é autêntico*, a menos que tenha sido emitido {spans}: nessa ocasião um backup foi restaurado, e os registros desse período se perderam. Nenhum documento conhecido tem o código `{code}`.',
  checkCharacters:
    'Primeiro compare cada caractere com o papel: 8 e B, 5 e S, 2 e Z, e no início os números da ordem e da versão. Os últimos doze caracteres nunca incluem I, L, O ou U. Se tudo coincidir, o papel não é um documento deste workspace ou foi alterado.',
  altered:
    '*Não é possível confirmar.* Um documento foi emitido com o código `{code}`, mas depois o registro dele no banco de dados foi alterado. Compare o papel com o PDF no canal da ordem e peça a quem administra este app que investigue.',
  noCode:
    'Digite o código que está no rodapé de qualquer página do documento, por exemplo `/service-order verificar SO-000012-1-7F3K-9QXM-2PDA`. Para verificar um PDF no Slack, use *Verify document* no menu da mensagem que o contém.',
  notACode: '“{typed}” não é um código de verificação.',
  span: 'entre {from} e {until}',
  noFile:
    'Esta mensagem não tem arquivo. Use *Verify document* em uma mensagem com um PDF. Para verificar um código impresso, digite `/service-order verificar`.',
  file: {
    genuine: '“{file}”: *autêntico*, idêntico, byte a byte, ao documento emitido. {facts}',
    unknown:
      '“{file}”: *não é autêntico*. Não é idêntico, byte a byte, a nenhum documento emitido aqui. Pode ser outro arquivo, ou um que foi alterado ou salvo novamente. Procure o PDF no canal da ordem.',
    unknownUnless:
      '“{file}”: *não é autêntico*, a menos que tenha sido emitido {spans}: nessa ocasião um backup foi restaurado, e os registros desse período se perderam. Não é idêntico, byte a byte, a nenhum documento conhecido emitido aqui. Pode ser outro arquivo, ou um que foi alterado ou salvo novamente. Procure o PDF no canal da ordem.',
    noPdf: '“{file}”: não é um PDF e, portanto, não é um documento emitido aqui.',
    tooLarge: '“{file}”: maior que qualquer documento emitido aqui.',
    gone: '“{file}”: não pode ser verificado. Foi excluído ou está em uma conversa sem o app. Publique-o em um canal com o app, como o da ordem, e tente novamente lá.',
    notNow: '“{file}”: o Slack não forneceu o arquivo agora. Tente novamente em um minuto.',
  },
  membersOnly: 'As ordens de serviço são só para membros deste workspace. Peça ajuda a um deles.',
} as const;
