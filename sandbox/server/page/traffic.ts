import type { TrafficLine } from '../../ui/contract.ts';
import type { TrafficRecord } from '../instruments/inspector.ts';
import { stringOf } from '../json.ts';

/** A record of the traffic as a line of the page's inspector. */
export function trafficLine(record: TrafficRecord, n: number): TrafficLine {
  const { kind, at } = record;
  switch (record.kind) {
    case 'call': {
      const { method, args, status, answer, ms, fault, by } = record;
      const bad = status !== 200 || answer.ok === false;
      const outcome = stringOf(answer.error) ?? (status === 200 ? 'ok' : `HTTP ${status || 'none'}`);
      const detail = `${outcome} · ${Math.round(ms)} ms${fault ? ` · fault: ${fault}` : ''}`;
      return { n, kind, at, title: method, detail, ...named(by), bad, body: { args, answer } };
    }
    case 'envelope':
      return {
        n,
        kind,
        at,
        title: record.label,
        detail: record.retry > 0 ? `retry ${record.retry}` : record.type,
        bad: false,
        body: record.payload,
      };
    case 'ack': {
      const { label, ms, outcome, body, by } = record;
      const detail = `${outcome} · ${ms} ms`;
      return { n, kind, at, title: label, detail, ...named(by), bad: outcome !== 'acked', body };
    }
    case 'note':
      return { n, kind, at, title: record.text, detail: '', bad: false };
  }
}

const named = (by: string | undefined) => (by === undefined ? {} : { by });
