/**
 * The currencies of ISO 4217 with the decimals of their minor unit (list one, maintained by SIX:
 * six-group.com/en/products-services/financial-information/market-reference-data/data-standards.html, as of 2026).
 * Our own table, because Intl's follows what is usual in cash and changes with every update of Node.
 */

/** Two decimals: most of them, with the funds codes BOV, CHE, CHW, COU, MXV and USN. */
const TWO = `
  AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUP
  CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD
  KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR
  PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU
  UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG`;

/** No minor unit. UYI is the fund of Uruguay's indexed units. */
const NONE = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF';

const THREE = 'BHD IQD JOD KWD LYD OMR TND';

/** Four decimals: the funds codes of Chile (UF) and Uruguay. */
const FOUR = 'CLF UYW';

/** ISO 4217 gives these no minor unit at all (special drawing rights, units of account, metals); amounts in them are kept to two decimals. */
const WITHOUT_MINOR_UNIT = 'XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XUA';

/** Withdrawn since 2023, and still named in contracts and settings. */
const WITHDRAWN = 'ANG BGN CUC HRK SLL ZWL';

const table = (decimals: number, codes: string) =>
  codes.match(/\w+/g)?.map((code): [string, number] => [code, decimals]) ?? [];

const CURRENCIES: ReadonlyMap<string, number> = new Map([
  ...table(2, TWO),
  ...table(0, NONE),
  ...table(3, THREE),
  ...table(4, FOUR),
  ...table(2, WITHOUT_MINOR_UNIT),
  ...table(2, WITHDRAWN),
]);

/** How many decimals the minor unit of a currency has (EUR 2, JPY 0, KWD 3, CLF 4); undefined for a code that ISO 4217 does not have. */
export const currencyDecimals = (code: string): number | undefined => CURRENCIES.get(code);
