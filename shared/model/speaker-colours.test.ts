import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SPEAKER_COLOUR_COUNT } from './speaker.ts';

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

const css = readFileSync(new URL('../../renderer/ui/tokens.css', import.meta.url), 'utf8');
const dark = css.indexOf(':root[data-theme="dark"]');
const themes = [
  ['light', css.slice(0, dark)],
  ['dark', css.slice(dark)],
] as const;

/** Returns linear sRGB of a token written as `oklch(L% C h)` (CSS Color 4, 10.2). */
function colour(theme: string, token: string): Triple {
  const [, l = '', c = '', h = ''] =
    new RegExp(`--${token}: oklch\\(([\\d.]+)% ([\\d.]+) ([\\d.]+)`).exec(theme) ?? [];
  expect(l, token).not.toBe('');
  const [light, chroma, hue] = [Number(l) / 100, Number(c), (Number(h) * Math.PI) / 180];
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)];
  const long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (light - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ];
}

const times = (matrix: Matrix, [x, y, z]: Triple): Triple => {
  const [first, second, third] = matrix.map(([a, b, c]) => Math.max(0, Math.min(1, a * x + b * y + c * z)));
  return [first ?? 0, second ?? 0, third ?? 0];
};

function oklab([red, green, blue]: Triple): Triple {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** What eyes see of linear sRGB that lack one kind of cone (Machado, Oliveira, Fernandes 2009, severity 1.0). */
const EYES: Readonly<Record<string, { readonly sees: Matrix; readonly apart: number }>> = {
  'all cones': {
    sees: [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ],
    apart: 0.065,
  },
  'no red (protanopia)': {
    sees: [
      [0.152286, 1.052583, -0.204868],
      [0.114503, 0.786281, 0.099216],
      [-0.003882, -0.048116, 1.051998],
    ],
    apart: 0.065,
  },
  'no green (deuteranopia)': {
    sees: [
      [0.367322, 0.860646, -0.227968],
      [0.280085, 0.672501, 0.047413],
      [-0.01182, 0.04294, 0.968881],
    ],
    apart: 0.065,
  },
  'no blue (tritanopia)': {
    sees: [
      [1.255528, -0.076749, -0.178779],
      [-0.078411, 0.930809, 0.147602],
      [0.004733, 0.691367, 0.3039],
    ],
    apart: 0.05,
  },
};

const speakers = (theme: string) =>
  Array.from({ length: SPEAKER_COLOUR_COUNT }, (_, index) => colour(theme, `speaker-${index}`));

const luminance = ([red, green, blue]: Triple) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
const contrast = (a: Triple, b: Triple) => {
  const [light = 0, dim = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dim + 0.05);
};

describe.each(themes)('colours of speakers, %s', (_name, theme) => {
  // 0.02 is what people just tell apart side by side (Ottosson 2020); a tint across the waveform needs several times it.
  it.each(Object.entries(EYES))('are told apart by eyes with %s', (_eyes, { sees, apart }) => {
    const seen = speakers(theme).map((each) => oklab(times(sees, each)));
    const pairs = seen.flatMap((one, index) =>
      seen.slice(index + 1).map((other, after) => ({
        pair: `${index} and ${index + 1 + after}`,
        distance: Math.hypot(...one.map((part, axis) => part - (other[axis] ?? 0))),
      })),
    );
    expect(pairs.filter(({ distance }) => distance < apart)).toEqual([]);
  });

  it.each(['surface', 'surface-raised', 'surface-selected', 'playing'])('can be read on --%s', (ground) => {
    for (const each of speakers(theme))
      expect(contrast(each, colour(theme, ground))).toBeGreaterThanOrEqual(4.5);
  });
});
