import { officeLife } from '../support/office-life.ts';

officeLife('http', 'en');
officeLife('socket', 'de');
for (const locale of ['es', 'fr', 'pt'] as const)
  for (const mode of ['socket', 'http'] as const) officeLife(mode, locale);
