// Makes the site's font files: few characters, two axes fewer, and a fallback that takes the same room.
// Here because whole font files weigh megabytes, and because text must not move when a font arrives.
// Must not know: style sheets other than the one it writes.
//
// usage: node fonts.mjs OUTPUT_FOLDER, run by `cargo xtask vendor` in the folder that holds node_modules.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { renamed } from "./font-name.mjs";

const require = createRequire(path.join(process.cwd(), "package.json"));
const subsetFont = require("subset-font");
const fontverter = require("fontverter");
const { createFontStack } = require("@capsizecss/core");
const { fromBuffer } = await import(pathToFileURL(require.resolve("@capsizecss/unpack")));

/** Inclusive ranges: English and Western European text, Greek, and the signs that chemistry and physics need. */
const CHARACTERS = [
  [0x20, 0x7e], [0xa0, 0xff], [0x391, 0x3c9], [0x2009], [0x200a], [0x202f], [0x2010, 0x2016], [0x2018, 0x201e],
  [0x2020, 0x2022], [0x2026], [0x2030], [0x2032, 0x2033], [0x2070, 0x209f], [0x20ac], [0x2122], [0x2190, 0x2193],
  [0x2202], [0x2206], [0x2212], [0x2215], [0x221a], [0x221d], [0x221e], [0x222b],
  [0x2248], [0x2260], [0x2264, 0x2265], [0x22c5],
];

/** Layout features worth their bytes: kerning and marks, figures that line up in tables, true sub- and superscripts. */
const FEATURES = ["kern", "liga", "calt", "ccmp", "locl", "mark", "mkmk", "tnum", "pnum", "subs", "sups", "case"];

/** The family names are the site's own: a changed font may not carry a reserved name (SIL OFL, section 3). */
const FACES = [
  {
    family: "Companion Serif", reserved: "Source Serif 4", file: "companion-serif-roman.woff2", style: "normal",
    source: "source-serif/VAR/SourceSerif4Variable-Roman.ttf",
    axes: { opsz: 18, wght: { min: 400, max: 700, default: 400 } },
    fallbacks: ["georgia", "timesNewRoman", "notoSerif"],
  },
  {
    family: "Companion Serif", reserved: "Source Serif 4", file: "companion-serif-italic.woff2", style: "italic",
    source: "source-serif/VAR/SourceSerif4Variable-Italic.ttf",
    axes: { opsz: 18, wght: { min: 400, max: 700, default: 400 } },
    fallbacks: ["georgia", "timesNewRoman", "notoSerif"],
  },
  {
    family: "Companion Sans", reserved: "Inter", file: "companion-sans-roman.woff2", style: "normal",
    source: "inter-ui/variable/InterVariable.woff2",
    axes: { opsz: 14, wght: { min: 400, max: 700, default: 400 } },
    fallbacks: ["arial", "roboto"],
  },
];

/** What formulas need beside text: letters slanted and bold as mathematics writes them, operators, brackets, accents. */
const MATHEMATICS = [
  [0x2d9], [0x2dc], [0x302, 0x304], [0x3d1], [0x3d5], [0x3f5], [0x2032, 0x2034], [0x203e], [0x2061, 0x2064], [0x210e],
  [0x2113], [0x2207, 0x2208], [0x220f], [0x2211], [0x2217, 0x2218], [0x2223], [0x2225], [0x226a, 0x226b], [0x2295],
  [0x23de, 0x23df], [0x27e8, 0x27e9], [0x27f6], [0x1d400, 0x1d467], [0x1d6a4, 0x1d6a5], [0x1d6e2, 0x1d71b],
];

/** Without the font's table of mathematics, indices would stand on the line and roots would not grow. */
const MATHS = {
  family: "Companion Math", reserved: "STIX Two Math", file: "companion-math.woff2",
  source: "@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2",
};

/** Fonts drawn to the same widths as the one measured, under the names other systems have. */
const SAME_METRICS = {
  Arial: ["Arial", "Helvetica", "Liberation Sans", "Arimo"],
  "Times New Roman": ["Times New Roman", "Times", "Liberation Serif", "Tinos"],
  Georgia: ["Georgia", "Gelasio"],
  "Noto Serif": ["Noto Serif"],
  Roboto: ["Roboto"],
};

const all = (ranges) =>
  ranges
    .flatMap(([first, last = first]) =>
      Array.from({ length: last - first + 1 }, (_, step) => String.fromCodePoint(first + step)),
    )
    .join("");
const text = all(CHARACTERS);

const out = process.argv[2];
if (!out) throw new Error("usage: node fonts.mjs OUTPUT_FOLDER");
await mkdir(out, { recursive: true });

const rules = [];
for (const face of FACES) {
  const original = await readFile(path.join("node_modules", face.source));
  const subset = await subsetFont(original, text, {
    targetFormat: "truetype",
    variationAxes: face.axes,
    keepFeatures: FEATURES,
    noHinting: true,
  });
  const named = renamed(subset, face.reserved, face.family);
  const packed = await fontverter.convert(named, "woff2");
  await writeFile(path.join(out, face.file), packed);
  rules.push(...fallbackRules(face, await fromBuffer(named)));
  console.log(`${face.file}: ${original.length} -> ${packed.length} bytes`);
}
const maths = await readFile(path.join("node_modules", MATHS.source));
const subset = await subsetFont(maths, all([...CHARACTERS, ...MATHEMATICS]), { targetFormat: "truetype", noHinting: true });
const packed = await fontverter.convert(renamed(subset, MATHS.reserved, MATHS.family), "woff2");
await writeFile(path.join(out, MATHS.file), packed);
console.log(`${MATHS.file}: ${maths.length} -> ${packed.length} bytes`);

const header =
  "/* Local fonts stretched to the measures of the site's own, so that nothing moves when those arrive.\n" +
  "   Written by `cargo xtask vendor` from the font files; do not edit. */\n\n";
await writeFile(path.join(out, "fallbacks.css"), header + rules.join("\n"));

/** One @font-face for each fallback, under the name "<family> fallback <n>". */
function fallbackRules(face, metrics) {
  return face.fallbacks.map((key, nth) => {
    const italic = face.style === "italic";
    const local = require(`@capsizecss/metrics/${key}${italic ? "/italic" : ""}`);
    const { fontFaces } = createFontStack([{ ...metrics, familyName: face.family }, local], {
      fontFaceFormat: "styleObject",
    });
    const measured = fontFaces[0]["@font-face"];
    const names = SAME_METRICS[local.familyName];
    const suffix = italic ? " Italic" : "";
    const sources = names.map((name) => `local("${name}${suffix}")`).join(", ");
    const measures = ["sizeAdjust", "ascentOverride", "descentOverride", "lineGapOverride"]
      .filter((property) => measured[property] !== undefined)
      .map((property) => `  ${property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: ${measured[property]};`);
    return [
      "@font-face {",
      `  font-family: "${face.family} fallback ${nth + 1}";`,
      `  font-style: ${face.style};`,
      `  src: ${sources};`,
      ...measures,
      "}",
      "",
    ].join("\n");
  });
}
