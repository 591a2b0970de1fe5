export const command = {
  name: {
    new: 'nova',
    list: 'lista',
    show: 'ver',
    find: 'buscar',
    history: 'histórico',
    verify: 'verificar',
    settings: 'configurações',
    help: 'ajuda',
  },
  help: {
    heading: 'Veja o que você pode digitar:',
    new: '`/service-order` ou `/service-order {name}` – criar uma ordem de serviço',
    list: '`/service-order {name} [status]` – suas ordens, por exemplo `{name} {status}`',
    show: '`/service-order {name} SO-12` – uma ordem como ela está agora',
    find: '`/service-order {name} bomba acme` – ordens com estas palavras, as mais recentes primeiro',
    history: '`/service-order {name} SO-12` – quem fez o quê e quando, com todos os PDFs',
    verify:
      '`/service-order {name} SO-000012-1-7F3K-9QXM-2PDA` – se um documento impresso é autêntico e se é a versão atual. O código está no rodapé de cada página.',
    settings: '`/service-order {name}` – as configurações, para administradores',
    help: '`/service-order {name}` – esta lista',
    short: '`/so` é a forma curta de `/service-order`.',
    english: 'Estas palavras também funcionam: {names}.',
  },
  unknown: 'O comando “{typed}” não existe.',
  unknownStatus: 'O status “{typed}” não existe. Use um destes: {statuses}.',
  noNumber: 'Digite um número de ordem, por exemplo SO-12.',
  notNumber: '“{typed}” não é um número de ordem. Digite um número como SO-12.',
  noOrder:
    'Não há nenhuma ordem {order} a que você tenha acesso. Para ver suas ordens, digite `/service-order {list}`.',
  outsider: 'As ordens de serviço são só para as pessoas deste workspace. Peça ajuda a uma delas.',
} as const;
