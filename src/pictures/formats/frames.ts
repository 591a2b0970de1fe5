/** What goes over a pipe between two processes: some facts, and bytes that nobody has to copy or encode. */
export interface Frame {
  readonly head: unknown;
  readonly bytes: Uint8Array;
}

/** Two lengths of four bytes stand before each frame. */
const LENGTHS = 8;
/** No file is as large; more means that the other side has gone mad. */
const MAX_FRAME = 64_000_000;

/** The chunks that are to be written for a frame. */
export function framed({ head, bytes }: Frame): Uint8Array[] {
  const text = Buffer.from(JSON.stringify(head));
  const lengths = Buffer.alloc(LENGTHS);
  lengths.writeUInt32BE(text.length, 0);
  lengths.writeUInt32BE(bytes.byteLength, 4);
  return [lengths, text, bytes];
}

/** Puts chunks together as they come and hands out each frame once it is whole. Throws when what comes is no frame. */
export function createFrameReader(onFrame: (frame: Frame) => void): (chunk: Buffer) => void {
  const lengths = Buffer.alloc(LENGTHS);
  /** What comes after the lengths; undefined while those are read. */
  let rest: Buffer | undefined;
  let filled = 0;
  return (chunk) => {
    for (let at = 0; at < chunk.length; ) {
      const into = rest ?? lengths;
      const taken = chunk.copy(into, filled, at);
      at += taken;
      filled += taken;
      if (filled < into.length) return;
      filled = 0;
      if (rest) {
        const text = lengths.readUInt32BE(0);
        const frame = { head: JSON.parse(rest.toString('utf8', 0, text)), bytes: rest.subarray(text) };
        rest = undefined;
        onFrame(frame);
      } else {
        const size = lengths.readUInt32BE(0) + lengths.readUInt32BE(4);
        if (size > MAX_FRAME) throw new Error('a frame is too large');
        rest = Buffer.allocUnsafeSlow(size);
      }
    }
  };
}
