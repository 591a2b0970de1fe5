import type { Values } from './acting.ts';

// What the demo's company keeps on file, as its office typed it.

type Named = Values & { readonly name: string };

/** A client with what the second page of the editor asks for, and where work is done for them. */
interface OnFile {
  readonly client: Named;
  readonly details?: Values;
  readonly sites: readonly Named[];
}

// biome-ignore format: a table reads best as a table
export const clients: readonly OnFile[] = [
  {
    client: { name: 'Hotel Miramar', externalId: 'K-1001', address: 'Paseo Marítimo 12\n29016 Málaga', contact: 'Marta Gil, +34 600 000 000' },
    details: { taxId: 'ES B29000001', language: 'es', paymentNotes: 'Pays within 30 days. Send the invoice to accounting.' },
    sites: [
      { name: 'Plant room', externalId: '01', address: 'Paseo Marítimo 12, basement\n29016 Málaga', contact: 'Marta Gil', accessNotes: 'Ask for the key at the reception.' },
      { name: 'Floors 1 to 3', externalId: '02', address: 'Paseo Marítimo 12\n29016 Málaga', accessNotes: 'Not before 11:00, guests are sleeping.' },
    ],
  },
  {
    client: { name: 'Escuela San Juan', externalId: 'K-1002', address: 'Avenida Andalucía 40\n29002 Málaga', contact: 'Pilar Soto, +34 600 111 222' },
    details: { taxId: 'ES Q2900002A', language: 'es' },
    sites: [{ name: 'Classrooms', externalId: '01', address: 'Avenida Andalucía 40\n29002 Málaga', contact: 'Caretaker, ext. 9', accessNotes: 'Only after classes, from 17:00.' }],
  },
  {
    client: { name: 'Casa Lago', externalId: 'K-1003', address: 'Calle del Lago 8\n29004 Málaga' },
    sites: [
      { name: 'Roof and garden', externalId: '01', address: 'Calle del Lago 8\n29004 Málaga' },
      { name: 'Stairwell B', externalId: '02', address: 'Calle del Lago 8, stairwell B\n29004 Málaga' },
    ],
  },
  {
    client: { name: 'Torre Norte', externalId: 'K-1004', address: 'Plaza Norte 1\n29010 Málaga', contact: 'Doorman, ext. 14' },
    sites: [{ name: 'Machine room', externalId: '14', address: 'Plaza Norte 1, 14th floor\n29010 Málaga', accessNotes: 'The lift stops at 13; take the stairs.' }],
  },
  {
    client: { name: 'Mercado Central', externalId: 'K-1005', address: 'Calle Atarazanas 10\n29005 Málaga', contact: 'Rosa, stall 27' },
    sites: [{ name: 'Stall 27, cold room', externalId: '27', address: 'Calle Atarazanas 10\n29005 Málaga', accessNotes: 'Delivery gate, closed from 15:00.' }],
  },
  {
    client: { name: 'Bäckerei Sonnenschein GmbH', externalId: 'K-2001', address: 'Mühlstraße 3\n80331 München', contact: 'Jörg Weiß' },
    details: { taxId: 'DE 123456789', language: 'de', paymentNotes: '2 % Skonto innerhalb von 10 Tagen' },
    sites: [{ name: 'Backstube', externalId: '01', address: 'Mühlstraße 3, Hinterhof\n80331 München', accessNotes: 'Ab 3 Uhr früh besetzt.' }],
  },
  {
    client: { name: 'Lycée Victor-Hugo', externalId: 'K-3001', address: '12, rue de l’Église\n31000 Toulouse', contact: 'Amélie Français' },
    details: { language: 'fr' },
    sites: [{ name: 'Chaufferie', externalId: '01', address: '12, rue de l’Église, bâtiment C\n31000 Toulouse' }],
  },
  {
    client: { name: 'Condomínio Jardim Azul', externalId: 'K-4001', address: 'Rua das Acácias, 77\nSão Paulo – SP', contact: 'Síndico: João Conceição' },
    details: { language: 'pt' },
    sites: [{ name: 'Casa de máquinas', externalId: '01', address: 'Rua das Acácias, 77, subsolo\nSão Paulo – SP' }],
  },
  {
    client: { name: 'مستشفى النور', externalId: 'K-5001', address: 'شارع الحسن الثاني 15\nطنجة', contact: 'ليلى بناني' },
    sites: [{ name: 'غرفة الغلايات', externalId: '01', address: 'شارع الحسن الثاني 15\nطنجة', accessNotes: 'الاتصال بالحارس قبل الوصول' }],
  },
  {
    client: { name: '株式会社みなと', externalId: 'K-6001', address: '横浜市中区海岸通1-1', contact: '佐藤 花子' },
    sites: [{ name: '機械室', externalId: '01', address: '横浜市中区海岸通1-1 地下1階' }],
  },
];

