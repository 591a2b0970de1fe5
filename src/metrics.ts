import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = ReturnType<typeof createMetrics>;

/**
 * The program's numbers for `/metrics`. Each is labelled with the instance (`instance` is Prometheus' own name for where it
 * asks).
 */
export function createMetrics(instance: string) {
  const registry = new Registry();
  registry.setDefaultLabels({ app_instance: instance });
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const database = new Gauge({
    name: 'service_orders_database_usable',
    help: '1, or 0 while the database does not take what it is given',
    registers,
  });
  database.set(1);
  return {
    registry,
    database,
    /** Seconds from a payload's arrival to its ack, by kind of payload. */
    acks: new Histogram({
      name: 'service_orders_ack_seconds',
      help: 'Time from a payload to its ack',
      labelNames: ['kind'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3],
      registers,
    }),
    /** Effects by what became of an attempt. */
    effects: new Counter({
      name: 'service_orders_effects_total',
      help: 'Attempts to deliver something to Slack',
      labelNames: ['type', 'result'],
      registers,
    }),
    /** Effects that are owed, under way, or parked until a human helps. */
    backlog: new Gauge({
      name: 'service_orders_backlog',
      help: 'What Slack is owed',
      labelNames: ['status'],
      registers,
    }),
    connected: new Gauge({ name: 'service_orders_connected', help: 'Socket Mode connections that are up', registers }),
  };
}
