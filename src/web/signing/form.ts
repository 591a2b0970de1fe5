import { cleanText } from '../../forms/fields/fields.ts';
import type { Action } from '../../order/action.ts';
import { isDrawing, type Signature } from '../../order/signing/signature.ts';
import type { Words } from '../../words/words.ts';

/** What somebody entered, as it is shown to them again. */
export interface Entered {
  readonly name: string;
  readonly position: string;
  readonly reservations: string;
  /** `drawn`: with the drawing, `typed`: with the typed name, as it also is without the script. */
  readonly how: 'drawn' | 'typed';
  readonly drawing: string;
  readonly consent: boolean;
  /** The version that they were shown. */
  readonly version: number;
}

export const NOTHING_ENTERED: Entered = {
  ...{ name: '', position: '', reservations: '', how: 'drawn', drawing: '', consent: false, version: 0 },
};

/** The longest texts, characters. */
export const LONGEST = { name: 120, position: 120, reservations: 1000 } as const;

/** What is wrong, by what the sentence stands under. */
export type Wrong = Partial<Record<'name' | 'position' | 'reservations' | 'drawing' | 'consent', string>>;

/** Reads the form as it was sent. */
export function enteredIn(form: URLSearchParams): Entered {
  const text = (name: string, multiline = false) => cleanText(form.get(name) ?? '', multiline);
  return {
    name: text('name'),
    position: text('position'),
    reservations: text('reservations', true),
    how: form.get('how') === 'drawn' ? 'drawn' : 'typed',
    drawing: form.get('drawing') ?? '',
    consent: form.get('consent') === 'yes',
    version: Number(/^\d{1,6}$/.exec(form.get('version') ?? '')?.[0] ?? 0),
  };
}

/** What keeps it from being signed. */
export function wrongIn(entered: Entered, { web: { sign: say }, fields }: Words): Wrong {
  const tooLong = (name: keyof typeof LONGEST) => {
    const [max, { length }] = [LONGEST[name], entered[name]];
    return length > max ? { [name]: fields.error.tooLong({ max, length }) } : {};
  };
  const option = say.typed;
  const drawing = entered.drawing === '' ? say.error.drawing({ option }) : say.error.unreadable({ option });
  return {
    ...tooLong('name'),
    ...tooLong('position'),
    ...tooLong('reservations'),
    ...(entered.name === '' ? { name: say.error.name } : {}),
    ...(entered.how === 'drawn' && !isDrawing(entered.drawing) ? { drawing } : {}),
    ...(entered.consent ? {} : { consent: say.error.consent }),
  };
}

type Sign = Extract<Action, { type: 'sign' }>;

/** What somebody signs by sending what they entered. `askedBy`: who gave them the link. */
export const signing = ({ name, position, reservations, how, drawing, version }: Entered, askedBy: string): Sign => ({
  ...{ type: 'sign', base: version, name, askedBy },
  ...(position === '' ? {} : { position }),
  ...(reservations === '' ? {} : { reservations }),
  ...(how === 'drawn' ? { drawing } : {}),
});

/** Whether a signature says all that was entered, and nothing else: who sends the same again is told that it was taken. */
export function isSigned(entered: Entered, signed: Signature): boolean {
  const { base, name, position, reservations, drawing } = signing(entered, '');
  return (
    base === signed.version &&
    name === signed.name &&
    position === signed.position &&
    reservations === signed.reservations &&
    drawing === signed.drawing
  );
}
