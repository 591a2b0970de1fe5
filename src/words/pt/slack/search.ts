export const search = {
  title: 'Pesquisar ordens',
  submit: 'Pesquisar',
  close: 'Fechar',
  label: 'Palavras ou um número',
  hint: 'Pesquisa no título, cliente, local, descrição, itens e nomes. A última palavra pode estar incompleta.',
  noWords: 'Digite uma palavra ou um número. Não é possível pesquisar só símbolos.',
  tooManyWords: 'É muita coisa para uma só pesquisa. Use menos palavras.',
  usage:
    'Digite o que você quer pesquisar, por exemplo `/service-order buscar bomba acme`: palavras do título, cliente, local, descrição, itens ou nomes, ou um número. A última palavra pode estar incompleta.',
  none: 'Nenhuma ordem a que você tem acesso contém todos os termos de “{words}”. Tente menos palavras ou só o começo da última.',
  found: {
    all: 'Todas as ordens com “{words}”',
    newest: 'Ordens mais recentes com “{words}”',
    older: 'Ordens anteriores a {order} com “{words}”',
  },
  text: '{head}: {orders}',
  older: 'Mais antigas',
  thereIsMore:
    'Há ordens mais antigas. Adicione uma palavra para refinar a pesquisa, ou use *Pesquisar* na guia Início do app para percorrê-las.',
  more: '… e mais {count, number}. Adicione uma palavra para refinar a pesquisa, ou use *Pesquisar* na guia Início do app.',
  membersOnly: 'Só membros deste workspace podem pesquisar ordens de serviço.',
  outdated: 'Feche esta janela e pesquise novamente.',
} as const;
