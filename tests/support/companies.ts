import type { Language } from '../../src/words/languages.ts';

/** What a company of one language types, and how it writes numbers; none of it is of another language. */
export interface Company {
  /** As Slack gives it; the company's settings say the same. */
  readonly locale: 'en-GB' | 'de-DE' | 'es-ES' | 'fr-FR' | 'pt-BR';
  /** The language of its clients' documents, as its files name it. */
  readonly language: string;
  readonly separator: ',' | ';';
  readonly client: string;
  readonly site: { readonly name: string; readonly access: string };
  /** Three lines of the catalogue; what is typed to find each, and its price as the file has it. */
  readonly items: readonly { readonly name: string; readonly typed: string; readonly price: string }[];
  readonly type: { readonly name: string; readonly title: string; readonly description: string; readonly item: string };
  /** The own fields' labels. */
  readonly ask: Readonly<
    Record<'meter' | 'voltage' | 'last' | 'pressure' | 'remarks' | 'seals' | 'pump' | 'wiring' | 'safe', string>
  >;
  /** What is answered, as it is typed; `shown`: the number with its unit, as people read it. */
  readonly answer: {
    readonly pressure: string;
    readonly shown: string;
    readonly remarks: string;
    readonly done: string;
  };
  /** How the type is called afterwards. */
  readonly renamed: string;
}

/** One company for each language of the product. */
export const companies: Readonly<Record<Language, Company>> = {
  en: {
    ...{ locale: 'en-GB', language: 'English', separator: ',', client: 'Harbour Hotel' },
    site: { name: 'Boiler room', access: 'Key at the reception' },
    items: [
      { name: 'Circulation pump', typed: 'circ', price: '12,345.50' },
      { name: 'Shaft seal', typed: 'seal', price: '0.05' },
      { name: 'Engineer’s hour', typed: 'hour', price: '65' },
    ],
    type: { name: 'Inspection', title: 'Yearly inspection', description: 'Inspect the heating.', item: 'Call-out' },
    ask: {
      ...{ meter: 'Meter number', voltage: 'Voltage', last: 'Last inspection', pressure: 'Pressure' },
      ...{ remarks: 'Remarks', seals: 'Seals tight', pump: 'Pump runs', wiring: 'Wiring intact', safe: 'Safe to use' },
    },
    answer: {
      ...{ pressure: '1,002.75', shown: '1,002.75\u00a0hPa' },
      ...{ remarks: 'Bearing slightly noisy.', done: 'Everything checked and cleaned.' },
    },
    renamed: 'Large inspection',
  },
  de: {
    ...{ locale: 'de-DE', language: 'Deutsch', separator: ';', client: 'Hotel Hafenblick' },
    site: { name: 'Heizraum', access: 'Schlüssel am Empfang' },
    items: [
      { name: 'Umwälzpumpe', typed: 'umwä', price: '12.345,50' },
      { name: 'Wellendichtung', typed: 'well', price: '0,05' },
      { name: 'Monteurstunde', typed: 'mont', price: '65' },
    ],
    type: { name: 'Wartung', title: 'Jährliche Wartung', description: 'Heizung warten.', item: 'Anfahrt' },
    ask: {
      ...{ meter: 'Zählernummer', voltage: 'Spannung', last: 'Letzte Wartung', pressure: 'Druck' },
      ...{
        remarks: 'Bemerkungen',
        seals: 'Dichtungen dicht',
        pump: 'Pumpe läuft',
        wiring: 'Kabel heil',
        safe: 'Betriebssicher',
      },
    },
    answer: {
      ...{ pressure: '1.002,75', shown: '1.002,75\u00a0hPa' },
      ...{ remarks: 'Lager leicht laut.', done: 'Alles geprüft und gereinigt.' },
    },
    renamed: 'Große Wartung',
  },
  es: {
    ...{ locale: 'es-ES', language: 'Español', separator: ';', client: 'Hotel Miramar' },
    site: { name: 'Sala de calderas', access: 'Llave en recepción' },
    items: [
      { name: 'Bomba de circulación', typed: 'bomba', price: '12.345,50' },
      { name: 'Junta del eje', typed: 'junt', price: '0,05' },
      { name: 'Hora de técnico', typed: 'técn', price: '65' },
    ],
    type: { name: 'Revisión', title: 'Revisión anual', description: 'Revisar la calefacción.', item: 'Desplazamiento' },
    ask: {
      ...{ meter: 'Número de contador', voltage: 'Tensión', last: 'Última revisión', pressure: 'Presión' },
      ...{
        remarks: 'Observaciones',
        seals: 'Juntas estancas',
        pump: 'Bomba en marcha',
        wiring: 'Cableado',
        safe: 'Uso seguro',
      },
    },
    answer: {
      ...{ pressure: '10.002,75', shown: '10.002,75\u00a0hPa' },
      ...{ remarks: 'Cojinete algo ruidoso.', done: 'Todo revisado y limpio.' },
    },
    renamed: 'Gran revisión',
  },
  fr: {
    ...{ locale: 'fr-FR', language: 'Français', separator: ';', client: 'Hôtel du Port' },
    site: { name: 'Chaufferie', access: 'Clé à l’accueil' },
    items: [
      { name: 'Circulateur', typed: 'circ', price: '12 345,50' },
      { name: 'Joint d’arbre', typed: 'joint', price: '0,05' },
      { name: 'Heure de technicien', typed: 'heur', price: '65' },
    ],
    type: {
      name: 'Entretien',
      title: 'Entretien annuel',
      description: 'Entretenir le chauffage.',
      item: 'Déplacement',
    },
    ask: {
      ...{ meter: 'Numéro de compteur', voltage: 'Tension', last: 'Dernier entretien', pressure: 'Pression' },
      ...{
        remarks: 'Remarques',
        seals: 'Joints étanches',
        pump: 'Pompe en marche',
        wiring: 'Câblage',
        safe: 'Utilisation sûre',
      },
    },
    answer: {
      ...{ pressure: '1002,75', shown: '1\u202f002,75\u00a0hPa' },
      ...{ remarks: 'Palier un peu bruyant.', done: 'Tout a été vérifié et nettoyé.' },
    },
    renamed: 'Grand entretien',
  },
  pt: {
    ...{ locale: 'pt-BR', language: 'Português', separator: ';', client: 'Hotel do Porto' },
    site: { name: 'Casa de máquinas', access: 'Chave na recepção' },
    items: [
      { name: 'Bomba de circulação', typed: 'bomba', price: '12.345,50' },
      { name: 'Vedação do eixo', typed: 'veda', price: '0,05' },
      { name: 'Hora de técnico', typed: 'técn', price: '65' },
    ],
    type: { name: 'Revisão', title: 'Revisão anual', description: 'Revisar o aquecimento.', item: 'Deslocamento' },
    ask: {
      ...{ meter: 'Número do medidor', voltage: 'Tensão', last: 'Última revisão', pressure: 'Pressão' },
      ...{ remarks: 'Observações', seals: 'Vedações', pump: 'Bomba funciona', wiring: 'Fiação', safe: 'Uso seguro' },
    },
    answer: {
      ...{ pressure: '1.002,75', shown: '1.002,75\u00a0hPa' },
      ...{ remarks: 'Rolamento um pouco ruidoso.', done: 'Tudo verificado e limpo.' },
    },
    renamed: 'Grande revisão',
  },
};
