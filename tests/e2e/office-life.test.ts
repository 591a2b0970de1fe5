import { officeLife } from '../support/office-life.ts';

// Each way to Slack once; tests/proofs has the other languages.
officeLife('socket', 'en');
officeLife('http', 'de');
