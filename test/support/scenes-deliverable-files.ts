import { bring } from './acts-deliverable.ts';
import type { Walk } from './cast.ts';
import type { Scene } from './scenes.ts';
import { beginOther } from './scenes-stages-2.ts';

const nameOf = ({ cast }: Walk): string => `${cast.names[1]} 24`;
const manager = ({ as }: Walk) => as('manager');

/** What the version is, and what is put beside it; a file's ending is never translated. */
const FILES = { en: ['poster.docx', 'poster-final.docx'], zh: ['海报.docx', '海报定稿.docx'] } as const;
const filesOf = ({ cast }: Walk) => FILES[cast.locale];

/** A project of its own, with a deliverable that is a file. */
async function begin(walk: Walk): Promise<void> {
  const { cast } = walk;
  const team = await beginOther(walk, nameOf(walk));
  Object.assign(walk, { team });
  const [name] = filesOf(walk);
  await bring(manager(walk), cast.locale, team, { name: nameOf(walk), file: { name, text: 'the poster' } });
}

/** What happens in Slack to the files of deliverables: a newer one is put into the thread, and the one itself is deleted. */
export const deliverableFileScenes: readonly Scene[] = [
  {
    list: 'events',
    entry: 'message',
    by: 'manager',
    prepare: begin,
    act: async (walk) => {
      const [, name] = filesOf(walk);
      const card = manager(walk)
        .sees(walk.team)
        .find(({ text, thread }) => !thread && text.includes(nameOf(walk)) && text.includes(filesOf(walk)[0]));
      await manager(walk)
        .in(walk.team)
        .post('', { thread: card?.ts ?? nameOf(walk), files: [{ name, text: 'the last poster' }] });
    },
    refused: 'it is noticed whoever brings it, and nothing is decided by it',
  },
  {
    list: 'events',
    entry: 'file_deleted',
    by: 'manager',
    act: (walk) => manager(walk).in(walk.team).removeFile(filesOf(walk)[0]),
    refused: 'Slack itself tells it',
  },
];
