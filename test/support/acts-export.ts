import type { Modal } from '../../sandbox/driver/modal.ts';
import type { Person } from '../../sandbox/driver/person.ts';
import { cardWords } from '../../src/client/words-card.ts';
import type { ExportFormat, ExportPart } from '../../src/export/model.ts';
import { exportWords } from '../../src/export/words.ts';
import type { Locale } from '../../src/kit/locale.ts';
import { shown } from './acts.ts';
import type { Stage } from './stage.ts';

/** What somebody wants as a file. `speaks`: the language in which they are asked. */
export type Exporting = { speaks: Locale; format: ExportFormat; language?: Locale; part?: ExportPart };

/** Fills the form of an export. */
export function exportFilling({ speaks, format, language, part }: Exporting): Record<string, string> {
  const words = exportWords.in(speaks);
  return {
    [words['format.label']()]: words[`format.${format}`](),
    ...(language ? { [words['language.label']()]: words[`language.${language}`]() } : {}),
    ...(part ? { [words['part.label']()]: words[`part.${part}`]() } : {}),
  };
}

/** `/approval export` in a team channel. @returns the form */
export const openExport = async (person: Person, team: string, speaks: Locale): Promise<Modal> =>
  shown(await person.in(team).command(`/approval ${speaks === 'zh' ? '导出' : 'export'}`));

/** Exports the record of the project of a team channel. */
export async function exportRecord(person: Person, team: string, exporting: Exporting): Promise<Modal> {
  const form = await openExport(person, team, exporting.speaks);
  return shown(await form.fill(exportFilling(exporting)).submit());
}

/** The form by the client card of a project, which speaks the language of its channel. */
export const openOwnExport = async (person: Person, channel: string, project: string, card: Locale): Promise<Modal> =>
  shown(await person.click(cardWords.in(card).export(), { in: channel, message: new RegExp(project, 'u') }));

/** The last file that the bot sent to somebody, as it was uploaded. */
export function fileTo(person: Person, { slack }: Stage): { name: string; bytes: Uint8Array; text: string } {
  const named = person.dms().flatMap(({ files }) => files);
  const name = named.at(-1);
  const file = [...slack.engine.world.files.values()].findLast((one) => one.name === name);
  if (!name || !file) throw new Error(`${person.handle} was sent no file`);
  const bytes = file.head ?? new Uint8Array();
  return { name, bytes, text: Buffer.from(bytes).toString('utf8') };
}
