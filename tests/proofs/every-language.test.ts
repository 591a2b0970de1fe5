import { documentsOfEveryKind, languages } from '../support/every-language.ts';

documentsOfEveryKind(languages);
