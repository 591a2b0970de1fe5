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

/** Collects chunks as they come and hands out each frame once it is whole. Throws when what comes is no frame. */
export function createFrameReader(onFrame: (frame: Frame) => void): (chunk: Buffer) => void {
  let chunks: Buffer[] = [];
  let size = 0;
  let needed = LENGTHS;
  return (chunk) => {
    chunks.push(chunk);
    size += chunk.length;
    while (size >= needed) {
      const all = Buffer.concat(chunks);
      const [text, bytes] = [all.readUInt32BE(0), all.readUInt32BE(4)];
      if (text + bytes > MAX_FRAME) throw new Error('a frame is too large');
      needed = LENGTHS + text + bytes;
      chunks = [all];
      if (size < needed) return;
      onFrame({
        head: JSON.parse(all.toString('utf8', LENGTHS, LENGTHS + text)),
        bytes: all.subarray(LENGTHS + text, needed),
      });
      chunks = [all.subarray(needed)];
      size -= needed;
      needed = LENGTHS;
    }
  };
}
