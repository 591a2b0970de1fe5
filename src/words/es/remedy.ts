export const remedy = {
  channel_gone:
    'El canal se eliminó o se archivó, o la aplicación ya no está en él. Desarchívalo o vuelve a agregar la aplicación, y reintenta.',
  limited_access:
    'El canal está restringido a ciertas personas y la aplicación no es una de ellas. Pide a un propietario o administrador del espacio de trabajo que le dé acceso, o abre un canal nuevo para la orden, y reintenta.',
  no_permission:
    'La aplicación no tiene permiso para esto. Comprueba que sea miembro del canal (escribe “/invite @Service Orders” en él) y que tenga todos los permisos (scopes) de slack-manifest.yml. Si faltan permisos, reinstala la aplicación. Luego reintenta.',
  file_unseen:
    'La aplicación no puede ver este archivo. Compártelo en el canal de la orden, o agrega la aplicación al canal donde está el archivo, y reintenta.',
  channel_setting:
    'Una configuración del canal o del espacio de trabajo no permite que la aplicación publique allí. Pide a quien administra el canal que lo permita y reintenta.',
  not_for_enterprise:
    'Slack no ofrece esto en espacios de trabajo de una organización Enterprise. Pregunta a un administrador de la organización si se puede permitir y reintenta.',
  fixed_message:
    'Slack no permite que la aplicación cambie este mensaje. Revisa si la configuración del espacio de trabajo permite editar mensajes y reintenta.',
  gone_message:
    'El mensaje se eliminó en Slack o la aplicación no puede verlo. Su contenido está en el historial de la orden. Revisa el canal y reintenta.',
  file_gone:
    'El archivo ya no está en Slack: alguien lo eliminó o Slack lo perdió al subirlo. Comprueba que el espacio de trabajo tenga almacenamiento libre y permita subir archivos, y reintenta.',
  canvases_off:
    'Los canvas están desactivados en este espacio de trabajo. Pide a un propietario del espacio de trabajo que los active y reintenta.',
  person_out:
    'La aplicación no puede agregar a esta persona ni escribirle: su cuenta está desactivada, tiene restricciones, es un bot o no pertenece al espacio de trabajo. Revisa su cuenta o elige a otra persona, y reintenta.',
  shared_out:
    'El canal está compartido con otra organización que no permite esto. Deja de compartir el canal o pide a sus propietarios que lo permitan, y reintenta.',
  our_fault:
    'Slack no aceptó lo que envió la aplicación. Es un error de la aplicación. Repórtalo con la línea del registro y reintenta cuando la aplicación se haya actualizado.',
  too_old: 'Slack ya no admite una función que usa la aplicación. Actualiza la aplicación y reintenta.',
  setting:
    'Una configuración del espacio de trabajo no permite que las aplicaciones hagan esto. Pide a un propietario del espacio de trabajo que lo permita y reintenta.',
  setting_remove_people:
    'Una configuración del espacio de trabajo no permite que las aplicaciones saquen a esta persona del canal. Pide a un propietario del espacio de trabajo que lo permita y reintenta.',
  setting_create_channels:
    'Una configuración del espacio de trabajo no permite que las aplicaciones creen canales. Pide a un propietario del espacio de trabajo que lo permita y reintenta.',
  setting_archive:
    'Una configuración del espacio de trabajo no permite que las aplicaciones archiven este canal. Pide a un propietario del espacio de trabajo que lo permita y reintenta.',
  setting_uploads:
    'Una configuración del espacio de trabajo no permite que las aplicaciones suban archivos. Pide a un propietario del espacio de trabajo que lo permita y reintenta.',
  setting_only_images:
    'Una configuración del espacio de trabajo solo permite que las aplicaciones suban imágenes, pero la aplicación necesita subir archivos PDF. Pide a un propietario del espacio de trabajo que los permita y reintenta.',
  setting_pdf:
    'Una configuración del espacio de trabajo no permite que las aplicaciones suban archivos PDF. Pide a un propietario del espacio de trabajo que lo permita y reintenta.',
  setting_size:
    'Una configuración del espacio de trabajo no permite que las aplicaciones suban archivos tan grandes. Pide a un propietario del espacio de trabajo que lo permita y reintenta.',
  messages_tab:
    'La pestaña Mensajes de la aplicación está desactivada. Actívala en la configuración de la aplicación (App Home) y reintenta.',
  storage_full:
    'El almacenamiento de archivos del espacio de trabajo está lleno. Elimina archivos antiguos o mejora el plan de Slack, y reintenta.',
  too_many_pins: 'El canal tiene demasiados mensajes fijados o marcadores. Elimina algunos y reintenta.',
  fault: 'La aplicación no pudo hacer esto. Consulta el error en el registro y reintenta.',
  missing_scope:
    'La aplicación necesita el permiso {scope}. Agrégalo (está en slack-manifest.yml), reinstala la aplicación y reintenta.',
  missing_some_scope:
    'La aplicación necesita otro permiso, que se indica en el registro. Agrégalo (está en slack-manifest.yml), reinstala la aplicación y reintenta.',
  undocumented: 'Slack devolvió el error “{code}”. Consulta docs/operations.md, corrige la causa y reintenta.',
  unreadable_row: 'La base de datos contiene algo que la aplicación no puede leer: {problem}',
  no_order: 'La orden de esta entrega, {order}, no está en la base de datos. Repórtalo.',
  no_channel: 'El canal de la orden nunca se abrió. Reintenta primero lo que falló antes.',
  name_taken:
    'Todos los nombres de canal probados para esta orden están ocupados. Cambia el nombre de esos canales y reintenta.',
  app_removed:
    'La aplicación ya no está en #{channel}. Escribe “/invite @Service Orders” en ese canal y la entrega se reanudará automáticamente. O abre un canal nuevo para la orden.',
  app_shut_out:
    'La aplicación no puede ver #{channel}: ya no está en él, o el canal se archivó o se eliminó. Si el canal todavía existe, escribe “/invite @Service Orders” en él y la entrega se reanudará automáticamente. Si no, abre un canal nuevo para la orden.',
  cannot_remove:
    'La aplicación ya no está en #{channel}, así que no puede sacar a quienes ya no están en la orden. Escribe “/invite @Service Orders” en ese canal y esto se reanudará automáticamente.',
  not_added:
    'Slack no permitió que la aplicación agregara a estas personas a #{channel}: {people}. Revisa sus cuentas y si la configuración del espacio de trabajo permite invitar personas, y reintenta. O agrégalas tú.',
  not_removed:
    'Slack no permitió que la aplicación sacara a estas personas de #{channel}, aunque ya no están en la orden: {people}. Pide a un propietario del espacio de trabajo que permita que las aplicaciones saquen personas de los canales privados y reintenta. O sácalas tú. Para mantener a estas personas en el canal, usa el ajuste channel.keepMembers.',
  not_shared:
    'Slack aceptó {file} dos veces, pero nunca lo publicó en #{channel}. Comprueba que se puedan publicar archivos en ese canal y que el espacio de trabajo tenga almacenamiento libre. Luego reintenta para subirlo otra vez.',
  fixed_card:
    'Slack no permite que la aplicación cambie su tarjeta en #{channel}, así que la tarjeta está desactualizada. La aplicación publica una nueva como máximo una vez al día, y cada cambio se sigue publicando en el canal. Revisa si la configuración del espacio de trabajo permite editar mensajes y reintenta.',
  upload_elsewhere:
    'La dirección que Slack dio para subir el archivo no es de Slack o redirige a otro sitio. Revisa SLACK_API_URL y cualquier proxy intermedio, y reintenta.',
  pdf_failed:
    'Este PDF falló después de {attempts, plural, one {# intento} other {# intentos}}. Las demás órdenes no se ven afectadas. El error está en el registro: corrige la causa o actualiza la aplicación, y reintenta.',
  office_channel:
    'La aplicación no puede publicar en el canal para documentos con precios ({channel}): no es miembro o el canal se archivó o eliminó. Escribe “/invite @Service Orders” en ese canal o elige otro en la configuración y vuelve a intentarlo.',
  office_channel_open:
    'El documento con precios no se publicó en {channel} porque ese canal es público. Elige un canal privado en la configuración y vuelve a intentarlo.',
  office_channel_shared:
    'El documento con precios no se publicó en {channel} porque ese canal se comparte con otra organización. Elige otro canal en la configuración y vuelve a intentarlo.',
  files_not_kept:
    'El almacén de archivos (FILES_URL) no acepta archivos, y no se emite nada que no se pueda conservar. El registro indica el motivo: está lleno, no responde o no deja entrar a la aplicación. Corrige la causa y la entrega continuará sola.',
} as const;
