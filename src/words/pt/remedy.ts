export const remedy = {
  channel_gone:
    'O canal foi excluído ou arquivado, ou o app foi removido dele. Desarquive o canal ou adicione o app novamente e tente de novo.',
  limited_access:
    'O canal é restrito a determinadas pessoas, e o app não é uma delas. Peça a um proprietário ou administrador do workspace que dê acesso ao app, ou abra um novo canal para a ordem, e tente de novo.',
  no_permission:
    'O app não tem permissão para isso. Verifique se ele é membro do canal (digite “/invite @Service Orders” nele) e se tem todos os escopos de slack-manifest.yml. Se faltarem escopos, reinstale o app. Depois tente de novo.',
  file_unseen:
    'O app não consegue ver este arquivo. Compartilhe-o no canal da ordem, ou adicione o app ao canal onde o arquivo está, e tente de novo.',
  channel_setting:
    'Uma configuração do canal ou do workspace não permite que o app publique ali. Peça a quem gerencia o canal que permita e tente de novo.',
  not_for_enterprise:
    'O Slack não oferece isso a workspaces de uma organização Enterprise. Pergunte a um administrador da organização se é possível permitir e tente de novo.',
  fixed_message:
    'O Slack não permite que o app altere esta mensagem. Verifique a configuração do workspace para edição de mensagens e tente de novo.',
  gone_message:
    'A mensagem foi excluída no Slack, ou o app não consegue vê-la. O conteúdo dela está no histórico da ordem. Verifique o canal e tente de novo.',
  file_gone:
    'O arquivo não está mais no Slack: alguém o excluiu, ou o Slack perdeu o upload. Verifique se o workspace tem espaço de armazenamento livre e permite uploads. Depois tente de novo.',
  canvases_off:
    'Os canvases estão desativados neste workspace. Peça a um proprietário do workspace que os ative e tente de novo.',
  person_out:
    'O app não consegue adicionar esta pessoa nem enviar mensagens a ela: a conta está desativada, é restrita, é de um bot ou está fora do workspace. Verifique a conta ou escolha outra pessoa e tente de novo.',
  shared_out:
    'O canal é compartilhado com outra organização, que não permite isso. Pare de compartilhar o canal ou peça aos proprietários que permitam e tente de novo.',
  our_fault:
    'O Slack não aceitou o que o app enviou. É uma falha do app. Informe-a junto com a linha do log e tente de novo quando o app for atualizado.',
  too_old: 'O Slack não oferece mais o que o app usa. Atualize o app e tente de novo.',
  setting:
    'Uma configuração do workspace não permite que apps façam isso. Peça a um proprietário do workspace que permita e tente de novo.',
  setting_remove_people:
    'Uma configuração do workspace não permite que apps removam esta pessoa do canal. Peça a um proprietário do workspace que permita e tente de novo.',
  setting_create_channels:
    'Uma configuração do workspace não permite que apps criem canais. Peça a um proprietário do workspace que permita e tente de novo.',
  setting_archive:
    'Uma configuração do workspace não permite que apps arquivem este canal. Peça a um proprietário do workspace que permita e tente de novo.',
  setting_uploads:
    'Uma configuração do workspace não permite que apps enviem arquivos. Peça a um proprietário do workspace que permita e tente de novo.',
  setting_only_images:
    'Uma configuração do workspace só permite que apps enviem imagens, mas o app precisa enviar PDFs. Peça a um proprietário do workspace que os permita e tente de novo.',
  setting_pdf:
    'Uma configuração do workspace não permite que apps enviem arquivos PDF. Peça a um proprietário do workspace que permita e tente de novo.',
  setting_size:
    'Uma configuração do workspace não permite que apps enviem arquivos tão grandes. Peça a um proprietário do workspace que permita e tente de novo.',
  messages_tab: 'A guia Mensagens do app está desativada. Ative-a nas configurações do app (App Home) e tente de novo.',
  storage_full:
    'O armazenamento de arquivos do workspace está cheio. Exclua arquivos antigos ou mude de plano e tente de novo.',
  too_many_pins: 'O canal tem itens fixados ou marcadores demais. Remova alguns e tente de novo.',
  fault: 'O app não conseguiu fazer isso. Veja a falha no log e tente de novo.',
  missing_scope:
    'O app precisa do escopo {scope}. Adicione-o (está em slack-manifest.yml), reinstale o app e tente de novo.',
  missing_some_scope:
    'O app precisa de mais um escopo, que o log informa. Adicione-o (está em slack-manifest.yml), reinstale o app e tente de novo.',
  undocumented: 'O Slack respondeu “{code}”. Consulte docs/operations.md, corrija a causa e tente de novo.',
  unreadable_row: 'O banco de dados contém algo que o app não consegue ler: {problem}',
  no_order: 'A ordem correspondente, {order}, não está no banco de dados. Informe este problema.',
  no_channel: 'O canal da ordem nunca foi aberto. Primeiro tente de novo o que falhou antes disto.',
  name_taken:
    'Todos os nomes de canal testados para esta ordem já estão em uso. Renomeie os canais antigos e tente de novo.',
  app_removed:
    'O app não está mais em #{channel}. Digite “/invite @Service Orders” nesse canal, e a entrega continua automaticamente. Ou abra um novo canal para a ordem.',
  app_shut_out:
    'O app não consegue ver #{channel}: ele foi removido, ou o canal foi arquivado ou excluído. Se o canal ainda existir, digite “/invite @Service Orders” nele, e a entrega continua automaticamente. Caso contrário, abra um novo canal para a ordem.',
  cannot_remove:
    'O app não está mais em #{channel} e por isso não consegue remover quem saiu da ordem. Digite “/invite @Service Orders” nesse canal, e a remoção continua automaticamente.',
  not_added:
    'O Slack não permitiu que o app adicionasse estas pessoas a #{channel}: {people}. Verifique as contas delas e as configurações do workspace para convidar pessoas e tente de novo. Ou adicione-as manualmente.',
  not_removed:
    'O Slack não permitiu que o app removesse estas pessoas de #{channel}, embora elas não participem mais da ordem: {people}. Peça a um proprietário do workspace que permita a apps remover pessoas de canais privados e tente de novo. Ou remova-as manualmente. Para manter essas pessoas no canal, use a configuração channel.keepMembers.',
  not_shared:
    'O Slack aceitou {file} duas vezes, mas nunca o publicou em #{channel}. Verifique se é possível publicar arquivos nesse canal e se o workspace tem espaço de armazenamento livre. Depois tente de novo para enviá-lo novamente.',
  fixed_card:
    'O Slack não permite que o app altere o cartão da ordem em #{channel}, por isso ele está desatualizado. O app publica um novo no máximo uma vez por dia, e cada alteração continua sendo publicada no canal. Verifique a configuração do workspace para edição de mensagens e tente de novo.',
  upload_elsewhere:
    'O Slack forneceu um endereço de upload que não é do próprio Slack ou que redireciona para outro. Verifique SLACK_API_URL e qualquer proxy no caminho e tente de novo.',
  pdf_failed:
    'Este PDF falhou após {attempts, plural, one {# tentativa} other {# tentativas}}. As outras ordens não são afetadas. O log informa a falha: corrija-a ou atualize o app e tente de novo.',
  office_channel:
    'O aplicativo não consegue publicar no canal para documentos com preços ({channel}): ele não é membro, ou o canal foi arquivado ou excluído. Digite “/invite @Service Orders” nesse canal ou escolha outro nas configurações e tente novamente.',
  office_channel_open:
    'O documento com preços não foi publicado em {channel} porque esse canal é público. Escolha um canal privado nas configurações e tente novamente.',
  office_channel_shared:
    'O documento com preços não foi publicado em {channel} porque esse canal é compartilhado com outra organização. Escolha outro canal nas configurações e tente novamente.',
  files_not_kept:
    'O armazenamento de arquivos (FILES_URL) não está aceitando arquivos, e nada é emitido que não possa ser guardado. O log diz o motivo: está cheio, fora de alcance ou não deixa o app entrar. Corrija a causa, e a entrega continua automaticamente.',
} as const;
