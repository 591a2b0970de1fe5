export const remedy = {
  channel_gone:
    'O canal foi excluído ou arquivado, ou o app foi removido dele. Desarquive o canal ou adicione o app novamente e tente outra vez.',
  limited_access:
    'O canal é restrito a determinadas pessoas, e o app não é uma delas. Peça a um proprietário ou administrador do workspace que dê acesso ao app, ou abra um novo canal para a ordem, e tente outra vez.',
  no_permission:
    'O app não tem permissão para isso. Verifique se ele é membro do canal (digite “/invite @Service Orders” nele) e se tem todos os escopos de slack-manifest.yml. Se faltarem escopos, reinstale o app. Depois tente outra vez.',
  file_unseen:
    'O app não consegue ver este arquivo. Compartilhe-o no canal da ordem, ou adicione o app ao canal onde o arquivo está, e tente outra vez.',
  channel_setting:
    'Uma configuração do canal ou do workspace não permite que o app publique ali. Peça a quem gerencia o canal que permita e tente outra vez.',
  not_for_enterprise:
    'O Slack não oferece isso a workspaces de uma organização Enterprise. Pergunte a um administrador da organização se é possível permitir e tente outra vez.',
  fixed_message:
    'O Slack não permite que o app altere esta mensagem. Verifique a configuração do workspace para edição de mensagens e tente outra vez.',
  gone_message:
    'A mensagem foi excluída no Slack, ou o app não consegue vê-la. O conteúdo dela está no histórico da ordem. Verifique o canal e tente outra vez.',
  file_gone:
    'O arquivo não está mais no Slack: alguém o excluiu, ou o Slack perdeu o upload. Verifique se o workspace tem armazenamento livre e permite uploads e tente outra vez.',
  canvases_off:
    'Os canvases estão desativados neste workspace. Peça a um proprietário do workspace que os ative e tente outra vez.',
  person_out:
    'O app não consegue adicionar esta pessoa nem enviar mensagens a ela: a conta está desativada, é restrita, é de um bot ou está fora do workspace. Verifique a conta ou escolha outra pessoa e tente outra vez.',
  shared_out:
    'O canal é compartilhado com outra organização, que não permite isso. Pare de compartilhar o canal ou peça aos proprietários que permitam e tente outra vez.',
  our_fault:
    'O Slack não aceitou o que o app enviou. É uma falha do app. Informe-a com a linha do log e tente outra vez quando o app for atualizado.',
  too_old: 'O Slack não oferece mais o que o app usa. Atualize o app e tente outra vez.',
  setting:
    'Uma configuração do workspace não permite que apps façam isso. Peça a um proprietário do workspace que permita e tente outra vez.',
  setting_remove_people:
    'Uma configuração do workspace não permite que apps removam esta pessoa do canal. Peça a um proprietário do workspace que permita e tente outra vez.',
  setting_create_channels:
    'Uma configuração do workspace não permite que apps criem canais. Peça a um proprietário do workspace que permita e tente outra vez.',
  setting_archive:
    'Uma configuração do workspace não permite que apps arquivem este canal. Peça a um proprietário do workspace que permita e tente outra vez.',
  setting_uploads:
    'Uma configuração do workspace não permite que apps enviem arquivos. Peça a um proprietário do workspace que permita e tente outra vez.',
  setting_only_images:
    'Uma configuração do workspace só permite que apps enviem imagens, mas o app precisa enviar PDFs. Peça a um proprietário do workspace que os permita e tente outra vez.',
  setting_pdf:
    'Uma configuração do workspace não permite que apps enviem arquivos PDF. Peça a um proprietário do workspace que permita e tente outra vez.',
  setting_size:
    'Uma configuração do workspace não permite que apps enviem arquivos tão grandes. Peça a um proprietário do workspace que permita e tente outra vez.',
  messages_tab:
    'A guia Mensagens do app está desativada. Ative-a nas configurações do app (App Home) e tente outra vez.',
  storage_full:
    'O armazenamento de arquivos do workspace está cheio. Exclua arquivos antigos ou mude de plano e tente outra vez.',
  too_many_pins: 'O canal tem itens fixados ou marcadores demais. Remova alguns e tente outra vez.',
  fault: 'O app não conseguiu fazer isso. Veja a falha no log e tente outra vez.',
  missing_scope:
    'O app precisa do escopo {scope}. Adicione-o (está em slack-manifest.yml), reinstale o app e tente outra vez.',
  missing_some_scope:
    'O app precisa de mais um escopo, que o log informa. Adicione-o (está em slack-manifest.yml), reinstale o app e tente outra vez.',
  undocumented: 'O Slack respondeu “{code}”. Consulte docs/operations.md, corrija a causa e tente outra vez.',
  unreadable_row: 'O banco de dados contém algo que o app não consegue ler: {problem}',
  no_order: 'A ordem correspondente, {order}, não está no banco de dados. Informe o problema.',
  no_channel: 'O canal da ordem nunca foi aberto. Tente primeiro o que falhou antes disto.',
  name_taken:
    'Todos os nomes de canal testados para esta ordem já estão em uso. Renomeie os canais antigos e tente outra vez.',
  app_removed:
    'O app não está mais em #{channel}. Digite “/invite @Service Orders” nesse canal, e a entrega continua sozinha. Ou abra um novo canal para a ordem.',
  app_shut_out:
    'O app não consegue ver #{channel}: ele foi removido, ou o canal foi arquivado ou excluído. Se o canal ainda existir, digite “/invite @Service Orders” nele, e a entrega continua sozinha. Caso contrário, abra um novo canal para a ordem.',
  cannot_remove:
    'O app não está mais em #{channel} e por isso não consegue remover quem saiu da ordem. Digite “/invite @Service Orders” nesse canal, e isto continua sozinho.',
  not_added:
    'O Slack não permitiu que o app adicionasse estas pessoas a #{channel}: {people}. Verifique as contas delas e as configurações do workspace para convidar pessoas e tente outra vez. Ou adicione-as você mesmo.',
  not_removed:
    'O Slack não permitiu que o app removesse estas pessoas de #{channel}, embora elas não estejam mais na ordem: {people}. Peça a um proprietário do workspace que permita a apps remover pessoas de canais privados e tente outra vez. Ou remova-as você mesmo. Para manter essas pessoas no canal, use a configuração channel.keepMembers.',
  not_shared:
    'O Slack aceitou {file} duas vezes, mas nunca o publicou em #{channel}. Verifique se é possível publicar arquivos nesse canal e se o workspace tem armazenamento livre. Depois tente outra vez para enviá-lo novamente.',
  fixed_card:
    'O Slack não permite que o app altere seu cartão em #{channel}, por isso o cartão está desatualizado. O app publica um novo no máximo uma vez por dia, e cada alteração continua sendo publicada no canal. Verifique a configuração do workspace para edição de mensagens e tente outra vez.',
  upload_elsewhere:
    'O Slack forneceu um endereço de upload que não é dele ou que leva a outro. Verifique SLACK_API_URL e qualquer proxy no caminho e tente outra vez.',
  pdf_failed:
    'Este PDF falhou após {attempts, plural, one {# tentativa} other {# tentativas}}. As outras ordens não são afetadas. O log informa a falha: corrija-a ou atualize o app e tente outra vez.',
} as const;
