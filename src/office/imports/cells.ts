import { written } from '../../forms/fields/numbers.ts';
import { currencyDecimals } from '../../order/amounts/currencies.ts';
import { ITEM_KINDS, type ItemKind } from '../../order/content.ts';
import { LANGUAGES } from '../../words/languages.ts';
import { wordsFor } from '../../words/words.ts';
import type { RecordFieldName } from '../records/fields.ts';
import { COMPANY_LANGUAGE } from '../records/read.ts';
import { priceIn as valueOfPrice } from '../records/values.ts';
import { uncelled } from './export.ts';

/** What programs write for yes and no, besides the app's own words. */
const YES = ['yes', 'y', 'true', '1', 'x', 'active', 'ja', 'wahr', 'aktiv', 'sí', 'si', 'verdadero', 'activo'];
const YES_TOO = ['sim', 'verdadeiro', 'ativo', 'oui', 'vrai', 'actif'];
const NO = ['no', 'n', 'false', '0', 'inactive', 'nein', 'falsch', 'inaktiv', 'falso', 'inactivo', 'não', 'nao'];
const NO_TOO = ['inativo', 'non', 'faux', 'inactif'];

const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** What each of these words stands for, in any of the app's languages. */
function dictionary(entries: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  return new Map(entries.map(([word, value]) => [plain(word), value]));
}

const EVERY_LANGUAGE = LANGUAGES.map((language) => wordsFor(language));

const ACTIVE = dictionary([
  ...[...YES, ...YES_TOO].map((word) => [word, 'yes'] as const),
  ...[...NO, ...NO_TOO].map((word) => [word, 'no'] as const),
  ...EVERY_LANGUAGE.flatMap(({ records: { choice } }) => [
    [choice.active, 'yes'] as const,
    [choice.inactive, 'no'] as const,
  ]),
]);

/** What other systems call kinds of items, besides the app's own words. */
const OTHER_KINDS: Readonly<Record<ItemKind, readonly string[]>> = {
  material: [
    'materials',
    'goods',
    'product',
    'part',
    'ware',
    'artikel',
    'teil',
    'producto',
    'produto',
    'produit',
    'pièce',
  ],
  service: ['services', 'dienstleistung', 'leistung', 'servicio', 'serviço', 'prestation'],
  labour: ['labor', 'hours', 'work', 'lohn', 'arbeit', 'arbeitszeit'],
  expense: [
    'expenses',
    'travel',
    'spesen',
    'auslage',
    'fahrtkosten',
    'gasto',
    'gastos',
    'despesa',
    'despesas',
    'frais',
  ],
};

const KINDS = dictionary([
  ...ITEM_KINDS.flatMap((kind) => OTHER_KINDS[kind].map((word) => [word, kind] as const)),
  ...ITEM_KINDS.map((kind) => [kind, kind] as const),
  ...EVERY_LANGUAGE.flatMap(({ order }) => ITEM_KINDS.map((kind) => [order.kind[kind], kind] as const)),
]);

/** What stands after a language for a region: `es-419`, `Spanish (Latin America)`. */
const REGION = /(?<=^[a-z]{2})[-_].*$|\s*\(.*\)$/;

const LANGUAGE_NAMES = dictionary([
  ...LANGUAGES.map((language) => [language, language] as const),
  ...LANGUAGES.flatMap((reader) => {
    const names = new Intl.DisplayNames(reader, { type: 'language' });
    return LANGUAGES.map((language) => [names.of(language) ?? language, language] as const);
  }),
  ...EVERY_LANGUAGE.map(({ records: { choice } }) => [choice.company, COMPANY_LANGUAGE] as const),
]);

/**
 * What a cell says, as an input of the editor would: choices by their values, text as it stands. What says nothing of
 * the kind stays what it is, and is refused as an input would refuse it.
 */
export function typedIn(column: RecordFieldName, cell: string): string {
  const text = uncelled(cell).trim();
  switch (column) {
    case 'active':
      return ACTIVE.get(plain(text)) ?? text;
    case 'kind':
      return KINDS.get(plain(text)) ?? text;
    case 'language':
      return LANGUAGE_NAMES.get(plain(text).replace(REGION, '')) ?? text;
    default:
      return text;
  }
}

/** A price's value as a cell says it, which no file reads in another way: with its currency beside it where that is another than `currency`. */
export function typedPrice(value: string, { currency, locale }: { currency: string; locale: string }): string {
  const set = valueOfPrice(value);
  if (!set) return '';
  const price = written(set.price, { locale, decimals: currencyDecimals(set.currency) ?? 2, decimalSign: null });
  return set.currency === currency ? price : `${price} ${set.currency}`;
}
