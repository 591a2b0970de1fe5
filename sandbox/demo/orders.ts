import { hours, type NewOrder } from './acting.ts';

// The orders of the demo, as their requesters typed them. People are given by name.

// biome-ignore format: a table reads best as a table
export const orders = {
  pump: {
    job: { Title: 'Replace circulation pump', Client: 'Hotel Miramar', 'Service location': 'Paseo Marítimo 12, Málaga, plant room', 'Description of the work': 'Pump P2 is noisy and leaks at the shaft seal. Replace it, vent the circuit and run it for half an hour.', Priority: 'High' },
    when: { Supervisor: 'Sam Lee', Coordinator: 'Carla Weber', 'Contact on site': 'Marta Gil, +34 600 000 000', 'Client reference': 'PO 4711' },
    items: [
      { Description: 'Circulation pump DN 40', Quantity: '1', 'Unit price': '480' },
      { Kind: 'Labour', Description: 'Fitter', Quantity: '6', Unit: 'h', 'Unit price': '45' },
      { Kind: 'Expense', Description: 'Travel', Quantity: '38', Unit: 'km', 'Unit price': '0.5' },
    ],
  },
  boiler: {
    job: { Title: 'Inspect boiler', Client: 'Bakery Sol', 'Service location': 'Calle Nueva 3, Málaga, cellar', 'Description of the work': 'Yearly inspection of the gas boiler, with a reading of the exhaust.' },
    when: { Supervisor: 'Sam Lee' },
    items: [{ Kind: 'Service', Description: 'Boiler inspection', Quantity: '1', 'Unit price': '120' }],
  },
  detectors: {
    job: { Title: 'Fit smoke detectors', Client: 'Escuela San Juan', 'Service location': 'Avenida Andalucía 40, classrooms 1 to 12', 'Description of the work': 'Fit one detector in each classroom and test the alarm with the caretaker.' },
    when: { Supervisor: 'Sam Lee', 'Contact on site': 'Pilar Soto, +34 600 111 222', 'Requested start': hours(20), 'Requested end': hours(28) },
    items: [
      { Description: 'Smoke detector', Quantity: '12', 'Unit price': '28.50' },
      { Kind: 'Labour', Description: 'Electrician', Quantity: '5', Unit: 'h', 'Unit price': '48' },
    ],
  },
  gutter: {
    job: { Title: 'Replace roof gutter', Client: 'Casa Lago', 'Service location': 'Calle del Lago 8', 'Description of the work': 'The gutter on the garden side has come loose.', Priority: 'Low' },
    when: { Supervisor: 'Sofia Marin', 'Requested start': hours(44), 'Requested end': hours(50) },
    items: [{ Description: 'Gutter, zinc', Quantity: '14', Unit: 'm', 'Unit price': '31' }],
  },
  stairwell: {
    job: { Title: 'Repaint stairwell', Client: 'Casa Lago', 'Service location': 'Calle del Lago 8, stairwell B', 'Description of the work': 'Two coats, white, five floors.' },
    when: { Supervisor: 'Sofia Marin' },
    items: [{ Kind: 'Labour', Description: 'Painter', Quantity: '24', Unit: 'h', 'Unit price': '36' }],
  },
  lift: {
    job: { Title: 'Service lift motor', Client: 'Torre Norte', 'Service location': 'Torre Norte, machine room, 14th floor', 'Description of the work': 'Grease the bearings, check the brake, replace worn belts.', Priority: 'Normal' },
    when: { Supervisor: 'Sofia Marin', Coordinator: 'Carla Weber', 'Contact on site': 'Doorman, ext. 14' },
    items: [
      { Kind: 'Service', Description: 'Lift service', Quantity: '1', 'Unit price': '260' },
      { Description: 'V-belt', Quantity: '2', 'Unit price': '18.90' },
    ],
  },
  cold: {
    job: { Title: 'Repair cold room door', Client: 'Mercado Central', 'Service location': 'Stall 27, cold room', 'Description of the work': 'The door does not close any more; the seal is torn.', Priority: 'Urgent' },
    when: { Supervisor: 'Sofia Marin', 'Contact on site': 'Rosa, stall 27', 'Requested start': hours(2), 'Requested end': hours(6) },
    items: [
      { Description: 'Door seal 2.1 m', Quantity: '1', 'Unit price': '94' },
      { Kind: 'Labour', Description: 'Refrigeration fitter', Quantity: '3', Unit: 'h', 'Unit price': '52' },
    ],
  },
} as const satisfies Record<string, NewOrder>;
