import { inTheField } from '../support/in-the-field.ts';

// Over Socket Mode among the proofs.
inTheField('http');
