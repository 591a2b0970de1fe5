import type { RecordKind } from '../master-data.ts';
import type { Column } from './columns.ts';

const listed = (...lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split(', '));

const ACTIVE = listed('active, is active, status, aktiv, activo, ativo, actif, estado, statut');

const STREET = listed(
  'street, street address, straße, straße und hausnummer, straße hausnummer, calle, domicilio, rue, rua, logradouro',
);

/** How other systems call a column, in five languages. Signs, accents and case do not count; `º` and `°` are an o. */
export const HEADINGS: Readonly<Record<RecordKind, Readonly<Partial<Record<Column, readonly string[]>>>>> = {
  client: {
    externalId: listed(
      'number, external id, id, code, client number, client no, client id, customer number, customer no, customer id',
      'account number, nummer, nr, kundennummer, kunden-nr, kundennr, kd-nr, kunden nummer, debitor, debitorennummer',
      'número, nº, clave, código, número de cliente, nº de cliente, nº cliente, código de cliente',
      'número do cliente, nº do cliente, código do cliente, numéro client, nº client, nº de client, code client',
    ),
    name: listed(
      'name, client, client name, customer, customer name, company, company name, display name, kunde, kundenname, firma',
      'nombre, cliente, razón social, empresa, nome, razão social, nom, raison sociale, société',
    ),
    taxId: listed(
      'tax id, tax number, vat, vat id, vat number, vat reg no, tin, abn, gstin, ust-idnr, ustid, ust-id, steuernummer',
      'nif, cif, rfc, cuit, rut, cnpj, nipc, contribuinte, siret, n° tva, numéro de tva, tva intracommunautaire',
    ),
    address: [
      ...listed(
        'address, billing address, invoice address, adresse, anschrift, rechnungsadresse',
        'dirección, dirección de facturación, endereço, morada, endereço de cobrança, adresse de facturation',
      ),
      ...STREET,
    ],
    contact: listed(
      'contact, contact person, contact name, phone, ansprechpartner, kontakt, telefon, contacto, persona de contacto',
      'teléfono, contato, pessoa de contato, telefone, interlocuteur, téléphone',
    ),
    language: listed('language, sprache, idioma, língua, langue'),
    paymentNotes: listed(
      'payment notes, payment terms, terms, zahlungsbedingungen, zahlungsziel, zahlungshinweis, condiciones de pago',
      'forma de pago, condições de pagamento, conditions de paiement, modalités de paiement',
    ),
    active: ACTIVE,
  },
  site: {
    client: listed(
      'client, client number, client no, client id, customer, customer number, customer no, account, kunde, kundennummer',
      'kunden-nr, kundennr, kd-nr, cliente, número de cliente, nº de cliente, nº cliente, código de cliente',
      'número do cliente, nº do cliente, código do cliente, numéro client, nº client, nº de client, code client',
    ),
    externalId: listed(
      'number, external id, id, code, site number, site no, site id, location id, nummer, nr, objektnummer, objekt-nr',
      'standortnummer, standort-nr, número, nº, código, código de sede, nº de sede, número do local, nº do local',
      'numéro de site, nº de site, code site',
    ),
    name: listed(
      'name, site, site name, location, location name, objekt, standort, nombre, sede, sitio, local, nome, nom, lieu',
    ),
    address: [...listed('address, site address, adresse, anschrift, dirección, endereço, morada'), ...STREET],
    accessNotes: listed(
      'access notes, access, notes, zugang, zugangshinweise, acceso, notas de acceso, acesso, notas de acesso, accès',
      'consignes d’accès',
    ),
    contact: listed(
      'contact, contact person, phone, ansprechpartner, kontakt, telefon, contacto, teléfono, contato, telefone',
      'interlocuteur, téléphone',
    ),
    active: ACTIVE,
  },
  item: {
    externalId: listed(
      'code, external id, id, number, item, item code, item number, item no, sku, part number, article, article number',
      'product code, nummer, nr, artikelnummer, artikel-nr, artikelnr, art-nr, artikel nummer, código, clave, referencia, ref',
      'artículo, nº de artículo, artigo, nº do artigo, réf, référence, code article, nº d’article',
    ),
    kind: listed('kind, type, category, art, artikelart, typ, tipo, categoría, catégorie'),
    description: listed(
      'description, name, item name, product, product name, service, bezeichnung, beschreibung, artikelbezeichnung',
      'descripción, nombre, concepto, descrição, designação, nome, désignation, libellé, nom',
    ),
    unit: listed(
      'unit, uom, unit of measure, einheit, mengeneinheit, me, unidad, unidad de medida, unidade, unidade de medida',
      'unité, unité de mesure',
    ),
    unitPrice: listed(
      'unit price, price, sales price, rate, net price, preis, einzelpreis, listenpreis, preis netto, nettopreis',
      'verkaufspreis, verkaufspreis netto, vk, vk-preis, vk netto, precio, precio unitario, precio de venta, precio neto',
      'preço, preço unitário, preço de venda, valor unitário, prix, prix unitaire, prix unitaire ht, prix ht',
      'prix de vente, prix de vente ht, pu ht, tarif',
    ),
    active: ACTIVE,
  },
};

/** What stands in columns of its own beside a street. */
export type AddressPart = 'postalCode' | 'city';

/** How other systems call these. */
export const ADDRESS_PARTS: Readonly<Record<AddressPart, readonly string[]>> = {
  postalCode: listed('postal code, postcode, zip, zip code, plz, postleitzahl, código postal, cp, cep, code postal'),
  city: listed('city, town, ort, stadt, wohnort, ciudad, localidad, población, cidade, localidade, ville'),
};

/** Names of a postal code in countries where people write it after the city. */
export const CODE_AFTER_CITY = listed('postal code, postcode, zip, zip code, cep');
