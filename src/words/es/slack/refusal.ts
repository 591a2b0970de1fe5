export const refusal = {
  onlyThey: {
    submit: 'Solo {people} puede enviar órdenes de servicio.',
    request_changes: 'Solo {people} puede solicitar cambios en esta orden.',
    resubmit: 'Solo {people} puede editar y reenviar esta orden.',
    approve: 'Solo {people} puede aprobar esta orden.',
    reject: 'Solo {people} puede rechazar esta orden.',
    withdraw: 'Solo {people} puede retirar esta orden.',
    assign: 'Solo {people} puede asignar el personal de esta orden.',
    confirm: 'Solo {people} puede crear una confirmación de esta orden.',
    close: 'Solo {people} puede cerrar esta orden.',
    reopen: 'Solo {people} puede reabrir esta orden.',
  },
  admin: 'un administrador del espacio de trabajo',
  nobody: 'Por ahora nadie en esta orden puede hacer eso.',
  notMember:
    'Solo los miembros completos de este espacio de trabajo pueden enviar órdenes de servicio. Pídeselo a un colega que lo sea.',
  left: '{what}, y ya no estás en esta orden.',
  ownOrder:
    'No puedes aprobar tu propia orden. Puede hacerlo otro supervisor o un administrador del espacio de trabajo.',
  tooManyUndecided:
    'Ya tienes {count, plural, one {# orden pendiente} other {# órdenes pendientes}} de aprobación, el máximo por persona. Pide a los supervisores que decidan, o retira las órdenes que ya no necesites, y luego envía esta. Guardamos tu borrador.',
  wrongState: '{what}. La orden ahora está como “{state}”. No se cambió nada.',
  staleSubmission: 'La orden cambió mientras este formulario estaba abierto: {what}. Revísala y vuelve a decidir.',
  staleVersion: '{name} emitió la versión {version, number} mientras este formulario estaba abierto.',
  stalePlan:
    'El plan cambió mientras este formulario estaba abierto, y tus cambios no son compatibles: {what}. No se cambió nada. Vuelve a abrir el formulario para hacer tus cambios.',
  plan: 'Plan actual\nPersonal de campo: {crew}\nCoordinador: {coordinator}\nInicio programado: {start}',
  notSet: 'sin definir',
  noCrew: 'Elige al menos a una persona del personal de campo.',
  notAsOrdered: 'La versión {version, number} difiere de la orden aprobada. Elige “{outcome}”.',
} as const;
