import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

/** A typeface's file; `face` names one of the several that a collection (`.ttc`) holds. */
export type FontFile = { path: string; face: string | null };
/** The two weights that a document is printed in; the same one twice where there is no bold. */
export type Fonts = { regular: FontFile; bold: FontFile };

/** There is no typeface that has Chinese. The message says what to install. */
export class FontError extends Error {
  override readonly name = 'FontError';
}

const noto = (folder: string): Fonts => ({
  regular: { path: `${folder}/NotoSansCJK-Regular.ttc`, face: 'NotoSansCJKsc-Regular' },
  bold: { path: `${folder}/NotoSansCJK-Bold.ttc`, face: 'NotoSansCJKsc-Bold' },
});

const oneWeight = (font: FontFile): Fonts => ({ regular: font, bold: font });

/** Where Linux distributions put the typefaces that have Simplified Chinese (packages fonts-noto-cjk, fonts-wqy-…). */
const OF_THE_SYSTEM: readonly Fonts[] = [
  noto('/usr/share/fonts/opentype/noto'),
  noto('/usr/share/fonts/noto-cjk'),
  noto('/usr/share/fonts/noto'),
  noto('/usr/share/fonts/google-noto-cjk'),
  noto('/usr/share/fonts/google-noto-sans-cjk-fonts'),
  oneWeight({ path: '/usr/share/fonts/truetype/wqy/wqy-microhei.ttc', face: 'WenQuanYiMicroHei' }),
  oneWeight({ path: '/usr/share/fonts/wqy-microhei/wqy-microhei.ttc', face: 'WenQuanYiMicroHei' }),
  oneWeight({ path: '/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc', face: 'WenQuanYiZenHei' }),
];

/**
 * The typeface for documents: the one that was set, else the system's, else the one that npm brought as an optional package.
 * @param set the setting LIAISON_FONT: a file, or `file#face` for one face of a collection
 * @throws FontError that says what to install or to correct
 */
export function findFonts(set: string | undefined, exists: (path: string) => boolean = existsSync): Fonts {
  if (set !== undefined) {
    const [path = '', face = null] = set.split('#');
    if (!exists(path)) throw new FontError(`LIAISON_FONT names a file that is not there: ${path}`);
    const bold = { path: asBold(path), face: face === null ? null : asBold(face) };
    return { regular: { path, face }, bold: exists(bold.path) ? bold : { path, face } };
  }
  const found = [...OF_THE_SYSTEM, ...packaged()].find(({ regular }) => exists(regular.path));
  if (!found) throw new FontError(MISSING);
  return exists(found.bold.path) ? found : oneWeight(found.regular);
}

/** Of one typeface, weights lie side by side under such names. */
const asBold = (name: string): string => name.replace(/Regular(?!.*Regular)/u, 'Bold');

const MISSING =
  'No typeface with Chinese was found, so nothing can be printed. Install one: apt-get install fonts-noto-cjk (or ' +
  'fonts-wqy-microhei), or npm install @expo-google-fonts/noto-sans-sc, or set LIAISON_FONT to a .ttf, .otf or .ttc file.';

function packaged(): Fonts[] {
  const file = (weight: string): FontFile => ({
    path: createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans-sc/${weight}/NotoSansSC_${weight}.ttf`),
    face: null,
  });
  try {
    return [{ regular: file('400Regular'), bold: file('700Bold') }];
  } catch {
    return [];
  }
}
