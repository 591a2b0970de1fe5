export const signing = {
  title: 'Assinatura do cliente',
  link: 'Aqui o cliente pode assinar {order}, versão {version, number}: abra a página neste celular e entregue-o, ou envie este link ao cliente. Ele funciona uma única vez, até {until}. Qualquer link anterior desta ordem deixa de funcionar.\n{link}',
  orderOnly: 'Nenhum serviço foi confirmado ainda: o cliente assina a ordem, não o serviço.',
  open: 'Abrir página',
  withdraw: 'Cancelar link',
  withdrawn: 'O link para assinar {order} não funciona mais.',
  off: 'As páginas de assinatura não estão configuradas aqui. Peça a quem administra este app que defina PUBLIC_URL.',
  notNow: 'O cliente não pode assinar esta ordem agora: ela não está aprovada nem concluída.',
  reopened:
    'Esta ordem foi reaberta, e nada foi informado desde então. Confirme primeiro o serviço ou encerre a ordem; depois o cliente poderá assiná-la.',
} as const;