type Item = Values & { readonly description: string };

const line =
  (kind: string) =>
  (externalId: string, description: string, unit: string, unitPrice: string): Item => ({
    ...{ kind, externalId, description, unit, unitPrice },
  });
const material = line('material');
const service = line('service');
const labour = line('labour');
const expense = line('expense');

// biome-ignore format: a table reads best as a table
export const catalogue: readonly Item[] = [
  material('H-101', 'Circulation pump DN 25',             'pcs', '289'),
  material('H-102', 'Circulation pump DN 40',             'pcs', '480'),
  material('H-103', 'Expansion vessel 25 l',              'pcs', '74.50'),
  material('H-104', 'Expansion vessel 80 l',              'pcs', '168'),
  material('H-105', 'Safety valve 3 bar, 3/4"',           'pcs', '32.40'),
  material('H-106', 'Thermostatic radiator valve 1/2"',   'pcs', '24.90'),
  material('H-107', 'Panel radiator 22, 600 × 1000 mm',   'pcs', '214'),
  material('H-108', 'Isolation valve DN 40',              'pcs', '38.50'),
  material('H-109', 'Three-way mixing valve DN 25',       'pcs', '96'),
  material('H-110', 'Pressure gauge 0–4 bar',             'pcs', '18'),
  material('H-111', 'Dirt separator 1"',                  'pcs', '112'),
  material('H-112', 'Heating water treatment, canister',  'l',   '9.85'),
  material('H-113', 'Pipe insulation 22/20 mm',           'm',   '3.4725'),
  material('H-114', 'Flue pipe DN 80, 1 m',               'pcs', '41.20'),
  material('H-115', 'Burner nozzle 0.50 gph',             'pcs', '12.75'),
  service( 'H-201', 'Boiler inspection',                  'pcs', '120'),
  service( 'H-202', 'Burner service with measurement',    'pcs', '165'),
  service( 'H-203', 'Hydraulic balancing, per radiator',  'pcs', '38'),
  material('P-101', 'Copper pipe 15 mm',                  'm',   '8.164823'),
  material('P-102', 'Copper pipe 22 mm',                  'm',   '12.50'),
  material('P-103', 'Press elbow 90° 22 mm',              'pcs', '6.35'),
  material('P-104', 'Press tee 22 mm',                    'pcs', '9.10'),
  material('P-105', 'Ball valve 1/2"',                    'pcs', '11.80'),
  material('P-106', 'Angle valve 1/2" × 3/8"',            'pcs', '7.95'),
  material('P-107', 'Drain pipe HT DN 50, 1 m',           'pcs', '4.60'),
  material('P-108', 'Trap for washbasin 1 1/4"',          'pcs', '16.40'),
  material('P-109', 'Basin mixer, chrome',                'pcs', '89'),
  material('P-110', 'Shower thermostat',                  'pcs', '174'),
  material('P-111', 'Toilet cistern, concealed',          'pcs', '238'),
  material('P-112', 'Backwash filter 1"',                 'pcs', '196'),
  material('P-113', 'Sealing tape, roll',                 'pcs', '1.85'),
  service( 'P-201', 'Drain cleaning with camera',         'pcs', '210'),
  service( 'P-202', 'Pressure test of drinking water',    'pcs', '95'),
  service( 'P-203', 'Legionella sample with report',      'pcs', '148'),
  material('E-101', 'Cable NYM-J 3 × 1.5 mm²',            'm',   '0.8945'),
  material('E-102', 'Cable NYM-J 5 × 2.5 mm²',            'm',   '2.315'),
  material('E-103', 'Circuit breaker B16',                'pcs', '4.20'),
  material('E-104', 'Residual current device 40 A, 30 mA','pcs', '42.60'),
  material('E-105', 'Socket outlet, white',               'pcs', '5.40'),
  material('E-106', 'Smoke detector',                     'pcs', '28.50'),
  material('E-107', 'LED panel 62 × 62 cm',               'pcs', '58.90'),
  material('E-108', 'Distribution board, 3 rows',         'pcs', '134'),
  service( 'E-201', 'Inspection of portable equipment',   'pcs', '6.80'),
  service( 'E-202', 'Thermography of a switchboard',      'pcs', '185'),
  labour(  'L-001', 'Fitter',                             'h',   '45'),
  labour(  'L-002', 'Electrician',                        'h',   '48'),
  labour(  'L-003', 'Refrigeration fitter',               'h',   '52'),
  labour(  'L-004', 'Apprentice',                         'h',   '24'),
  expense( 'X-001', 'Travel',                             'km',  '0.5'),
  service( 'X-002', 'Call-out, out of hours',             'pcs', '85'),
];
