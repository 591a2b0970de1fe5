import { hours } from './acting.ts';
import type { NewOrder } from './new-order.ts';

// The orders of the demo, as their requesters entered them. People are given by name, and so are clients and sites on file.

// biome-ignore format: a table reads best as a table
export const orders = {
  pump: {
    job: { title: 'Replace circulation pump', client: 'Hotel Miramar', clientReference: 'PO 4711', site: 'Plant room', description: 'Pump P2 is noisy and leaks at the shaft seal. Replace it, vent the circuit and run it for half an hour.', priority: 'high' },
    when: { supervisor: 'Sam Lee', coordinator: 'Carla Weber', contact: 'Marta Gil, +34 600 000 000' },
    items: [
      { description: 'Circulation pump DN 40', quantity: '1', unitPrice: '480' },
      { kind: 'labour', description: 'Fitter', quantity: '6', unit: 'h', unitPrice: '45' },
      { kind: 'expense', description: 'Travel', quantity: '38', unit: 'km', unitPrice: '0.5' },
    ],
  },
  boiler: {
    job: { title: 'Inspect boiler', client: 'Bakery Sol', location: 'Calle Nueva 3, Málaga, cellar', description: 'Yearly inspection of the gas boiler, with a reading of the exhaust.' },
    when: { supervisor: 'Sam Lee' },
    items: [{ kind: 'service', description: 'Boiler inspection', quantity: '1', unitPrice: '120' }],
  },
  detectors: {
    job: { title: 'Fit smoke detectors', client: 'Escuela San Juan', site: 'Classrooms', description: 'Fit one detector in each classroom and test the alarm with the caretaker.' },
    when: { supervisor: 'Sam Lee', contact: 'Pilar Soto, +34 600 111 222', requestedStart: hours(20), requestedEnd: hours(28) },
    items: [
      { description: 'Smoke detector', quantity: '12', unitPrice: '28.50' },
      { kind: 'labour', description: 'Electrician', quantity: '5', unit: 'h', unitPrice: '48' },
    ],
  },
  gutter: {
    job: { title: 'Replace roof gutter', client: 'Casa Lago', site: 'Roof and garden', description: 'The gutter on the garden side has come loose.', priority: 'low' },
    when: { supervisor: 'Sofia Marin', requestedStart: hours(44), requestedEnd: hours(50) },
    items: [{ description: 'Gutter, zinc', quantity: '14', unit: 'm', unitPrice: '31' }],
  },
  stairwell: {
    job: { title: 'Repaint stairwell', client: 'Casa Lago', site: 'Stairwell B', description: 'Two coats, white, five floors.' },
    when: { supervisor: 'Sofia Marin' },
    items: [{ kind: 'labour', description: 'Painter', quantity: '24', unit: 'h', unitPrice: '36' }],
  },
  lift: {
    job: { title: 'Service lift motor', client: 'Torre Norte', site: 'Machine room', description: 'Grease the bearings, check the brake, replace worn belts.', priority: 'normal' },
    when: { supervisor: 'Sofia Marin', coordinator: 'Carla Weber', contact: 'Doorman, ext. 14' },
    items: [
      { kind: 'service', description: 'Lift service', quantity: '1', unitPrice: '260' },
      { description: 'V-belt', quantity: '2', unitPrice: '18.90' },
    ],
  },
  cold: {
    job: { title: 'Repair cold room door', client: 'Mercado Central', site: 'Stall 27, cold room', description: 'The door does not close any more; the seal is torn.', priority: 'urgent' },
    when: { supervisor: 'Sofia Marin', contact: 'Rosa, stall 27', requestedStart: hours(2), requestedEnd: hours(6) },
    items: [
      { description: 'Door seal 2.1 m', quantity: '1', unitPrice: '94' },
      { kind: 'labour', description: 'Refrigeration fitter', quantity: '3', unit: 'h', unitPrice: '52' },
    ],
  },
  ducts: {
    job: { title: 'Clean ventilation ducts', client: 'Hotel Miramar', site: 'Floors 1 to 3', description: 'Clean the supply ducts and replace the filters. The contract price is between us and the hotel.' },
    when: { supervisor: 'Sam Lee', coordinator: 'Carla Weber', requestedStart: hours(26), requestedEnd: hours(34) },
    items: [
      { kind: 'service', description: 'Duct cleaning', quantity: '1', unitPrice: '1350' },
      { description: 'Filter F7', quantity: '9', unitPrice: '24.80' },
    ],
  },
} as const satisfies Record<string, NewOrder>;
