export const remedy = {
  channel_gone:
    'Le canal a été supprimé ou archivé, ou l’application en a été retirée. Désarchivez-le ou ajoutez de nouveau l’application, puis réessayez.',
  limited_access:
    'Le canal est réservé à certaines personnes et l’application n’en fait pas partie. Demandez à un propriétaire ou à un administrateur de l’espace de travail de lui donner accès, ou ouvrez un nouveau canal pour le bon, puis réessayez.',
  no_permission:
    'L’application n’a pas l’autorisation nécessaire. Vérifiez qu’elle est membre du canal (saisissez « /invite @Service Orders » dans le canal) et qu’elle a toutes les autorisations (scopes) de slack-manifest.yml. S’il en manque, réinstallez l’application. Puis réessayez.',
  file_unseen:
    'L’application ne peut pas voir ce fichier. Partagez-le dans le canal du bon, ou ajoutez l’application au canal où se trouve le fichier, puis réessayez.',
  channel_setting:
    'Un paramètre du canal ou de l’espace de travail ne permet pas à l’application d’y publier. Demandez à la personne qui gère le canal de l’autoriser, puis réessayez.',
  not_for_enterprise:
    'Slack ne propose pas cette fonction aux espaces de travail d’une organisation Enterprise. Demandez à un administrateur de l’organisation si elle peut être autorisée, puis réessayez.',
  fixed_message:
    'Slack ne permet pas à l’application de modifier ce message. Vérifiez le paramètre de l’espace de travail sur la modification des messages, puis réessayez.',
  gone_message:
    'Le message a été supprimé dans Slack, ou l’application ne peut pas le voir. Son contenu figure dans l’historique du bon. Vérifiez le canal, puis réessayez.',
  file_gone:
    'Le fichier n’est plus dans Slack : quelqu’un l’a supprimé, ou Slack a perdu l’envoi. Vérifiez que l’espace de travail a encore du stockage disponible et autorise l’envoi de fichiers, puis réessayez.',
  canvases_off:
    'Les canevas sont désactivés dans cet espace de travail. Demandez à un propriétaire de l’espace de travail de les activer, puis réessayez.',
  person_out:
    'L’application ne peut ni ajouter cette personne ni lui écrire : son compte est désactivé, restreint, celui d’un bot ou extérieur à l’espace de travail. Vérifiez son compte ou choisissez quelqu’un d’autre, puis réessayez.',
  shared_out:
    'Le canal est partagé avec une autre organisation qui ne le permet pas. Cessez de partager le canal ou demandez à ses propriétaires de l’autoriser, puis réessayez.',
  our_fault:
    'Slack n’a pas accepté ce que l’application a envoyé. C’est une anomalie de l’application. Signalez-la avec la ligne du journal et réessayez une fois l’application mise à jour.',
  too_old: 'Slack ne prend plus en charge ce que l’application utilise. Mettez l’application à jour, puis réessayez.',
  setting:
    'Un paramètre de l’espace de travail ne permet pas cette action aux applications. Demandez à un propriétaire de l’espace de travail de l’autoriser, puis réessayez.',
  setting_remove_people:
    'Un paramètre de l’espace de travail ne permet pas aux applications de retirer cette personne du canal. Demandez à un propriétaire de l’espace de travail de l’autoriser, puis réessayez.',
  setting_create_channels:
    'Un paramètre de l’espace de travail ne permet pas aux applications de créer des canaux. Demandez à un propriétaire de l’espace de travail de l’autoriser, puis réessayez.',
  setting_archive:
    'Un paramètre de l’espace de travail ne permet pas aux applications d’archiver ce canal. Demandez à un propriétaire de l’espace de travail de l’autoriser, puis réessayez.',
  setting_uploads:
    'Un paramètre de l’espace de travail ne permet pas aux applications d’envoyer des fichiers. Demandez à un propriétaire de l’espace de travail de l’autoriser, puis réessayez.',
  setting_only_images:
    'Un paramètre de l’espace de travail ne permet aux applications d’envoyer que des images, alors que l’application doit envoyer des PDF. Demandez à un propriétaire de l’espace de travail de les autoriser, puis réessayez.',
  setting_pdf:
    'Un paramètre de l’espace de travail ne permet pas aux applications d’envoyer des fichiers PDF. Demandez à un propriétaire de l’espace de travail de l’autoriser, puis réessayez.',
  setting_size:
    'Un paramètre de l’espace de travail ne permet pas aux applications d’envoyer des fichiers aussi volumineux. Demandez à un propriétaire de l’espace de travail de l’autoriser, puis réessayez.',
  messages_tab:
    'L’onglet Messages de l’application est désactivé. Activez-le dans les paramètres de l’application (App Home), puis réessayez.',
  storage_full:
    'Le stockage de fichiers de l’espace de travail est plein. Supprimez d’anciens fichiers ou changez de forfait, puis réessayez.',
  too_many_pins: 'Le canal a trop d’éléments épinglés ou de favoris. Supprimez-en, puis réessayez.',
  fault: 'L’application n’a pas pu effectuer cette action. Consultez l’erreur dans le journal, puis réessayez.',
  missing_scope:
    'Il manque à l’application l’autorisation {scope}. Ajoutez-la (elle figure dans slack-manifest.yml), réinstallez l’application, puis réessayez.',
  missing_some_scope:
    'Il manque à l’application une autorisation, indiquée dans le journal. Ajoutez-la (elle figure dans slack-manifest.yml), réinstallez l’application, puis réessayez.',
  undocumented: 'Slack a répondu « {code} ». Consultez docs/operations.md, corrigez la cause, puis réessayez.',
  unreadable_row: 'La base de données contient un élément que l’application ne peut pas lire : {problem}',
  no_order: 'Le bon correspondant, {order}, n’est pas dans la base de données. Signalez ce problème.',
  no_channel: 'Le canal du bon n’a jamais été ouvert. Réessayez d’abord ce qui a échoué auparavant.',
  name_taken: 'Tous les noms de canal essayés pour ce bon sont déjà pris. Renommez les anciens canaux, puis réessayez.',
  app_removed:
    'L’application n’est plus dans #{channel}. Saisissez « /invite @Service Orders » dans ce canal et l’envoi reprendra tout seul. Ou ouvrez un nouveau canal pour le bon.',
  app_shut_out:
    'L’application ne peut pas voir #{channel} : elle en a été retirée, ou le canal a été archivé ou supprimé. Si le canal existe encore, saisissez-y « /invite @Service Orders » et l’envoi reprendra tout seul. Sinon, ouvrez un nouveau canal pour le bon.',
  cannot_remove:
    'L’application n’est plus dans #{channel} et ne peut donc pas retirer les personnes qui ne sont plus associées au bon. Saisissez « /invite @Service Orders » dans ce canal et l’opération reprendra toute seule.',
  not_added:
    'Slack n’a pas permis à l’application d’ajouter ces personnes à #{channel} : {people}. Vérifiez leurs comptes et les paramètres d’invitation de l’espace de travail, puis réessayez. Ou ajoutez-les vous-même.',
  not_removed:
    'Slack n’a pas permis à l’application de retirer ces personnes de #{channel}, alors qu’elles ne sont plus associées au bon : {people}. Demandez à un propriétaire de l’espace de travail d’autoriser les applications à retirer des personnes des canaux privés, puis réessayez. Ou retirez-les vous-même. Pour garder ces personnes dans le canal, utilisez le paramètre channel.keepMembers.',
  not_shared:
    'Slack a accepté {file} deux fois sans jamais le publier dans #{channel}. Vérifiez que des fichiers peuvent être publiés dans ce canal et que l’espace de travail a encore du stockage disponible. Puis réessayez pour l’envoyer de nouveau.',
  fixed_card:
    'Slack ne permet pas à l’application de modifier sa fiche dans #{channel}, qui n’est donc plus à jour. L’application en publie une nouvelle au plus une fois par jour, et chaque changement reste publié dans le canal. Vérifiez le paramètre de l’espace de travail sur la modification des messages, puis réessayez.',
  upload_elsewhere:
    'Slack a donné une adresse d’envoi qui n’est pas la sienne ou qui mène à une autre. Vérifiez SLACK_API_URL et tout proxy intermédiaire, puis réessayez.',
  pdf_failed:
    'La création de ce PDF a échoué après {attempts, plural, one {# tentative} other {# tentatives}}. Les autres bons ne sont pas concernés. Le journal indique l’erreur : corrigez-la ou mettez l’application à jour, puis réessayez.',
  office_channel:
    'L’application ne peut pas publier dans le canal des documents avec prix ({channel}) : elle n’en est pas membre, ou le canal a été archivé ou supprimé. Saisissez « /invite @Service Orders » dans ce canal ou choisissez-en un autre dans les paramètres, puis réessayez.',
  office_channel_open:
    'Le document avec prix n’a pas été publié dans {channel}, car ce canal est public. Choisissez un canal privé dans les paramètres, puis réessayez.',
  office_channel_shared:
    'Le document avec prix n’a pas été publié dans {channel}, car ce canal est partagé avec une autre organisation. Choisissez un autre canal dans les paramètres, puis réessayez.',
  files_not_kept:
    'Le stockage des fichiers (FILES_URL) n’accepte pas de fichiers, et rien n’est émis qui ne puisse être conservé. Le journal en donne la raison : il est plein, injoignable, ou refuse l’accès à l’application. Corrigez la cause et l’envoi reprendra automatiquement.',
} as const;
