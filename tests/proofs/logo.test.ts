import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { logoOf } from '../../src/outbox/effects/issue-document.ts';
import { logoFrom } from '../../src/settings-command.ts';
import { approve, confirm, submitOrder } from '../support/acting.ts';
import { codeOn } from '../support/codes.ts';
import { freshRenderer } from '../support/shared.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { orderNumbered } from '../support/whole-order.ts';
import { words } from '../support/words.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.stop());

/** Sets a logo as `npm run settings` does; its SHA-256. */
async function setLogo(color: string): Promise<string> {
  const file = `${stage.file}.picture`;
  writeFileSync(
    file,
    await sharp({ create: { width: 300, height: 120, channels: 3, background: color } })
      .png()
      .toBuffer(),
  );
  const logo = await logoFrom(file, stage.sandbox.teamId);
  if (typeof logo === 'string') throw expect.unreachable(logo);
  await stage.store.saveAsset(logo);
  await stage.set({ company: { name: 'Northwind', logo: logo.sha256 }, document: { accentColor: '#7a1f3d' } });
  return logo.sha256;
}

test('each version is issued with the logo of its time, and comes out the same when it is made again', async () => {
  const { store, people, sandbox } = stage;
  const { ana, sam, farid } = people;
  const before = await setLogo('#0a5c36');
  const name = await submitOrder(stage, ana, sam);
  await approve(stage, sam, name, [farid]);
  const after = await setLogo('#aa2200');
  await confirm(stage, farid, name, { items: [{ description: 'Seal', quantity: '2' }] });

  const order = await orderNumbered(store, sandbox.teamId, 1);
  expect(order.versions.map(({ issuer }) => [issuer.logo, issuer.accentColor])).toEqual([
    [before, '#7a1f3d'],
    [after, '#7a1f3d'],
  ]);
  await stage.set({});
  const renderer = freshRenderer();
  try {
    for (const { version, sha256 } of await store.documents(sandbox.teamId, order.id)) {
      const logo = await logoOf({ order, priced: true, store }, version);
      const code = await codeOn(store, order, version);
      const again = await renderer.render(order, version, { logo, code });
      expect(again.sha256).toBe(sha256);
      expect((await renderer.render(order, version, { code })).sha256).not.toBe(sha256);
      const posted = [...sandbox.workspace.files.values()].map(({ bytes }) =>
        createHash('sha256')
          .update(bytes ?? '')
          .digest('hex'),
      );
      expect(posted).toContain(sha256);
    }
  } finally {
    await renderer.stop();
  }
  expect(await store.documents(sandbox.teamId, order.id)).toHaveLength(2);
  // Its own renderer begins with cold fonts, six documents long.
}, 60_000);

test('a path that leads nowhere and a file that is no picture are explained', async () => {
  const { teamId } = stage.sandbox;
  expect(await logoFrom('/no/such/logo.svg', teamId)).toMatch(
    /company\.logo cannot be \/no\/such\/logo\.svg: there is no such file/,
  );
  expect(await logoFrom('package.json', teamId)).toBe(
    `company.logo cannot be package.json: ${words.settings.logo.why.not_a_picture}`,
  );
});
