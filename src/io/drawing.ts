import type { Aggregate } from '../kit/aggregate.ts';
import type { Deps } from './deps.ts';
import type { Print } from './pdf.ts';
import type { DrawSentFile, SentFile, UnsentFile } from './sender-parts.ts';

/** What drawing a file needs besides the project: what was kept, the agency's name, and the way to print. */
export type Drawing<P extends Aggregate> = {
  deps: Pick<Deps<P>, 'store' | 'archive' | 'exports' | 'files'>;
  agency: string;
  print: Print;
};

/** Draws one file of a project; null where there is nothing to send. */
export type DrawFile<P extends Aggregate> = (
  ask: Drawing<P> & {
    project: P;
    /** Which one, where a project has several of the kind. */
    about: string;
  },
) => Promise<SentFile | UnsentFile | null>;

/** Finds who draws a file, and its project as it is now. */
export function drawFilesWith<P extends Aggregate>(
  files: Readonly<Record<string, DrawFile<P>>>,
  drawing: Drawing<P>,
): DrawSentFile {
  return async ({ kind, project: id, about }, workspace) => {
    const draw = files[kind];
    if (!draw) throw new Error(`nobody draws a file of the kind ${kind}`);
    const project = id === null ? null : await drawing.deps.store.project(workspace, id);
    return project && draw({ ...drawing, project, about: about ?? '' });
  };
}
