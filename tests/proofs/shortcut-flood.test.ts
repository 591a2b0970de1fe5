import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lookInto } from '../support/database.ts';
import { from, interact } from '../support/forged.ts';
import { type Stage, startStage } from '../support/stage.ts';

/** How often one person presses the shortcut, each time on another message. */
const PRESSES = 500;

describe('F8 a message shortcut pressed five hundred times', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage();
  });
  afterAll(() => stage.stop());

  test('opens as many forms and leaves no draft, and no message text, behind', async () => {
    const { ana, ben } = stage.people;
    const opened = () => stage.sandbox.inspector.calls('views.open').length;
    for (let n = 0; n < PRESSES; n++) {
      const ts = `${1_700_000_000 + n}.000100`;
      await interact(stage, {
        ...from(stage, ana.id),
        ...{ type: 'message_action', callback_id: 'create_service_order', channel: { id: 'C1' }, message_ts: ts },
        message: { type: 'message', user: ben.id, ts, text: `zebra ${n}` },
        response_url: `${stage.sandbox.url}/nowhere`,
      });
      stage.sandbox.workspace.stacks.clear();
    }
    await stage.sandbox.idle();
    expect(opened()).toBe(PRESSES);
    const database = lookInto(stage.file);
    expect(database.contents().drafts).toEqual([]);
    expect(JSON.stringify(database.contents())).not.toContain('zebra');
    database.close();
  });
});
