import { asText } from '../../src/brief/views-paper.ts';
import { paperComes, textModal } from '../../src/brief/views-text.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import type { Locale } from '../../src/kit/locale.ts';
import type { Project } from '../../src/project/model.ts';
import { release } from '../../src/project/rules-released.ts';
import type { Shown } from './arbitraries-shown.ts';
import { filled } from './arbitraries-views.ts';

/** A version as text, in as many pieces as the longest one takes, and the word that its PDF comes. */
export function ofPaper(project: Project, filler: string, locale: Locale): Shown[] {
  const sent = project.brief?.sent;
  if (!sent) return [];
  const agency = filled(filler, BOUNDS.clientName);
  const texts = asText({ version: sent.current, released: release(project), agency, language: locale });
  const about = { project: filled(filler, BOUNDS.projectName), version: 200 };
  return [
    { name: 'textModal', is: 'modal', view: textModal(about, texts, locale) },
    { name: 'paperComes', is: 'message', message: paperComes(200, locale) },
  ];
}
