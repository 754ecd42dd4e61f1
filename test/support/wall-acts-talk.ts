import type { KnownBlock } from '@slack/types';
import type { Person } from '../../sandbox/driver/person.ts';
import { liaison } from '../../src/liaison.ts';
import { type Manager, MANAGERS } from './wall-cast.ts';
import { controlsIn, useForms } from './wall-forms.ts';
import {
  type Act,
  anybody,
  chance,
  manager,
  one,
  outsider,
  person,
  type Play,
  someChannel,
  someTeam,
} from './wall-play.ts';

/** Every way in that there is: whatever the table of contents lists is typed and pressed, so that nothing new is left out. */

/** Whose words somebody types: the managers' are marked as internal, everybody else's are open. */
const handOf = (who: Person): Manager | null => (who.handle in MANAGERS ? (who.handle as Manager) : null);

async function press(play: Play, who: Person): Promise<string> {
  const before = [
    ...who
      .channels()
      .flatMap((at) => who.sees(at).flatMap(({ buttons }) => buttons.map((label) => ({ label, in: at })))),
    ...who.dms().flatMap(({ buttons }) => buttons.map((label) => ({ label }))),
  ];
  const { label, ...where } = one(play, before);
  await who.click(label, where);
  return `${who.handle} pressed ${label}: ${await useForms(play, who, handOf(who))}`;
}

async function command(play: Play, who: Person, channel: string, typed: string): Promise<string> {
  await who.in(channel).command(typed);
  return `${who.handle} typed ${typed} in ${channel}: ${await useForms(play, who, handOf(who))}`;
}

const typedOf = ({ command: name, verbs }: (typeof liaison.commands)[number], locale: 'en' | 'zh'): string => {
  const verb = verbs[locale === 'zh' ? verbs.length - 1 : 0];
  return verb === undefined ? name : `${name} ${verb}`;
};

/** Each command of the table of contents, typed by a manager in a team channel. */
const COMMAND_ACTS: readonly Act[] = liaison.commands.map((entry) => ({
  name: typedOf(entry, 'en'),
  run: async (play) => {
    const hand = manager(play);
    return command(play, person(play, hand), await someTeam(play, hand), typedOf(entry, MANAGERS[hand].locale));
  },
}));

/** Those who may not try it all the same, wherever they sit. */
async function commandOutside(play: Play): Promise<string> {
  const who = person(play, outsider(play));
  return command(play, who, one(play, who.channels()), typedOf(one(play, liaison.commands), 'en'));
}

async function home(play: Play): Promise<string> {
  const who = person(play, anybody(play));
  await who.home();
  return `${who.handle} opened App Home`;
}

async function pressInHome(play: Play, who: Person): Promise<string> {
  const home = await who.home();
  const { label, options } = one(play, controlsIn(home.raw.blocks as KnownBlock[]));
  await home.press(label, options.length > 0 ? one(play, options) : undefined);
  return `${who.handle} pressed ${label} in App Home: ${await useForms(play, who, handOf(who))}`;
}

async function talk(play: Play): Promise<string> {
  const channel = await someChannel(play);
  const { members } = play.on.slack.channel(channel);
  const handles = members.flatMap((id) => play.on.slack.engine.world.users.get(id)?.handle ?? []);
  const handle = one(
    play,
    handles.filter((one) => one !== 'liaison'),
  );
  await play.on.slack
    .as(handle)
    .in(channel)
    .post(chance(play, 2) ? 'ok' : 'We confirm version 1');
  return `${handle} wrote in ${channel}`;
}

export const TALK_ACTS: readonly Act[] = [
  ...COMMAND_ACTS,
  ...Array<Act>(4).fill({ name: 'manager presses', run: (play) => press(play, person(play, manager(play))) }),
  ...Array<Act>(4).fill({ name: 'outsider presses', run: (play) => press(play, person(play, outsider(play))) }),
  ...Array<Act>(2).fill({ name: 'outsider commands', run: commandOutside }),
  { name: 'home', run: home },
  { name: 'manager presses in Home', run: (play) => pressInHome(play, person(play, manager(play))) },
  ...Array<Act>(3).fill({
    name: 'outsider presses in Home',
    run: (play) => pressInHome(play, person(play, outsider(play))),
  }),
  { name: 'talk', run: talk },
];
