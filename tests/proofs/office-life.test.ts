import { officeLife } from '../support/office-life.ts';

officeLife('http', 'en');
officeLife('socket', 'de');
officeLife('http', 'es');
officeLife('socket', 'fr');
officeLife('http', 'pt');
