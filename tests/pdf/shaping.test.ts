import { Font } from '@react-pdf/renderer';
import { expect, test } from 'vitest';
import { covers, FAMILIES, fontFile, type Weight } from '../../src/pdf/fonts/families.ts';
import { NUMBER_SIGNS, type Shaper, shapeByWords } from '../../src/pdf/fonts/shaping.ts';

const faces = FAMILIES.flatMap((family) => ([400, 600] as const).map((weight) => ({ family, weight })));

test.each(faces)(
  '$family.name $weight sets a number as a whole as it does sign by sign',
  async ({ family, weight }: (typeof faces)[number]) => {
    const signs = [...NUMBER_SIGNS].filter((sign) => covers(family, sign.codePointAt(0) ?? 0));
    const pairs = signs.flatMap((one) => signs.map((two) => one + two)).join('');
    const whole = (await opened(family, weight)).layout(pairs, undefined, undefined, undefined, 'ltr');
    const font = await opened(family, weight);
    shapeByWords(font);
    expect(shown(font.layout(pairs))).toEqual(shown(whole));
  },
);

/** A font as fontkit opens it, nobody else's. */
async function opened(family: (typeof FAMILIES)[number], weight: Weight): Promise<Shaper> {
  const fontFamily = `${family.name} ${weight} ${opens++}`;
  Font.register({ family: fontFamily, fonts: [{ src: fontFile(family, weight), fontWeight: weight }] });
  await Font.load({ fontFamily, fontWeight: weight });
  const font: unknown = Font.getFont({ fontFamily, fontWeight: weight }).data;
  return font as Shaper;
}
let opens = 0;

const shown = ({ glyphs, positions }: ReturnType<Shaper['layout']>) =>
  glyphs.map((glyph, index) => [Reflect.get(glyph, 'id'), positions[index]?.xAdvance]);
