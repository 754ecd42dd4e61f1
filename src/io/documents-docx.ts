import mammoth from 'mammoth';
import { blocksIn } from './documents-model.ts';
import { type Block, Unreadable } from './documents-types.ts';
import { checkedParts } from './documents-unzip.ts';
import { storedZip } from './documents-zip.ts';

const TYPES = '[Content_Types].xml';
/** Of documents and templates, also in the strict form (ECMA-376 part 1, 11.3.10). */
const IS_WORD = /wordprocessingml\.(?:document|template)\.main\+xml/;
const HAS_MACROS = /macroEnabled/i;
/** Office refuses these too (ECMA-376 part 2, XML usage); without them no entity can be declared. */
const DECLARES = /<!(?:DOCTYPE|ENTITY)/i;

/**
 * The blocks of a Word document.
 * @param bytes of a zip archive
 * @param isCalledWord what its name and type say
 * @throws Unreadable; any other error means that it is damaged
 */
export async function docxBlocks(bytes: Uint8Array, isCalledWord: boolean): Promise<Block[]> {
  const parts = await checkedParts(bytes);
  const types = parts.get(TYPES)?.toString('utf8') ?? '';
  if (HAS_MACROS.test(types)) throw new Unreadable('hasMacros', 'its type allows macros');
  if (!IS_WORD.test(types)) {
    throw new Unreadable(types === '' && isCalledWord ? 'damaged' : 'notSupported', 'not a document of Word');
  }
  for (const data of parts.values()) {
    if (DECLARES.test(data.toString('latin1'))) throw new Unreadable('damaged', 'XML with declarations of its own');
  }
  return blocksIn(await modelOf(storedZip(parts)));
}

/** Mammoth's model of the document. It is given what was checked, and nothing else, so that it unpacks nothing itself. */
async function modelOf(buffer: Buffer): Promise<unknown> {
  let model: unknown;
  await mammoth.convertToHtml(
    { buffer },
    {
      externalFileAccess: false,
      includeEmbeddedStyleMap: false,
      transformDocument: (document: object) => {
        model = document;
        // The HTML is not wanted, and pictures would be asked for.
        return { ...document, children: [] };
      },
    },
  );
  return model;
}
