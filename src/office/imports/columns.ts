import { LANGUAGES } from '../../words/languages.ts';
import { type Words, wordsFor } from '../../words/words.ts';
import type { RecordKind } from '../master-data.ts';
import { fieldLabel } from '../records/say.ts';

/** What a column of a file may be. `client`: the number or the name of the client whose site a line is. */
export const COLUMNS = {
  client: ['externalId', 'name', 'taxId', 'address', 'contact', 'language', 'paymentNotes', 'active'],
  site: ['client', 'externalId', 'name', 'address', 'accessNotes', 'contact', 'active'],
  item: ['externalId', 'kind', 'description', 'unit', 'unitPrice', 'active'],
} as const satisfies Readonly<Record<RecordKind, readonly string[]>>;

export type Column = (typeof COLUMNS)[RecordKind][number];

/** Without these nothing can be told from a line. */
export const NEEDED: Readonly<Record<RecordKind, readonly Column[]>> = {
  client: ['name'],
  site: ['client', 'name'],
  item: ['description'],
};

/** How a column is called in what the app exports. */
export const headingOf = (kind: RecordKind, column: Column, words: Words): string =>
  column === 'client' ? words.fields.client.label : fieldLabel(kind, column, words);

/** How other systems call a column, in five languages. */
export const HEADINGS: Readonly<Record<RecordKind, Readonly<Partial<Record<Column, readonly string[]>>>>> = {
  client: {
    externalId: [
      ...['number', 'external id', 'id', 'client number', 'client no', 'client id', 'customer number', 'customer no'],
      ...['customer id', 'account number', 'code', 'nummer', 'kundennummer', 'kunden-nr', 'kundennr', 'debitor'],
      ...['número', 'nº cliente', 'número de cliente', 'código', 'código de cliente', 'código do cliente'],
      ...['número do cliente', 'numéro', 'numéro client', 'n° client', 'code client'],
    ],
    name: [
      ...['name', 'client', 'client name', 'customer', 'customer name', 'company', 'company name', 'display name'],
      ...['kunde', 'kundenname', 'firma', 'nombre', 'cliente', 'razón social', 'empresa', 'nome', 'razão social'],
      ...['nom', 'client', 'raison sociale', 'société'],
    ],
    taxId: [
      ...[
        'tax id',
        'tax number',
        'vat',
        'vat id',
        'vat number',
        'vat reg no',
        'tin',
        'abn',
        'gstin',
        'ust-idnr',
        'ustid',
      ],
      ...['ust-id', 'steuernummer', 'nif', 'cif', 'rfc', 'cuit', 'rut', 'cnpj', 'nipc', 'contribuinte', 'siret'],
      ...['n° tva', 'numéro de tva', 'tva intracommunautaire'],
    ],
    address: [
      ...['address', 'billing address', 'invoice address', 'adresse', 'anschrift', 'rechnungsadresse', 'dirección'],
      ...['dirección de facturación', 'endereço', 'morada', 'endereço de cobrança', 'adresse de facturation'],
    ],
    contact: [
      ...['contact', 'contact person', 'contact name', 'phone', 'ansprechpartner', 'kontakt', 'telefon', 'contacto'],
      ...['persona de contacto', 'teléfono', 'contato', 'pessoa de contato', 'telefone', 'interlocuteur', 'téléphone'],
    ],
    language: ['language', 'sprache', 'idioma', 'língua', 'langue'],
    paymentNotes: [
      ...['payment notes', 'payment terms', 'terms', 'zahlungsbedingungen', 'zahlungsziel', 'zahlungshinweis'],
      ...[
        'condiciones de pago',
        'forma de pago',
        'condições de pagamento',
        'conditions de paiement',
        'modalités de paiement',
      ],
    ],
    active: ['active', 'is active', 'status', 'aktiv', 'activo', 'ativo', 'actif', 'estado', 'statut'],
  },
  site: {
    client: [
      ...['client', 'client number', 'client no', 'client id', 'customer', 'customer number', 'customer no', 'account'],
      ...['kunde', 'kundennummer', 'kunden-nr', 'kundennr', 'cliente', 'número de cliente', 'código de cliente'],
      ...['código do cliente', 'número do cliente', 'numéro client', 'code client', 'n° client'],
    ],
    externalId: [
      ...[
        'number',
        'external id',
        'id',
        'site number',
        'site no',
        'site id',
        'location id',
        'code',
        'nummer',
        'objektnummer',
      ],
      ...[
        'standortnummer',
        'número',
        'código',
        'código de sede',
        'número do local',
        'numéro',
        'numéro de site',
        'code site',
      ],
    ],
    name: [
      ...['name', 'site', 'site name', 'location', 'location name', 'objekt', 'standort', 'nombre', 'sede', 'sitio'],
      ...['local', 'nome', 'nom', 'lieu'],
    ],
    address: ['address', 'site address', 'adresse', 'anschrift', 'dirección', 'endereço', 'morada'],
    accessNotes: [
      ...['access notes', 'access', 'notes', 'zugang', 'zugangshinweise', 'acceso', 'notas de acceso', 'acesso'],
      ...['notas de acesso', 'accès', 'consignes d’accès'],
    ],
    contact: [
      ...['contact', 'contact person', 'phone', 'ansprechpartner', 'kontakt', 'telefon', 'contacto', 'teléfono'],
      ...['contato', 'telefone', 'interlocuteur', 'téléphone'],
    ],
    active: ['active', 'is active', 'status', 'aktiv', 'activo', 'ativo', 'actif', 'estado', 'statut'],
  },
  item: {
    externalId: [
      ...['code', 'external id', 'id', 'number', 'item', 'item code', 'item number', 'item no', 'sku', 'part number'],
      ...['article', 'article number', 'product code', 'artikelnummer', 'artikel-nr', 'artikelnr', 'nummer', 'código'],
      ...['referencia', 'artículo', 'referência', 'artigo', 'référence', 'code article'],
    ],
    kind: ['kind', 'type', 'category', 'art', 'artikelart', 'typ', 'tipo', 'categoría', 'categoria', 'catégorie'],
    description: [
      ...['description', 'name', 'item name', 'product', 'product name', 'service', 'bezeichnung', 'beschreibung'],
      ...['artikelbezeichnung', 'descripción', 'nombre', 'concepto', 'descrição', 'designação', 'nome', 'désignation'],
      ...['libellé', 'nom'],
    ],
    unit: ['unit', 'uom', 'unit of measure', 'einheit', 'mengeneinheit', 'unidad', 'unidade', 'unité'],
    unitPrice: [
      ...[
        'unit price',
        'price',
        'sales price',
        'rate',
        'net price',
        'preis',
        'einzelpreis',
        'verkaufspreis',
        'vk netto',
      ],
      ...['precio', 'precio unitario', 'preço', 'preço unitário', 'prix', 'prix unitaire', 'prix unitaire ht', 'tarif'],
    ],
    active: ['active', 'is active', 'status', 'aktiv', 'activo', 'ativo', 'actif', 'estado', 'statut'],
  },
};

