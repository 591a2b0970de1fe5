import { everyForm, LOCALES } from '../support/every-form.ts';

everyForm(LOCALES);
