import { makeDocx, p, WORD_TYPE } from '../support/documents-docx.ts';
import { type Round, wordsOf } from './round.ts';
import type { Window } from './window.ts';

/** What a project begins with. */
type Beginning = Pick<Round, 'locale' | 'am' | 'client' | 'project'> & {
  texts: Pick<Round['texts'], 'objective' | 'audience'>;
};

/** A project with the first answers to its brief; more of them by their labels. */
export async function begin(round: Beginning, more: Readonly<Record<string, string>> = {}): Promise<void> {
  const { am, texts } = round;
  const { project, brief, steps } = wordsOf(round);
  await am.goTo('general');
  const before = await channels(am);
  await am.type('/project new');
  await am.fill({
    [project['client.label']()]: round.client,
    [project['name.label']()]: round.project,
    [project['wantedOn.label']()]: '2099-03-13',
  });
  await am.answer(project.startSubmit());
  await am.goTo(await newChannel(am, before));
  await am.press(project.writeBrief(), round.project);
  await am.fill({
    [brief['objective.label']()]: texts.objective,
    [brief['audience.label']()]: texts.audience,
    ...more,
  });
  await am.answer(brief.editSubmit());
  await am.modal(steps.overviewTitle()).waitFor();
}

const channels = ({ page }: Window): Promise<string[]> =>
  page
    .getByRole('navigation')
    .getByRole('link')
    .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));

/** The channel that came: where a project's name has no Latin letters its end is random. */
async function newChannel(am: Window, before: readonly string[]): Promise<string> {
  const links = am.page.getByRole('navigation').getByRole('link');
  await links.nth(before.length).waitFor();
  return (await channels(am)).find((name) => !before.includes(name)) ?? '';
}

/** What the client sent is read into the brief: a document part by part, a message by its menu, and what they expect. */
export async function gatherAll(round: Round): Promise<void> {
  const { am, texts } = round;
  const { steps, gather, brief } = wordsOf(round);
  const overview = am.modal(steps.overviewTitle());
  await overview.getByText(steps.missing()).first().waitFor();
  await round.look('overview-gaps', am);
  const body = texts.document.map(([heading, text]) => p(heading, { style: '1' }) + p(text)).join('');
  await am.answer(gather.documentButton());
  await round.look('document', am);
  await am.attach(gather['file.label'](), {
    name: texts.fileName,
    mimeType: WORD_TYPE,
    buffer: makeDocx(body),
  });
  await am.answer(gather.documentSubmit());
  await am
    .modal(gather.checkTitle())
    .getByText(texts.document[0]?.[1] ?? '')
    .waitFor();
  const last = texts.document.length;
  await am.choose(gather.checkLabel({ number: last, of: last }), gather['question.leaveOut']());
  await round.look('document-check', am);
  await am.answer(gather.checkSubmit());
  await overview.getByText(texts.fileName).waitFor();
  await am.answer(brief.close());

  await am.type(texts.message);
  await am.shortcut('Add to brief', texts.message);
  await am.choose(gather['question.label'](), gather['question.keyMessage']());
  await round.look('add-to-brief', am);
  await am.answer(gather.addSubmit());
  await am.sees(brief.draftState());

  await am.press(brief.edit(), brief.draftState());
  await am.answer(steps['edit.results']());
  await am.fill({ [steps['kpis.label']()]: texts.kpis });
  await round.look('results', am);
  await am.answer(brief.editSubmit());
  await overview.getByText(texts.readBack).waitFor();
  await round.look('overview', am);
  await am.answer(brief.close());
}
