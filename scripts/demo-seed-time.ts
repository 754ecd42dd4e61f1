import type { Person } from '../sandbox/driver/person.ts';
import type { SeedStage } from './demo-seed-acts.ts';

/** Lantern works as China does, Acme as England: public holidays, days that are worked instead, hours. */
export async function workingDays({ as, until }: SeedStage): Promise<void> {
  const mei = as('mei');
  const home = await mei.home();
  const settings = await home.press('Settings');
  await settings?.press('Working days');
  const change = async (button: string, option: string | undefined, region: string, zone: string) => {
    await until('Mei sees the working days', () => mei.hasModal() && mei.modal().text.includes('The agency'));
    await mei.modal().press(button, option);
    await until('Mei has the form', () => mei.modal().labels.includes('By which clock?'));
    await mei.modal().fill({ 'Whose public holidays are kept?': region, 'By which clock?': zone }).submit();
  };
  await change('Change', undefined, 'China', 'Asia/Shanghai');
  await change('Client’s working days', 'Acme', 'England', 'Europe/London');
  await until('Mei reads what was saved', () => mei.modal().text.includes('Client: Acme'));
  await mei.modal().close({ all: true });
}

/** Sets a milestone by command, reads it back, and leaves the list. */
async function milestone({ until }: SeedStage, who: Person, team: string, typed: string): Promise<void> {
  await who.in(team).command(typed);
  await until('the milestone is read back', () => who.hasModal() && /Set:|已设定/.test(who.modal().text));
  await who.modal().close({ all: true });
}

/** Those of the campaign with the most people: tomorrow morning brings up the first one, and asks how the work stands. */
export async function relaunchPlan(stage: SeedStage, team: string): Promise<void> {
  const tom = stage.as('tom');
  const { inDays } = stage;
  await milestone(stage, tom, team, `/plan milestone Creative confirmation ${inDays(3)} @wei review 2d`);
  await milestone(stage, tom, team, `/plan milestone Shoot in Brighton ${inDays(6)} @ines`);
  await milestone(stage, tom, team, `/plan milestone Media launch ${inDays(25)} @tom review 3d`);
  await rhythm(tom, team, {
    'Ask the team how their work stands?': 'Yes',
    'When does the progress post come?': '10:00',
  });
}

/** One that the client knows of, whose review begins tomorrow, and a report every week. */
export async function giftBoxPlan(stage: SeedStage, team: string): Promise<void> {
  const { as, until, inDays } = stage;
  const mei = as('mei');
  await mei.in(team).command(`/plan milestone Packaging artwork ${inDays(3)} review 3d`);
  await until('Mei can show it', () => mei.hasModal() && mei.modal().text.includes('Packaging artwork'));
  await mei.modal().press('Show to the client');
  await until('Mei sees the preview', () => mei.modal().text.includes('They read now'));
  await mei.modal().submit();
  if (mei.hasModal()) await mei.modal().close({ all: true });
  await rhythm(mei, team, {
    'How often does the client get a report?': 'Once a week',
    'When does the progress post come?': '09:00',
  });
}

async function rhythm(who: Person, team: string, answers: Record<string, string>): Promise<void> {
  const form = await who.in(team).command('/progress settings');
  await form?.fill(answers).submit();
  if (who.hasModal()) await who.modal().close({ all: true });
}

/** 春茶上新海报: a job has key dates as well. */
export async function posterPlan(stage: SeedStage, team: string): Promise<void> {
  const xia = stage.as('xia');
  await milestone(stage, xia, team, `/plan 关键节点 创意确认 ${stage.inDays(3)} 审阅2天`);
  await milestone(stage, xia, team, `/plan 关键节点 印刷完成 ${stage.inDays(8)}`);
  const form = await xia.in(team).command('/progress 设置');
  await form?.fill({ '进度通报几点发布？': '09:00' }).submit();
  if (xia.hasModal()) await xia.modal().close({ all: true });
}
