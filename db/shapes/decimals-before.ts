/**
 * How many decimals amounts were kept with before orders had a number for it: as many as the Intl of the Node that ran gave
 * their currency. Asked of Node 20.9 to 26.12 (ICU 73 to 78, CLDR 43 to 48). All of them agreed about these, with two for
 * every other currency, also where ISO 4217 says otherwise (AFN, ALL, IQD, LAK …).
 */
const WITHOUT =
  'AFN ALL BIF CLP DJF GNF IQD IRR ISK JPY KMF KPW KRW LAK LBP MGA MMK PYG RWF SLL SOS SYP UGX VND VUV XAF XOF XPF YER';
const WITH_THREE = 'BHD JOD KWD LYD OMR TND';
/** Two before CLDR 48 and none since, or the other way round (RSD): nobody can tell from an amount which it was. */
const DISPUTED = 'COP HUF IDR PKR RSD';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const none = words(WITHOUT);
const three = words(WITH_THREE);

/** The currencies of which the numbers in an old database can be read in two ways. */
export const disputed = words(DISPUTED);

/** The two ways. */
export const READINGS = [0, 2] as const;
export type Reading = (typeof READINGS)[number];

/** How many decimals old amounts in this currency have; undefined where only a human can know. */
export function decimalsBefore(currency: string): number | undefined {
  if (disputed.has(currency)) return undefined;
  if (none.has(currency)) return 0;
  return three.has(currency) ? 3 : 2;
}
