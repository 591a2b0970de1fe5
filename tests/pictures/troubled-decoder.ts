/** A decoder's process that says it is ready and then, for each photo, does what its first byte says. */
import { createFrameReader, framed } from '../../src/pictures/formats/frames.ts';

const say = (head: unknown, bytes = new Uint8Array()) => {
  for (const chunk of framed({ head, bytes })) process.stdout.write(chunk);
};
const read = createFrameReader(({ bytes }) => {
  const what = String.fromCharCode(bytes[0] ?? 0);
  if (what === 'd') process.exit(3);
  if (what === 'h') for (;;);
  if (what === 'g') process.stdout.write(Buffer.alloc(100, 255));
  if (what === 'p') say({ width: 1, height: 1 }, Buffer.from(String(process.pid)));
});
process.stdin.on('data', read);
process.stdin.on('end', () => process.exit());
say({ ready: true });
