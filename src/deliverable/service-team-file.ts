import type { DrawFile } from '../io/drawing.ts';
import { isRefusal } from '../kit/refusal.ts';
import { fileRow, type RowDraft, teamOf } from '../kit/rows.ts';
import type { Project } from '../project/model.ts';
import type { Deliverable } from './model.ts';
import type { Attached } from './model-forms.ts';
import { deliverableOf } from './rules.ts';
import { teamThread } from './rules-subjects.ts';
import { nameWith } from './service-client-rows.ts';

/**
 * A file that was brought by a form, into the thread of the card: Slack shows it to nobody but whoever chose it there (docs.slack.dev, file
 * input element), and somebody else is to check it.
 */
export function teamFileRow(project: string, deliverable: Deliverable, { file, name }: Attached): RowDraft {
  const { id, draft } = deliverable;
  const about = `${id}.${file}`;
  return fileRow(
    teamOf(project),
    `file:${project}:draft:${about}`,
    {
      subject: { kind: 'deliverableDraft', project, about },
      name: nameWith(name, `v${draft?.number ?? 1}-${file}`),
    },
    teamThread(project, deliverable),
  );
}

/**
 * That file, fetched from where it was chosen; null where another version has taken its place.
 * @throws where it cannot be fetched: the team is told that it was not delivered
 */
export const drawDraftFile: DrawFile<Project> = async ({ project, about, deps }) => {
  const cut = about.lastIndexOf('.');
  const file = about.slice(cut + 1);
  const found = deliverableOf(project, about.slice(0, cut));
  const versions = isRefusal(found) ? [] : [found.draft, found.sent?.current, found.sent?.previous];
  const contents = versions.flatMap((version) => version?.contents ?? []);
  const content = contents.filter((one) => one.is === 'file').find((one) => one.file === file);
  if (!content) return null;
  const fetched = await deps.files.bytes(file);
  if (fetched.is === 'refused') throw new Error(`a file could not be fetched: ${fetched.why}`);
  return { audiences: ['team'], title: content.name || fetched.name, bytes: fetched.bytes };
};
