import { officeLife } from '../support/office-life.ts';

// Each language once, each way to Slack in turn; tests/proofs has the others.
officeLife('socket', 'en');
officeLife('http', 'de');
officeLife('socket', 'es');
officeLife('http', 'fr');
officeLife('socket', 'pt');
