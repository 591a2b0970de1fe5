import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/log.ts';
import { tryPhoto } from '../../src/outbox/effects/files/photos-for.ts';
import { type Decoder, DecoderStopped } from '../../src/pictures/decoder.ts';
import type { Photo } from '../../src/pictures/photo.ts';
import type { Unprinted } from '../../src/pictures/unprinted.ts';
import { Later } from '../../src/slack-api/classify-error.ts';
import { inState } from '../support/workflow.ts';

const PHOTO: Photo = { jpeg: new Uint8Array([1]), width: 1, height: 1 };

/** A document whose process may end: what it has written down is all that is left. */
function documentWith(photo: (name: string) => Promise<Photo | Unprinted>) {
  const checkpoint: { photoTries?: Record<string, number> } = {};
  const tried: string[] = [];
  const decoder: Decoder = {
    photo: (bytes) => {
      const name = Buffer.from(bytes).toString();
      tried.push(name);
      return photo(name);
    },
    clean: async () => ({ code: 'damaged' }),
    logo: async () => ({ code: 'damaged' }),
    stop: async () => {},
  };
  const attempt = {
    decoder,
    checkpoint,
    log: createLog('silent'),
    order: inState.approved,
    saveCheckpoint: async (given: object) => void Object.assign(checkpoint, given),
  };
  return { checkpoint, tried, look: (name: string) => tryPhoto(attempt, name, Buffer.from(name)) };
}

const never = () => new Promise<never>(() => {});

describe('F2 a picture is written down before it is tried', () => {
  it('one that ends the app each time is tried twice, then named; the others are printed', async () => {
    const { look, tried } = documentWith((name) => (name === 'bomb' ? never() : Promise.resolve(PHOTO)));
    for (const _ of ['the app starts', 'the app starts again']) {
      expect(await look('first')).toEqual(PHOTO);
      // The app ends in the middle of it: what follows is another process with the same checkpoint.
      void look('bomb');
      await Promise.resolve();
    }
    expect(await look('first')).toEqual(PHOTO);
    expect(await look('bomb')).toEqual({ code: 'undecodable' });
    expect(await look('last')).toEqual(PHOTO);
    expect(tried.filter((name) => name === 'bomb')).toHaveLength(2);
  });

  it('one that ended the decoder is not tried again', async () => {
    const { look, tried } = documentWith(async (name) => (name === 'bomb' ? { code: 'undecodable' } : PHOTO));
    expect([await look('bomb'), await look('bomb')]).toEqual([{ code: 'undecodable' }, { code: 'undecodable' }]);
    expect(tried).toEqual(['bomb']);
  });

  it('after three that ended the decoder the others of the document are left alone', async () => {
    const { look, tried } = documentWith(async () => ({ code: 'undecodable' }));
    for (const name of ['a', 'b', 'c', 'd', 'e']) await look(name);
    expect(tried).toEqual(['a', 'b', 'c']);
    expect(await look('d')).toEqual({ code: 'skipped' });
  });

  it('a process that cannot be had does not count: it is tried again', async () => {
    const { look, checkpoint } = documentWith(() => Promise.reject(new Error('did not start')));
    for (const _ of [1, 2, 3]) await expect(look('photo')).rejects.toThrow('did not start');
    expect(checkpoint.photoTries).toEqual({});
  });

  it('a stop of the app does not count', async () => {
    const { look, checkpoint } = documentWith(() => Promise.reject(new DecoderStopped('the app stops')));
    for (const _ of [1, 2, 3]) await expect(look('photo')).rejects.toThrow(Later);
    expect(checkpoint.photoTries).toEqual({});
  });
});