/** Which column stands where; `unknown`: headings that say nothing to us, which are left out. */
export interface Mapping {
  readonly at: ReadonlyMap<Column, number>;
  readonly unknown: readonly string[];
}

/** Why a header says nothing: columns that are needed and missing, or one that stands there twice. */
export type HeaderProblem =
  | { readonly code: 'column_missing'; readonly columns: readonly Column[] }
  | { readonly code: 'column_twice'; readonly heading: string };

/** Reads a file's first line. A name of ours, in whatever language, wins over what others call a column. */
export function mappingOf(kind: RecordKind, header: readonly string[]): Mapping | HeaderProblem {
  const headings = HEADINGS[kind];
  const columns = COLUMNS[kind] as readonly Column[];
  const at = new Map<Column, number>();
  const unknown: string[] = [];
  const plain = header.map(plainHeading);
  const ours = new Map(
    LANGUAGES.flatMap((language) =>
      columns.map((column) => [plainHeading(headingOf(kind, column, wordsFor(language))), column] as const),
    ),
  );
  for (const [index, heading] of plain.entries()) {
    const column =
      ours.get(heading) ??
      columns.find((one) => !at.has(one) && headings[one]?.some((name) => plainHeading(name) === heading));
    if (column === undefined) {
      if (heading !== '') unknown.push(header[index] ?? '');
    } else if (at.has(column)) return { code: 'column_twice', heading: header[index] ?? '' };
    else at.set(column, index);
  }
  const missing = NEEDED[kind].filter((column) => !at.has(column));
  return missing.length > 0 ? { code: 'column_missing', columns: missing } : { at, unknown };
}

/** Without what people write differently: case, accents, signs. */
const plainHeading = (heading: string): string =>
  heading
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
